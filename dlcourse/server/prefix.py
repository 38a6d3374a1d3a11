"""The prefix under which a course is served, compared by what it means and not by how it is escaped.

A browser sends ``/ü/`` as ``/%C3%BC/``, and a proxy may send ``@`` as ``%40``; both are the same path.
"""

from urllib.parse import quote, unquote

from dlcourse.errors import CourseError

SAFE = "/@:!$&'()*+,;=~-._"
"""What a path may hold as it is."""


def canonical(prefix: str) -> str:
    """The prefix as every address needs it, ``/`` or ``/some/path/``, escaped as browsers do.

    It may be given with or without slashes around it, and escaped or not. Raises a `CourseError` if it is no path.
    """
    parts = prefix.strip("/").split("/") if prefix.strip("/") else []
    meant = [unquote(part, errors="strict") if _is_escaped(part) else part for part in parts]
    if not all(_is_part(part) for part in meant):
        raise CourseError("--prefix", f"'{prefix}' is no path", "Write it like /some/path/.")
    return "".join(f"/{quote(part, safe=SAFE)}" for part in meant) + "/"


def with_canonical(path: str, root: str) -> str:
    """The path of a request; if it begins with the prefix ``root`` in another spelling, with ``root`` itself."""
    count = root.count("/") - 1
    parts = path.split("/")[1:]
    if (
        count
        and len(parts) > count
        and [unquote(part) for part in parts[:count]] == unquote(root).strip("/").split("/")
    ):
        return root + "/".join(parts[count:])
    return path


def _is_escaped(part: str) -> bool:
    try:
        return unquote(part, errors="strict") != part
    except UnicodeDecodeError:
        return False


def _is_part(part: str) -> bool:
    return bool(part) and part.isprintable() and part not in {".", ".."} and not set(part) & set("%?#\\/ ")
