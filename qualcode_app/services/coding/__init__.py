"""Coding: codings and areas, their facets, reading status and judgements of absence."""
