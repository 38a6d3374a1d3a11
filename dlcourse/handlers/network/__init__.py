"""Who turns to whom, and how leadership functions stretch over people: the commands and queries."""
