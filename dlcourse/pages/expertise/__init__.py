"""A person's own expertise: the pages."""
