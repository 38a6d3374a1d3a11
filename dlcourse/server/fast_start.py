"""Makes the server start faster.

It must be imported before Voila, and skips what Voila imports but the course never uses.

On import, `jsonschema` compiles a grammar of web addresses, which takes longer than everything else together. It works
without that grammar if the module is missing, and Voila only uses it to describe events that nobody here listens to.
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
