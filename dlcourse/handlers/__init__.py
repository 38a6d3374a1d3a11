"""What each command and query does, one subject beside the other; and what a handler is given to work with."""
