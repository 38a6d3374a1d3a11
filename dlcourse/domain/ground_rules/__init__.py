"""The aim that people share, and the provisional rules by which they work: the rules of the register."""
