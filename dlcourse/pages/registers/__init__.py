"""What the pages of all registers have in common: the page itself, its paper, its texts and its past."""
