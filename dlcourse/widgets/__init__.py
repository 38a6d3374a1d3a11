"""Hosts a page in a notebook kernel."""
