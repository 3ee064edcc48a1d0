"""Registers: propositions judged per document and coder on a scale that is data."""
