"""Role-plays: the charts."""
