"""Adjudication: places where coders differ, and what the consensus says there."""
