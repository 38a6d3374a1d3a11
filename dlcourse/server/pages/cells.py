"""Which code cells of a notebook need a kernel, and which ones the server shows itself.

The server shows a cell that imports the course and then calls it once, with values that are written in the cell. What
such a call shows depends on nothing else, so the cell may stand anywhere in the notebook. Every other cell runs in the
page's kernel, in the notebook's order. Nothing is run to find this out.
"""

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dlcourse.errors import CourseError
from dlcourse.pages.registry import CALLS, Opening
from dlcourse.server.settings import KernelUse

COURSE = "dlcourse"
IMPORT = f"import {COURSE}"
_LAST_RESULT = re.compile(r"(?<!\w)(_{1,3}|_\d+|_oh|Out)(?!\w)")
"""The names that IPython gives to what earlier cells showed."""


@dataclass(frozen=True)
class CodeCells:
    """The code cells of a notebook, by their places in it. A cell without code is in neither part."""

    pages: Mapping[int, Opening]
    """The page of each cell that the server shows itself."""
    kernel: tuple[int, ...]
    """The cells that run in the kernel, in the notebook's order. If there are none, the page needs no kernel."""

    def to_run(self) -> dict[int, str | None]:
        """What the kernel runs, by place. Of a cell that the server shows, only the import is left; others are None.

        So a later cell finds the names that it would find if the notebook were run as a whole.
        """
        imports = [place for place in self.pages if self.kernel and place < self.kernel[-1]]
        return dict(sorted((dict.fromkeys(imports, IMPORT) | dict.fromkeys(self.kernel)).items()))


Divide = Callable[[Any], CodeCells]
"""Divides the code cells of a notebook."""


def only_where_needed(notebook: Any) -> CodeCells:
    """Leave to the kernel only what needs one.

    If a cell of the kernel may use what an earlier cell showed, by one of IPython's names for it, everything is left to
    the kernel.
    """
    code = _code(notebook)
    pages = {place: found for place, source in code.items() if (found := only_call(source))}
    kernel = tuple(place for place, source in code.items() if place not in pages and not _is_empty(source))
    if any(_LAST_RESULT.search(code[place]) for place in kernel):
        return always(notebook)
    return CodeCells(pages, kernel)


def always(notebook: Any) -> CodeCells:
    """Leave every code cell to the kernel."""
    return CodeCells({}, tuple(_code(notebook)))


DIVIDE: Mapping[KernelUse, Divide] = MappingProxyType({"auto": only_where_needed, "always": always})
"""How the cells are divided, by the server's setting."""


def only_call(source: str) -> Opening | None:
    """The page of a cell that does nothing but import the course and call it once with plain values; else None.

    A semicolon after the call keeps a notebook from showing anything, so such a cell is not one of these.
    """
    match _statements(source):
        case [
            ast.Import(names=[ast.alias(name="dlcourse", asname=None)]),
            ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id="dlcourse"))) as call) as last,
        ] if not _after(source, last):
            return called(call)
    return None


def last_call(source: str) -> Opening | None:
    """The page that a cell opens if its last line is one of the course's calls with plain values; else None."""
    match _statements(source):
        case [*_, ast.Expr(value=ast.Call() as call)]:
            return called(call)
    return None


def called(call: ast.Call) -> Opening | None:
    """The page that this call of a function of the course opens; None if its values are not plain, or do not fit."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in CALLS:
        return None
    try:
        named = {str(each.arg): ast.literal_eval(each.value) for each in call.keywords}
        values = [ast.literal_eval(each) for each in call.args]
        if not all(isinstance(value, str | bool | None) for value in (*values, *named.values())):
            return None
        return CALLS[call.func.attr](*values, **named)
    except (ValueError, TypeError, CourseError):  # in a kernel, the cell would fail, and the page would say so
        return None


def _code(notebook: Any) -> dict[int, str]:
    return {place: str(cell.source) for place, cell in enumerate(notebook.cells) if cell.cell_type == "code"}


def _statements(source: str) -> list[ast.stmt] | None:
    """The statements of a cell; None if it is not plain Python."""
    try:
        return ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _is_empty(source: str) -> bool:
    return _statements(source) == []


def _after(source: str, last: ast.stmt) -> str:
    """What stands on the line after the last statement of a cell, apart from a comment."""
    line = source.encode().splitlines()[(last.end_lineno or 1) - 1]
    return line[last.end_col_offset :].decode().partition("#")[0].strip()
