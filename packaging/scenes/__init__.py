"""Everything the window can look like on the sample: its places and its dialogs, one by one."""
