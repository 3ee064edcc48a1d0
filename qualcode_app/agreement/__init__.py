"""How far coders agree: numbers in, figures out; knows no project, no window, no file."""
