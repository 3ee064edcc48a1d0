"""The page view: reading, selecting and seeing codings on the PDF's own pages."""
