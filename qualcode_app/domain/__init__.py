"""The words and rules of the program; needs the standard library alone."""
