"""Hands: turn gestures and keys of the panels into undoable commands."""
