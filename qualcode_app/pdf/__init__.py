"""PDF bytes in; frozen text, boxes and pictures out. All reading happens in a child process."""
