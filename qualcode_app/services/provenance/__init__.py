"""Where everything came from: the log checked and told, and damaged files repaired into a copy."""
