"""Who turns to whom, and how leadership functions stretch over people: the charts."""
