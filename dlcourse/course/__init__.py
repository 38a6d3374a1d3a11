"""The two verbs, do a command and see a query, carried out here (`local`) or by a course server (`remote`)."""
