"""What is left to do in a text: what is wrong, what has still to be written, and where in the form that is."""
