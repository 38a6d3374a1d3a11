"""Checks the front end's sources against the types of the pages: ``python -m dlcourse.frontend.typecheck``.

It is an error if a component reads a prop that its page does not have, or sends a message that its page does not take.
"""

import sys
from pathlib import Path

from dlcourse.frontend import bundle, subjects
from dlcourse.frontend.prop_types import declarations
from dlcourse.pages.curriculum.frame import CopyStart
from dlcourse.pages.registry import PAGES, page

COMPILER = "node_modules/typescript/bin/tsc"


def check(folder: Path = bundle.HERE) -> None:
    """Check the sources in this folder, which is laid out like the front end's own.

    Raises `BundleError` with everything that the compiler found: file, line, and what does not fit.
    """
    subjects.gather(folder / "src", folder / "generated")
    subjects.write(folder / "generated/course.d.ts", declarations(map(page, PAGES), [CopyStart]))
    bundle.run(
        "node",
        [COMPILER, "--project", ".", "--pretty", "false"],
        "The front end does not fit the types of its pages. Fix what is named above, in the component or in the page.",
        folder,
    )


if __name__ == "__main__":
    try:
        bundle.install(tests=True)
        check()
    except bundle.BundleError as error:
        sys.exit(str(error))
