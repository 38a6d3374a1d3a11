"""Serves styles and scripts at addresses that change with their content, so that browsers can cache them."""

import hashlib
from pathlib import Path
from typing import Any

from tornado.web import HTTPError, StaticFileHandler

from dlcourse import files
from dlcourse.server.web import CourseHandler

OURS = Path(__file__).parent / "static"


class Assets:
    """The files of the bundle and of the server's own front end, by name."""

    def __init__(self, folders: tuple[Path, ...] = ()) -> None:
        """Serve the files in ``folders``: by default those of the bundle and of the server."""
        found = folders or (files.static(), OURS)
        self.files = {path.name: path for folder in found for path in sorted(folder.iterdir()) if path.is_file()}
        parts = (part for name, path in sorted(self.files.items()) for part in (name.encode(), path.read_bytes()))
        self.version = hashlib.sha256(b"\0".join(parts)).hexdigest()[:12]


class AssetHandler(CourseHandler, StaticFileHandler):
    """Serves one of the assets, and no other file."""

    def initialize(self, assets: Assets) -> None:  # type: ignore[override]
        """``assets`` are the only files to serve."""
        self._assets = assets
        super().initialize(path=str(OURS))

    async def get(self, version: str, name: str, include_body: bool = True) -> None:  # type: ignore[override]  # noqa: FBT001, FBT002
        """Serve the file if the version in the address is the current one."""
        if version != self._assets.version or name not in self._assets.files:
            raise HTTPError(404)
        self.root = str(self._assets.files[name].parent)
        await super().get(name, include_body)

    def head(self, version: str, name: str) -> Any:  # type: ignore[override]
        """Serve only the headers."""
        return self.get(version, name, include_body=False)

    def get_cache_time(self, *_: Any) -> int:
        """A year, because changed content gets another address."""
        return 365 * 24 * 3600

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002
        """Tell browsers that they need not ask whether the file changed."""
        self.set_header("Cache-Control", f"public, max-age={self.get_cache_time()}, immutable")
