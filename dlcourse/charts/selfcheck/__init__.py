"""The self-check at the start and at the end: the charts."""
