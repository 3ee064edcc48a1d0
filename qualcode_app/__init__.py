"""QualCode: code agreement PDFs, merge coders' files, measure agreement."""

__version__ = "0.1.0"
