"""Sessions, progress, the principles and the home page: the commands and queries."""
