"""The two ways to begin a scenario: what an author fills in, and what is asked for with that."""
