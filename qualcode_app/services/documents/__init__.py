"""Documents: import, list, quality, citation and the check of quotations."""
