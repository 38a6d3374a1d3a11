"""Role-plays on paper: the list, what is handed out, and the page with it."""
