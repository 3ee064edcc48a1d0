"""Desks: dialogs and jobs around a project, from the wish to the report."""
