"""Memos: notes, questions and decisions, and the rows that list them."""
