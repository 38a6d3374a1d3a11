"""What authors write, read into the domain: every problem located, all at once. It never changes a file."""
