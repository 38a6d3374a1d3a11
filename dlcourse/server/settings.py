"""The settings of one course server. Only values."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from dlcourse import files
from dlcourse.domain.speech import Course
from dlcourse.errors import CourseError
from dlcourse.server.proxy import TrustedProxy

PORT = 8850
ANY = "*"
"""Stands for every name."""
_NAME = re.compile(r"[\w-]+(\.[\w-]+)*|\[[0-9a-f:.]+\]", re.ASCII | re.IGNORECASE)
_ADDRESS = re.compile(r"(https?://[^/\s]+)?/[!-~]*")


@dataclass(frozen=True)
class Settings:
    """The settings that the person who starts a server can choose."""

    home: Path
    """Where `server.json` is written and where kernels run; see `course.home.folder`."""
    host: str = "127.0.0.1"
    port: int = PORT
    """The port; 0 takes any free one."""
    prefix: str = "/"
    """The prefix of every address."""
    browser: bool = True
    """Whether to open a browser."""
    notebooks: Path = field(default_factory=files.notebooks)
    names: tuple[str, ...] = ()
    """More host names at which a proxy offers this server; ``*`` for any."""
    proxy: TrustedProxy = field(default_factory=TrustedProxy)
    """A proxy that checks who asks. Requests through it need no key."""
    renewed: bool = False
    """Whether to make a new key for the course, which ends all old ones."""
    passing: bool = False
    """Whether this is a public server that is deleted when nobody uses it. Every page then says so."""
    lab: str = ""
    """The address of a JupyterLab on the same home, offered on every page."""
    left: float = 10.0
    """Seconds that a kernel keeps running after its page was closed."""
    away: float = 180.0
    """Seconds that a kernel waits for a page whose connection was lost."""
    unused: float = 4 * 3600.0
    """Seconds without any activity after which a kernel ends although its page is still open."""
    kernels: int = 64
    """How many session pages may be open at once. Each has a kernel of about 50 MB."""

    def __post_init__(self) -> None:
        """Refuse values that no browser could send or follow."""
        for name in self.names:
            if name != ANY and not _NAME.fullmatch(name):
                raise CourseError("--name", f"'{name}' is no name of a host", "Write it like course.school.example.")
        if self.lab and not _ADDRESS.fullmatch(self.lab):
            raise CourseError("--lab", f"'{self.lab}' is no address", "Write it like /some/path/lab.")

    @property
    def root(self) -> str:
        """The prefix in the form that every address needs: ``/`` or ``/some/path/``."""
        inside = self.prefix.strip("/")
        if not all(
            part and part.isprintable() and not set(part) & set("%?#\\ ") for part in inside.split("/") if inside
        ):
            raise CourseError("--prefix", f"'{self.prefix}' is no path", "Write it like /some/path/.")
        return f"/{inside}/" if inside else "/"


@dataclass(frozen=True)
class Keeper:
    """The course that a server serves."""

    owner: str
    """The only person of the home, until cohorts exist."""
    course: Callable[[str], Course]
    """The course for this person. It is safe to use from many threads."""
