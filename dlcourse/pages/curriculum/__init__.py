"""Sessions, progress, the principles and the home page: the pages."""
