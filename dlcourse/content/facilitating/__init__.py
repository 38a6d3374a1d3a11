"""The run-of-show of each session, as its author wrote it in a notebook."""
