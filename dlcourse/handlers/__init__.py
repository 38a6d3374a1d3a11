"""What each command and query does, in a folder for each subject, and what a handler is given to work with."""
