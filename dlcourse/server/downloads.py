"""Files that a visitor takes along, at addresses of their own: always saved, never shown as a page of ours."""

import base64
import json
from collections.abc import Callable
from typing import Any

from tornado.web import HTTPError

from dlcourse.domain.download import DownloadView
from dlcourse.domain.portfolio.certificate import CertificateKey, KeyView, TakeCertificate
from dlcourse.domain.portfolio.messages import TakePortfolio
from dlcourse.domain.speech import Query, View
from dlcourse.errors import CourseError
from dlcourse.server.context import ServerContext
from dlcourse.server.web import CourseHandler


class Downloads(CourseHandler):
    """Looks something up for the visitor; what is not theirs is not there."""

    def initialize(self, context: ServerContext, **_: Any) -> None:
        """``context`` is the server's."""
        self._context = context

    async def see(self, query: Query) -> View:
        """The answer to a query, or the page that says there is none."""
        course = self._context.course_of(self._context.identity.visitor(self.request))
        self.set_header("Cache-Control", "no-store")
        return await self._context.work(course.see, query)


class DownloadHandler(Downloads):
    """Gives one file."""

    def initialize(self, context: ServerContext, asked: Callable[..., Query]) -> None:  # type: ignore[override]
        """``asked`` makes the query from the parts of the address."""
        super().initialize(context)
        self._asked = asked

    async def get(self, *parts: str) -> None:
        """Give the file, to be saved rather than shown."""
        try:
            paper = await self.see(self._asked(*parts))
        except CourseError as error:
            self.set_status(404)
            self.finish(self.render_page("problem.html", problem=error, title=error.what))
            return
        assert isinstance(paper, DownloadView)
        self.set_header("Content-Type", paper.type)
        self.set_header("Content-Disposition", f'attachment; filename="{paper.name}"')
        self.finish(base64.b64decode(paper.content))


class PublicKey(Downloads):
    """Gives the public part of the key by which this home signs its certificates, as a JSON Web Key."""

    async def get(self) -> None:
        """Give the key."""
        try:
            found = await self.see(CertificateKey())
        except CourseError:
            raise HTTPError(500) from None
        assert isinstance(found, KeyView)
        self.set_header("Content-Type", "application/jwk+json")
        self.finish(json.dumps(found.jwk))


def certificate(found: str, form: str) -> Query:
    """The query behind a certificate's address."""
    return TakeCertificate.model_validate({"certificate": found, "form": form})


def portfolio(form: str) -> Query:
    """The query behind a portfolio's address."""
    return TakePortfolio.model_validate({"form": form})
