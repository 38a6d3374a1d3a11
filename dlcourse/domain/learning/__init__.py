"""How single decisions add up: two published models, and a school whose choices can be changed."""
