"""A toy course: one page that counts, kept in memory, and a server for it; what the served course is tested with."""
