"""Imported before Voila: spares the start of the server what Voila brings along and the course never uses.

`jsonschema` compiles a grammar of web addresses when it is imported, which takes longer than all the rest together; it
does without where the grammar is missing, and Voila only uses it to describe events that nobody here listens to.
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
