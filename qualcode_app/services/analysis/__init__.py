"""Statements about the corpus: matrix, questions, and which codes stand near each other."""
