"""Networks as files: one's own, and a template to start from."""
