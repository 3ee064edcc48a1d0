"""Search in the documents, kept searches and suggestions."""
