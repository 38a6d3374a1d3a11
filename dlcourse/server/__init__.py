"""The course in the browser: one process that runs Voila, hosts light pages over WebSockets, and owns the store."""

import dlcourse.fast_start  # noqa: F401 - before any of our modules that loads Voila or a part of Jupyter
