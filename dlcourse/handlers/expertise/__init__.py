"""A person's own expertise: the commands and queries."""
