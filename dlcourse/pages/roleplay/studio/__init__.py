"""The scenario studio: writing a scenario in a form or as text, beside its scales, its map, and a play of it."""
