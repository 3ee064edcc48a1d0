"""A document's frozen text: cut into units, sections and places, and indexed for search."""
