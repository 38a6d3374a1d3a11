"""Makes what loads `jsonschema` start faster: Voila, Altair and pytest. It must be imported before them.

On import, `jsonschema` compiles a grammar of web addresses, which takes longer than everything else together. It works
without that grammar if the module is missing, and nothing in the course checks the addresses that it is for.
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
