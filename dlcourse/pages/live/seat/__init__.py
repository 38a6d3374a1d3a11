"""The page of one person in a live session: their seat, what they know, and what they can do now."""
