"""Findings: sentences bound to stored questions, checked again and held against each other."""
