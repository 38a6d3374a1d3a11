"""What those who lead a live session show to the whole room: the screen, questions, and figures."""
