"""Acts that can be undone: they hold values, call services and never raise."""
