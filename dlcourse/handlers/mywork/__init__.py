"""All of a person's work: export, restore, erase: the commands and queries."""
