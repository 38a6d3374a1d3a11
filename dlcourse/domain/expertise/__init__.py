"""A person's own expertise: the rules."""
