"""The problem of practice, and the improvement plan that is made from it: the rules."""
