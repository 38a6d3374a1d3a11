"""How one course server is set up. Values only."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from dlcourse import files
from dlcourse.domain.speech import Course
from dlcourse.errors import CourseError

PORT = 8850


@dataclass(frozen=True)
class Settings:
    """What the person who starts a server may choose."""

    home: Path
    """Where `server.json` is written and kernels run; see `course.home.folder`."""
    host: str = "127.0.0.1"
    port: int = PORT
    """0 takes any free one."""
    prefix: str = "/"
    """Every address begins with it."""
    browser: bool = True
    """Whether to open a browser."""
    notebooks: Path = field(default_factory=files.notebooks)
    names: tuple[str, ...] = ()
    """Further host names under which a proxy offers this server; ``*`` for any."""
    left: float = 10.0
    """Seconds that a kernel outlives a page that was closed."""
    away: float = 180.0
    """Seconds that a kernel waits for a page whose connection was lost."""
    unused: float = 4 * 3600.0
    """Seconds after which a kernel ends although its page is still open, when nobody did anything there."""

    kernels: int = 64
    """Session pages that may be open at once; each has a kernel of about 50 MB."""

    @property
    def root(self) -> str:
        """The prefix as every address needs it: ``/`` or ``/some/path/``."""
        inside = self.prefix.strip("/")
        if not all(
            part and part.isprintable() and not set(part) & set("%?#\\ ") for part in inside.split("/") if inside
        ):
            raise CourseError("--prefix", f"'{self.prefix}' is no path", "Write it like /some/path/.")
        return f"/{inside}/" if inside else "/"


@dataclass(frozen=True)
class Keeper:
    """The course that a server keeps."""

    owner: str
    """The one person of the home, until cohorts exist."""
    course: Callable[[str], Course]
    """The course as this person meets it; safe to use from many threads."""
