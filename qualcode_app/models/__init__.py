"""The tables of a project file: columns and constraints, no logic beyond them."""
