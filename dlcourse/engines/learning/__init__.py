"""The two published models of how single decisions add up: the numerics. They import NumPy."""
