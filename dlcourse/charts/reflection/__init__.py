"""The reflective log: the charts."""
