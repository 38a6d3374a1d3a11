"""What people may expect of each other, and what they give so that it can be done: the rules."""
