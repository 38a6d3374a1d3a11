"""The two verbs: commands and queries worked on here (`local`) or by a course server (`remote`)."""
