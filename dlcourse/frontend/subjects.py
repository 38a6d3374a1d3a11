"""Collects the subjects of the front end, which are found by folder, in a few files of the folder ``generated``.

``src/<subject>/pages.js`` says which component draws which page, and the styles of a subject are beside it.
"""

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = {"at_table", "charts", "css", "hosts", "outputs", "parts", "wire"}
"""The folders of ``src`` that belong to no subject."""
EVERYWHERE = ("parts/*.js*", "registers/paper.jsx", "wire/*.js*", "hosts/mount.jsx", "hosts/page_socket.js")
"""The sources that pages of several subjects use. A browser loads all of them in one file."""
MADE = "Made by bundle.py. Do not edit."


def gather(sources: Path = HERE / "src", generated: Path = HERE / "generated") -> None:
    """Write what collects all subjects to the folder ``generated``, from what the subjects' folders have now."""
    generated.mkdir(exist_ok=True)
    write(generated / "pages.js", pages_module(sources))
    write(generated / "subjects.js", subjects_module(sources))
    write(generated / "subjects.css", subject_styles(sources))
    write(generated / "shared.js", shared_module(sources))
    for name in with_pages(sources):
        write(generated / beginning(name), beginning_module(name))


def pages_module(sources: Path) -> str:
    """A module whose ``PAGES`` has the component of each page, by the page's name in Python."""
    names = with_pages(sources)
    imports = [f'import {{ PAGES as {name} }} from "../src/{name}/pages.js";' for name in names]
    entries = [f"  ...{name}," for name in names]
    typed = "/** @type {Page.AllComponents} */"
    return "\n".join([f"// {MADE}", "", *imports, "", typed, "export const PAGES = {", *entries, "};", ""])


def subjects_module(sources: Path) -> str:
    """A module whose ``SUBJECTS`` loads the components of one subject, by its name."""
    entries = [f'  {name}: () => import("./{beginning(name)}"),' for name in with_pages(sources)]
    typed = "/** @type {Record<string, () => Promise<{ PAGES: Page.Components }>>} */"
    return "\n".join([f"// {MADE}", "", typed, "export const SUBJECTS = {", *entries, "};", ""])


def beginning(subject: str) -> str:
    """The name of the generated module with which the pages of a subject begin."""
    return f"light-{subject}.js"


def beginning_module(subject: str) -> str:
    """A module with the ``PAGES`` of one subject, beside what all subjects share."""
    return f'// {MADE}\n\nimport "./shared.js";\nexport {{ PAGES }} from "../src/{subject}/pages.js";\n'


def shared_module(sources: Path) -> str:
    """A module that imports what pages of several subjects use.

    If every beginning of a bundle imports it, esbuild puts all of that in one file, instead of one for each combination
    of beginnings that use the same sources.
    """
    shared = sorted(path.relative_to(sources).as_posix() for each in EVERYWHERE for path in sources.glob(each))
    return "\n".join(
        [f"// {MADE}", "", *(f'import "../src/{path}";' for path in shared), 'import "./subjects.js";', ""]
    )


def subject_styles(sources: Path) -> str:
    """A style sheet that imports those of all subjects, in alphabetical order of their paths."""
    styles = [style for folder in _subjects(sources) for style in sorted(folder.glob("*.css"))]
    imports = [f'@import "../src/{style.relative_to(sources).as_posix()}";' for style in styles]
    return "\n".join([f"/* {MADE} */", "", *imports, ""])


def _subjects(sources: Path) -> list[Path]:
    return sorted(path for path in sources.iterdir() if path.is_dir() and path.name not in SHARED)


def with_pages(sources: Path) -> list[str]:
    """The subjects that have pages, in alphabetical order."""
    return [folder.name for folder in _subjects(sources) if (folder / "pages.js").is_file()]


def write(file: Path, text: str) -> None:
    """Replace the file in one step, because another process may be reading it. An unchanged file is left alone."""
    if file.is_file() and file.read_text("utf-8") == text:
        return
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    fresh.write_text(text, "utf-8")
    fresh.replace(file)
