"""The improvement plan: the document."""
