"""The Jupyter server on Binder: it opens the course, and offers JupyterLab on the same home.

The course is started when it is first asked for. It trusts this server, which knows its one visitor, and which comes by
a socket that nobody else can open.
"""

import sys
from pathlib import Path

from dlcourse import files
from dlcourse.course.home import writable_folder
from dlcourse.server.assets import OURS
from dlcourse.server.lab import FOLDER, quiet
from dlcourse.server.notebook_copies import bring_up_to_date, for_learners

BOTH = [
    str(Path(sys.prefix, "bin", "dlcourse")),
    "serve",
    "--no-browser",
    "--port=0",
    "--trusted-proxy={unix_socket}",
    "--name=*",  # Binder has many names
    "--passing",
]
COURSE = [*BOTH, "--prefix={base_url}dlcourse/", "--lab={base_url}lab"]
SAMPLE = [*BOTH, "--prefix={base_url}sample/", "--sample-cohort"]

copies = writable_folder() / FOLDER
bring_up_to_date(files.notebooks(), copies, for_learners(files.notebooks()))

c = get_config()  # noqa: F821 - Jupyter's own
c.merge(quiet())
c.ServerApp.root_dir = str(copies)
c.ServerApp.default_url = c.LabApp.default_url = "/dlcourse/"
c.ServerProxy.servers = {
    "dlcourse": {
        "command": COURSE,
        "unix_socket": True,
        "absolute_url": True,  # the course knows its prefix
        "timeout": 60,  # seconds; a new place is slow the first time
        "launcher_entry": {"title": "The course", "icon_path": str(OURS / "icon.svg"), "category": "Other"},
    },
    "sample": {
        "command": SAMPLE,
        "unix_socket": True,
        "absolute_url": True,
        "timeout": 180,  # seconds; the cohort is made up first
        "launcher_entry": {"title": "A sample cohort", "icon_path": str(OURS / "icon.svg"), "category": "Other"},
    },
}
