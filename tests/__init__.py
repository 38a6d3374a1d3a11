"""The tests of the course; ``python -m tests`` runs them all."""
