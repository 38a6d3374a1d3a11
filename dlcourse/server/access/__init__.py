"""Who may use the course, and how people get in: the key, the sign-in page, trusted proxies, other sites."""
