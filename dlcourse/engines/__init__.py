"""Numerics behind the rules: the solver and the simulations. Heavy imports happen here and nowhere above."""
