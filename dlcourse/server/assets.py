"""Serves styles and scripts at addresses that change with their content, so that browsers can cache them."""

import gzip
import hashlib
import mimetypes
from pathlib import Path

from tornado.web import HTTPError

from dlcourse import files
from dlcourse.server.web import CourseHandler

OURS = Path(__file__).parent / "static"
YEAR = 365 * 24 * 3600
TEXTS, SMALL = {".js", ".css"}, 150_000
"""What a page of the course begins with: styles and scripts of at most so many bytes. Only other outputs need more."""


class Assets:
    """The files of the bundle and of the server's own front end, by name."""

    def __init__(self, folders: tuple[Path, ...] = ()) -> None:
        """Serve the files in ``folders``: by default those of the bundle and of the server."""
        found = folders or (files.static(), OURS)
        self.files = {path.name: path for folder in found for path in sorted(folder.iterdir()) if path.is_file()}
        parts = (part for name, path in sorted(self.files.items()) for part in (name.encode(), path.read_bytes()))
        self.version = hashlib.sha256(b"\0".join(parts)).hexdigest()[:12]
        self.ready: dict[str, bytes] = {}
        """What was compressed, by the name of the file."""

    def pack_small(self) -> None:
        """Compress what pages begin with, so that the first visitor does not wait for it."""
        for name, path in self.files.items():
            if path.suffix in TEXTS and path.stat().st_size <= SMALL:
                self.packed(name)

    def packed(self, name: str) -> bytes:
        """The content of a file, compressed. It is compressed once, because a session page loads many files."""
        if name not in self.ready:
            self.ready[name] = gzip.compress(self.files[name].read_bytes(), mtime=0)
        return self.ready[name]


class AssetHandler(CourseHandler):
    """Serves one of the assets, and no other file."""

    def initialize(self, assets: Assets) -> None:
        """``assets`` are the only files to serve."""
        self._assets = assets

    def get(self, version: str, name: str) -> None:
        """Serve the file if the version in the address is the current one."""
        if version != self._assets.version or name not in self._assets.files:
            raise HTTPError(404)
        self.set_header("Content-Type", mimetypes.guess_type(name)[0] or "application/octet-stream")
        # A year, and without asking whether the file changed, because changed content gets another address.
        self.set_header("Cache-Control", f"public, max-age={YEAR}, immutable")
        self.set_header("Vary", "Accept-Encoding")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.finish(self._assets.packed(name))
        else:
            self.finish(self._assets.files[name].read_bytes())

    head = get

    def compute_etag(self) -> str:
        """The version. Every file of it has an address of its own."""
        return f'"{self._assets.version}"'
