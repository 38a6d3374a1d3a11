"""The reflection log: entries, drafts and commitments: the commands and queries."""
