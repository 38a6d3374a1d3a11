"""Scripted participants, who rehearse a live session over the same protocol as people's browsers.

They know no scenario and no rule of a session: they press what a page offers them, and everything that they are sent
is captured and checked.
"""
