"""The few dialogs: they collect values and change nothing."""
