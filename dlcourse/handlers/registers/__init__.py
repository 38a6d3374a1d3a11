"""What the handlers of all registers have in common: the people who keep one, and the file that they take along."""
