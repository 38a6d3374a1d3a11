"""A flawed example of a register, which a learner mends before making an entry of their own: the rules."""
