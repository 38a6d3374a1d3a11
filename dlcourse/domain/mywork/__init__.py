"""All of a person's work: export, restore, erase: the rules."""
