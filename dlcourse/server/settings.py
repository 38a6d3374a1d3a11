"""How one course server is set up. Values only."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from dlcourse import files
from dlcourse.course.entrance import Entrance
from dlcourse.domain.speech import Course
from dlcourse.domain.viewer import Viewer
from dlcourse.errors import CourseError
from dlcourse.server.access.proxy import TrustedProxy
from dlcourse.server.prefix import canonical

PORT = 8850
KernelUse = Literal["auto", "always"]
ANY = "*"
"""In place of a name: every name."""
_NAME = re.compile(r"[\w-]+(\.[\w-]+)*|\[[0-9a-f:.]+\]", re.ASCII | re.IGNORECASE)
_ADDRESS = re.compile(r"(https?://[^/\s]+)?/[!-~]*")


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
    proxy: TrustedProxy = field(default_factory=TrustedProxy)
    """A proxy that knows who asks; what comes by it needs no key."""
    renewed: bool = False
    """Whether the course gets a new key, which ends all old ones."""
    passing: bool = False
    """Whether this is a public place that is thrown away when nobody uses it; every page then says so."""
    made_up: bool = False
    """Whether all people in the home's cohort are made up; every page then says so."""
    lab: str = ""
    """The address of a JupyterLab on the same home, offered on every page."""
    left: float = 10.0
    """Seconds that a kernel outlives a page that was closed."""
    away: float = 180.0
    """Seconds that a kernel waits for a page whose connection was lost."""
    unused: float = 4 * 3600.0
    """Seconds after which a kernel ends although its page is still open, when nobody did anything there."""
    member_kernels: bool = False
    """Whether session pages of a cohort's members may have kernels. All kernels run as the account of the server."""
    kernels: int = 64
    """Session pages with a kernel that may be open at once; a kernel takes about 50 MB."""
    kernel_use: KernelUse = "auto"
    """Which session pages have a kernel: those with a cell that needs one, or always all of them."""

    def __post_init__(self) -> None:
        """Refuse what no browser could send or follow."""
        for name in self.names:
            if name != ANY and not _NAME.fullmatch(name):
                raise CourseError("--name", f"'{name}' is no name of a host", "Write it like course.school.example.")
        if self.lab and not _ADDRESS.fullmatch(self.lab):
            raise CourseError("--lab", f"'{self.lab}' is no address", "Write it like /some/path/lab.")

    @property
    def root(self) -> str:
        """The prefix as every address needs it: ``/`` or ``/some/path/``, escaped as browsers do."""
        return canonical(self.prefix)


@dataclass(frozen=True)
class Keeper:
    """The course that a server keeps."""

    owner: str
    """The person of the home, who is the host."""
    course: Callable[[Viewer], Course]
    """The course as this viewer meets it; safe to use from many threads."""
    entrance: Entrance | None = None
    """The way into the home's cohorts; without it, there are none."""
    unwritable: Callable[[], CourseError | None] = lambda: None
    """Why nothing can be saved now, if that is so."""
