"""Cases, waves, groups, attributes, and which documents count."""
