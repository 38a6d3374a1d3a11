"""What authors write about the sessions and the principles: reading it."""
