"""Work spaces: the panels of one kind of work, laid out and wired together."""
