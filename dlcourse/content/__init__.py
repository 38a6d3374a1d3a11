"""Reads the authors' files into the domain. Reports all problems at once, each with its place. Never changes a file."""
