"""Small parts that panels are built of; they know the theme, never the project."""
