"""The rules of the course, pure: no clock, no randomness, no ids of its own, no input or output."""
