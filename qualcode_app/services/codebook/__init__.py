"""The codebook: reading, adding to and listing codes and their boundaries."""
