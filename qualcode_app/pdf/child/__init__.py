"""The process that reads PDFs. Nothing outside this package imports pymupdf."""
