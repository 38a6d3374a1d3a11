"""How single decisions add up: the charts."""
