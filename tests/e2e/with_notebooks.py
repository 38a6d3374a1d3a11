"""Serves the course with other notebooks: ``python -m tests.e2e.with_notebooks FOLDER HOME``."""

import sys
from pathlib import Path

from dlcourse import files

if __name__ == "__main__":
    folder, home = sys.argv[1:]
    files.notebooks = lambda: Path(folder)
    from dlcourse.cli import main  # the settings look for the notebooks when they are loaded

    sys.argv = ["dlcourse", "serve", "--no-browser", "--port=0", f"--home={home}"]
    main()
