"""A team while it is typed in: the form, what is wrong in it, and the picture of who can do what."""
