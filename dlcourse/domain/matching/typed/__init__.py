"""A team that is typed in: its tables of cells, what can be said and asked about them, and who can do what."""
