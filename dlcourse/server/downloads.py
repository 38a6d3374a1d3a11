"""Serves file downloads at their own addresses. They are always saved, and never shown as one of our pages."""

import base64
import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from tornado.web import HTTPError

from dlcourse.domain.dates import TakeCalendar
from dlcourse.domain.download import DownloadView
from dlcourse.domain.inquiry.messages import TakePlan
from dlcourse.domain.portfolio.certificate import CertificateKey, KeyView, TakeCertificate
from dlcourse.domain.portfolio.messages import TakePortfolio
from dlcourse.domain.speech import Query, View
from dlcourse.errors import CourseError
from dlcourse.server.access.same_origin import is_same_origin
from dlcourse.server.context import ServerContext
from dlcourse.server.web import CourseHandler
from dlcourse.server.words import FROM_ELSEWHERE


class Downloads(CourseHandler):
    """Looks something up for the visitor. What is not theirs is answered as if it did not exist."""

    def initialize(self, context: ServerContext, **_: Any) -> None:
        """``context`` is the context of the server."""
        self._context = context

    async def see(self, query: Query) -> View:
        """The answer to a query, or the page that says that there is none."""
        course = self._context.course_of(self._context.identity.visitor(self.request))
        self.set_header("Cache-Control", "no-store")
        return await self._context.work(course.see, query)


class DownloadHandler(Downloads):
    """Serves one file."""

    def initialize(self, context: ServerContext, asked: Callable[..., Query]) -> None:  # type: ignore[override]
        """``asked`` makes the query from the parts of the address."""
        super().initialize(context)
        self._asked = asked

    async def get(self, *parts: str) -> None:
        """Serve the file so that the browser saves it instead of showing it."""
        if not is_same_origin(self.request):
            self.answer_problem(FROM_ELSEWHERE, HTTPStatus.FORBIDDEN)
            return
        try:
            paper = await self.see(self._asked(*parts))
        except CourseError as error:
            self.answer_problem(error, HTTPStatus.NOT_FOUND)
            return
        assert isinstance(paper, DownloadView)
        self.set_header("Content-Type", paper.type)
        self.set_header("Content-Disposition", f'attachment; filename="{paper.name}"')
        self.finish(base64.b64decode(paper.content))


class PublicKey(Downloads):
    """Serves the public part of the key with which this home signs its certificates, as a JSON Web Key."""

    async def get(self) -> None:
        """Serve the key."""
        try:
            found = await self.see(CertificateKey())
        except CourseError:
            raise HTTPError(500) from None
        assert isinstance(found, KeyView)
        self.set_header("Content-Type", "application/jwk+json")
        self.finish(json.dumps(found.jwk))


def certificate(found: str, form: str) -> Query:
    """The query for a certificate's address."""
    return TakeCertificate.model_validate({"certificate": found, "form": form})


def portfolio(form: str) -> Query:
    """The query for a portfolio's address."""
    return TakePortfolio.model_validate({"form": form})


def calendar() -> Query:
    """The query for the address of the calendar file."""
    return TakeCalendar()


def improvement_plan() -> Query:
    """The query for the address of the improvement plan's document."""
    return TakePlan()
