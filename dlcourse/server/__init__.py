"""The course in the browser: one process that is Voila, the web host of light pages, and the keeper of the store."""
