"""Merging: the plan, its application, batches that can be withdrawn, copies."""
