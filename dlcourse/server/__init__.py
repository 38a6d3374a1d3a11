"""The course in the browser: one process that runs Voila, hosts light pages over WebSockets, and owns the store."""
