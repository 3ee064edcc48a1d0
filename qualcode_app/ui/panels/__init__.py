"""The panels: each shows and tells, changes nothing itself, and imports no other panel."""
