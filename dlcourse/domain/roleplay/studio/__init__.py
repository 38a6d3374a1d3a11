"""The scenario studio: what an author can say to it, and what it shows."""
