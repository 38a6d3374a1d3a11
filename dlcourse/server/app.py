"""The course server: standalone Voila with our own pages, addresses and access control.

It uses Voila to run kernels, their WebSockets and cells, but none of Voila's addresses. It renders only the notebooks
of the course, and it reads no configuration files.
"""

import logging
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from traitlets.config import Config
from voila.app import Voila  # type: ignore[import-untyped]
from voila.configuration import VoilaConfiguration  # type: ignore[import-untyped]

from dlcourse.content.curriculum.own_notebooks import FOLDER
from dlcourse.course.courses import Courses
from dlcourse.course.running_server import RunningServer
from dlcourse.pages.program import Page
from dlcourse.server.access.door import Door, TrustedDoor, WrongKeys
from dlcourse.server.access.entry import EntryContext, JoinPage, JoinPicture, PrivacyPage, SignOut, Switch
from dlcourse.server.access.guesses import WrongCodes
from dlcourse.server.access.hosts import Doorkeeper
from dlcourse.server.access.identity import Identity
from dlcourse.server.access.sign_in_page import KeyRequired, SignIn
from dlcourse.server.access.visits import SessionCookies, Visits
from dlcourse.server.assets import AssetHandler, Assets
from dlcourse.server.context import ServerContext
from dlcourse.server.downloads import DownloadHandler, PublicKey, calendar, certificate, improvement_plan, portfolio
from dlcourse.server.endpoint import Alive, Endpoint, Watching
from dlcourse.server.kernels.exercise_socket import ExerciseSocket, FacilitatorSocket
from dlcourse.server.kernels.manager import CourseKernels, CourseKernelSpecs, kernel_config
from dlcourse.server.kernels.queue import KernelQueue
from dlcourse.server.kernels.websocket import HEARD, KernelSocket, Visitors
from dlcourse.server.pages import rendering
from dlcourse.server.pages.cells import DIVIDE
from dlcourse.server.pages.guide_page import GuidePage
from dlcourse.server.pages.light_page import LightPage, light_addresses
from dlcourse.server.pages.notebooks import Sessions
from dlcourse.server.pages.page_socket import PageSocket
from dlcourse.server.pages.session_page import FacilitatorPage, SessionList, SessionPage, StepEnd
from dlcourse.server.pages.versions import VersionChoice
from dlcourse.server.resources.log_throttle import throttle
from dlcourse.server.resources.open_files import open_files, share
from dlcourse.server.routing import Admittance, CourseApplication
from dlcourse.server.settings import Keeper, Settings
from dlcourse.server.web import templates
from dlcourse.server.words import MADE_UP, PASSING, UNSAVED, WORDS
from dlcourse.server.work_file import WorkFile

AT_ONCE = 32
"""How many commands, queries and page messages are handled at the same time; more wait."""
STEM = r"([0-9A-Za-z][0-9A-Za-z_-]*)"
PUBLIC = r"(door|join|privacy|alive|course|course/watch|assets/.*)"
"""Addresses that need no key.

They are for signing in and joining, for those who show a ticket or ask for proof, and for styles and scripts.
"""


@dataclass(frozen=True)
class ServerRun:
    """The values that belong to one run of a server."""

    server: RunningServer
    folder: str
    """The folder for connections to kernels. Only this account can read it."""
    door: Door


class CourseServer(Voila):  # type: ignore[misc]
    """The server of one home."""

    def __init__(
        self, settings: Settings, keeper: Keeper, page_of: Callable[[str], Page[Any]], run: "ServerRun"
    ) -> None:
        """``page_of`` gives the page with a name."""
        super().__init__(config=_config(settings, run.folder), connection_dir=run.folder, log_level="WARN")
        self.chosen, self._running, self.door = settings, run.server, run.door
        self._unwritable = keeper.unwritable
        self.identity, self._owner = Identity(keeper.owner, run.server.token), keeper.owner
        self.entrance, self.session_cookies = keeper.entrance, SessionCookies(run.door, settings.root)
        self.share = share(open_files(), settings.kernels)
        throttle((*self.log.handlers, logging.lastResort))
        self.threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="dlcourse-work")
        self.context = ServerContext(self.identity, Courses(keeper.course), page_of, self.threads)
        self.base_url = self.server_url = settings.root
        self.root_dir = str(settings.notebooks)
        self.voila_configuration = VoilaConfiguration(parent=self)
        self.identity_provider_class = Visitors

    def applications(self) -> tuple[CourseApplication, CourseApplication]:
        """The applications for the port and for the socket of a trusted proxy.

        Call this where an event loop is running.
        """
        settings = self.init_settings()
        doorkeeper = Doorkeeper(self.chosen.host, self.chosen.names)
        public = re.compile(re.escape(self.chosen.root) + PUBLIC)
        visits = (Visits(self._owner, door, self.entrance, self.session_cookies) for door in (self.door, TrustedDoor()))
        at_port, at_socket = (
            Admittance(doorkeeper, each, public, KeyRequired, self.chosen.root, self.identity.has_ticket)
            for each in visits
        )
        handlers = self.init_handlers()
        return CourseApplication(handlers, at_port, **settings), CourseApplication(handlers, at_socket, **settings)

    def init_settings(self) -> dict[str, Any]:
        """Add to Voila's settings what our handlers need."""
        settings: dict[str, Any] = super().init_settings()
        self.kernel_manager.allowed_message_types = sorted(HEARD)
        self.kernel_manager.identity = self.identity
        self.identity.key_of = self.kernel_manager.key_of
        self.kernel_manager.address = self._running.address
        self.kernel_manager.home = str(self.chosen.home)
        self.kernel_manager.left = self.chosen.left
        self.kernel_manager.unused = self.chosen.unused
        self.kernel_manager.for_members = self.chosen.member_kernels
        self.kernel_manager.queue = KernelQueue(self.share.kernels)
        self.assets = Assets()
        self.assets.pack_small()
        shared = {
            "root": self.chosen.root,
            "assets": f"{self.chosen.root}assets/{self.assets.version}/",
            "lang": "en",
            "words": WORDS,
            "unsaved": UNSAVED,
            "passing": PASSING if self.chosen.passing else None,
            "made_up": MADE_UP if self.chosen.made_up else None,
            "lab": self.chosen.lab,
            "unwritable": self._unwritable,
        }
        return settings | {
            "shared": shared,
            "templates": templates(),
            "sessions": Sessions(self.chosen.notebooks, self.chosen.home / FOLDER),
            "session_cookies": self.session_cookies,
            "executing": rendering.config(),
            "compress_response": True,
            "websocket_ping_interval": 30,
            "log_function": lambda _: None,
        }

    def init_handlers(self) -> list[tuple[str, Any, dict[str, Any]]]:
        """Return the handlers of all addresses."""
        given = {"context": self.context}
        notebook = given | {"divide": DIVIDE[self.chosen.kernel_use]}
        running = {"kernels": self.kernel_manager}
        entry = EntryContext(self.entrance, self.session_cookies, WrongCodes(), self.context, self.chosen.host)
        found: list[tuple[str, Any, dict[str, Any]]] = [
            (f"session/{STEM}", SessionPage, notebook),
            (f"facilitator/{STEM}", FacilitatorPage, notebook),
            (f"exercises/session/{STEM}", ExerciseSocket, notebook | running),
            (f"exercises/facilitator/{STEM}", FacilitatorSocket, notebook | running),
            (rf"list/{STEM}", SessionList, given),
            (rf"version/(session|facilitator)/{STEM}", VersionChoice, given),
            (r"steps", StepEnd, given),
            (r"guides/([a-z-]+)(?:\.md)?", GuidePage, given),
            (r"kernels/(?P<kernel_id>[0-9a-f-]{36})", KernelSocket, {}),
            (r"course", Endpoint, given),
            (r"course/watch", Watching, given),
            (r"work/file", WorkFile, given),
            (r"door", SignIn, {"door": self.door, "wrong": WrongKeys()}),
            (r"join", JoinPage, {"entry": entry}),
            (r"sign-out", SignOut, {"entry": entry}),
            (r"join-picture", JoinPicture, {"entry": entry}),
            (r"switch", Switch, {"entry": entry}),
            (r"privacy", PrivacyPage, {}),
            (r"alive", Alive, {"token": self._running.token}),
            (r"live", PageSocket, given),
            (r"certificate/key", PublicKey, given),
            (r"certificate/([0-9a-f-]{36})\.(jwt|json)", DownloadHandler, given | {"asked": certificate}),
            (r"portfolio\.(docx|md)", DownloadHandler, given | {"asked": portfolio}),
            (r"improvement-plan\.docx", DownloadHandler, given | {"asked": improvement_plan}),
            (r"check-ins\.ics", DownloadHandler, given | {"asked": calendar}),
            (r"assets/([0-9a-f]+)/([\w.-]+)", AssetHandler, {"assets": self.assets}),
            *((address, LightPage, given | {"name": name}) for address, name in light_addresses().items()),
        ]
        return [(re.escape(self.chosen.root) + address, handler, values) for address, handler, values in found]


def _config(settings: Settings, folder: str) -> Config:
    chosen = kernel_config(folder, settings.away)
    chosen.merge(rendering.config())
    chosen.VoilaConfiguration.multi_kernel_manager_class = CourseKernels
    chosen.VoilaConfiguration.kernel_spec_manager_class = CourseKernelSpecs
    return chosen
