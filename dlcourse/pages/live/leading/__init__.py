"""Opening live sessions, and the console from which they are led."""
