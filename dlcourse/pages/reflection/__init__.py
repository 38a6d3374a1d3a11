"""The reflection log: entries, drafts and commitments: the pages."""
