"""Leading a session with a group: its run-of-show, what the room is shown, and a facilitator's home."""
