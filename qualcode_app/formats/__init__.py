"""Read and write files of other programs and of our own: one format per module."""
