"""How people come into a cohort: codes, phrases, and the sessions of their browsers.

It checks what they show. Who may join is decided by the course itself, by its policy. Several servers may use one
database: each remembers sessions only as long as it hears what the others change.
"""

import hashlib
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from dlcourse.domain.cohort.changes import LEADERS
from dlcourse.domain.cohort.codes import Shown, code_shown, phrase_shown, session_shown
from dlcourse.domain.cohort.messages import JoinCohort
from dlcourse.domain.cohort.views import PlaceMade
from dlcourse.domain.live.queries import LiveSessions
from dlcourse.domain.live.seat_views import LiveSessionsView
from dlcourse.domain.speech import TAG, Course, decode
from dlcourse.domain.viewer import COHORT, Viewer
from dlcourse.errors import CourseError
from dlcourse.handlers.cohort.secrets import matching, new_secret
from dlcourse.store import SESSIONS_ENDED, Credential, ReadTransaction, Store, WriteTransaction, utc_now

MOST_SESSIONS = 10_000
"""How many sessions are remembered between requests; the others are looked up in the store."""


class WrongCodeError(CourseError):
    """Somebody showed a code or phrase that lets nobody in. ``cohort`` is the one that it was a guess at, if any."""

    def __init__(self, what: str, remedy: str, cohort: str = "") -> None:
        """``what`` is wrong, and ``remedy`` says what to do."""
        super().__init__("code", what, remedy)
        self.cohort = cohort


@dataclass(frozen=True)
class CodeGuess:
    """What can be said of a code without checking it slowly: whether it is right, and at which cohort it is a guess."""

    cohort: str
    is_known: bool


@dataclass(frozen=True)
class Entered:
    """A browser that came in: its session, and the person's new phrase (shown once; empty if the old one stays)."""

    viewer: Viewer
    session: str
    phrase: str = ""


class Entrance:
    """The way into the cohorts of one store. It is safe to use from many threads."""

    def __init__(self, store: Store, course_of: Callable[[Viewer], Course]) -> None:
        """``course_of`` gives the course of a viewer."""
        self._store, self._course_of = store, course_of
        self._sessions: dict[str, Viewer] = {}
        self._generation = 0
        self._checked: dict[bytes, str] = {}
        self._chance, self._lock = secrets.token_bytes(32), threading.Lock()
        store.on_commit(self._forget)

    def visitor(self, session: str) -> Viewer | None:
        """The viewer of a browser's session; None if it has ended or never was one."""
        known = self._sessions.get(session)
        if known and self._store.hears_others:
            return known
        generation, shown = self._generation, session_shown(session)
        credential = self._stored(shown) if shown else None
        if credential is None:
            return None  # not remembered, because anybody can make up sessions
        viewer = Viewer(credential.person, credential.cohort)
        self._remember(session, viewer, generation)
        return viewer

    def live_session(self, viewer: Viewer) -> str:
        """The id of the newest live session that is open to somebody who has come in; empty if there is none."""
        view = self._course_of(viewer).see(LiveSessions())
        assert isinstance(view, LiveSessionsView)
        return view.sessions[0].session if view.sessions else ""

    def guess(self, code: str) -> CodeGuess:
        """Look at a code quickly. A join code is known only after it was right once since this entrance was made."""
        shown = code_shown(code)
        stored = self._credentials(shown) if shown else ()
        known = shown and self._quickly(shown, stored)
        return CodeGuess(stored[0].cohort if stored else "", is_known=known is not None)

    def recognize(self, code: str) -> None:
        """Know this code from now on, if it is right. Call this where a code is shown to those who may see it."""
        if shown := code_shown(code):
            with suppress(WrongCodeError):
                self._checked_code(shown, self._credentials(shown))

    def join(self, code: str, name: str, ask: str, person: str = "") -> Entered:
        """Join the cohort that the code is for, under this name, as a new person or as ``person``.

        ``ask`` is the secret id of the form, so that the same form sent twice makes one person. Raises a `CourseError`
        if the code is wrong or the cohort takes in nobody new.
        """
        is_new, person = not person, person or _derived("person", ask)
        credential, role = self._invited(code, person)
        invited_as = "facilitator" if credential.kind == "facilitator" else "participant"
        joins = role is None or (invited_as == "facilitator" and role not in LEADERS)
        if joins:
            asked = {TAG: "JoinCohort", "id": _derived("join", ask), "cohort": credential.cohort, "role": invited_as}
            newcomer = self._course_of(Viewer(person, "", frozenset({"newcomer"})))
            place = newcomer.do(decode(JoinCohort, asked | {"name": name}))
            if isinstance(place, PlaceMade):
                return Entered(Viewer(person, credential.cohort), place.session, place.phrase)
        return self._let_in(credential.cohort, person, with_phrase=role is None or is_new)

    def resume(self, phrase: str) -> Entered:
        """Come in again with one's phrase. Raises a `WrongCodeError` if it is nobody's."""
        viewer = self.whose(phrase)
        return self._let_in(viewer.cohort, viewer.person, with_phrase=False)

    def whose(self, phrase: str) -> Viewer:
        """Who has this phrase, without letting a browser in. Raises a `WrongCodeError` if it is nobody's."""
        shown = phrase_shown(phrase)
        if shown is None:
            raise WrongCodeError("this is no phrase of this course", "It has six words of five letters.")
        credential = self._stored(shown)
        if credential is None:
            raise WrongCodeError(
                "this phrase lets nobody in", "Check each word, or ask your facilitator for a new one."
            )
        return Viewer(credential.person, credential.cohort)

    def switch(self, session: str, cohort: str) -> None:
        """Let a session go on in another cohort of the same person. Raises a `CourseError` if they are not in it."""
        viewer, shown = self.visitor(session), session_shown(session)
        credential = self._stored(shown) if shown else None

        def move(transaction: WriteTransaction) -> None:
            assert credential is not None
            assert viewer is not None
            if transaction.role(COHORT + cohort, viewer.person) is None:
                raise CourseError("cohort", "you are not in it", "Choose one of yours.")
            transaction.move_credential(credential.digest, cohort)

        if credential and viewer:
            self._store.write(move)

    def end(self, session: str) -> None:
        """End a browser's session."""
        shown = session_shown(session)
        credential = self._stored(shown) if shown else None
        if credential:
            self._store.write(lambda transaction: transaction.drop_credentials(digest=credential.digest))

    def _let_in(self, cohort: str, person: str, *, with_phrase: bool) -> Entered:
        at = utc_now().isoformat(timespec="milliseconds")
        session, credential = new_secret("session", cohort, person, at)
        phrase, of_phrase = new_secret("phrase", cohort, person, at) if with_phrase else ("", None)

        def let_in(transaction: WriteTransaction) -> None:
            transaction.add_credential(credential)
            if of_phrase:
                transaction.replace_credential(of_phrase)

        self._store.write(let_in)
        return Entered(Viewer(person, cohort), session, phrase)

    def _invited(self, code: str, person: str) -> tuple[Credential, str | None]:
        """The credential of a code, and what this person already is in its cohort. Raises a `WrongCodeError`."""
        shown = code_shown(code)
        if shown is None:
            raise WrongCodeError("this is no code of a cohort", "It has three groups of four letters or digits.")

        def find(transaction: ReadTransaction) -> tuple[tuple[Credential, ...], dict[str, str | None]]:
            stored = transaction.credentials([shown.kind], shown.handle)
            return stored, {each.cohort: transaction.role(COHORT + each.cohort, person) for each in stored}

        stored, roles = self._store.read(find)
        found = self._checked_code(shown, stored)
        return found, roles[found.cohort]

    def _checked_code(self, shown: Shown, stored: tuple[Credential, ...]) -> Credential:
        """The credential of a code. One that was right before is recognized quickly, however many people show it."""
        found = self._quickly(shown, stored) or matching(shown, stored)
        if found is None:
            remedy = "Check each letter, or ask whoever gave it to you whether there is a new one."
            raise WrongCodeError("this code lets nobody in", remedy, stored[0].cohort if stored else "")
        self._checked[self._mark(shown)] = found.digest
        return found

    def _quickly(self, shown: Shown, stored: tuple[Credential, ...]) -> Credential | None:
        if shown.kind != "join":  # only a join code is hashed slowly
            return matching(shown, stored)
        digest = self._checked.get(self._mark(shown))
        return next((each for each in stored if each.digest == digest), None)

    def _mark(self, shown: Shown) -> bytes:
        return hashlib.blake2b(f"{shown.handle} {shown.secret}".encode(), key=self._chance).digest()

    def _stored(self, shown: Shown) -> Credential | None:
        return matching(shown, self._credentials(shown))

    def _credentials(self, shown: Shown) -> tuple[Credential, ...]:
        return self._store.read(lambda transaction: transaction.credentials([shown.kind], shown.handle))

    def _remember(self, session: str, viewer: Viewer, generation: int) -> None:
        """Remember a session, unless some session has ended since this one was looked up."""
        with self._lock:
            if len(self._sessions) >= MOST_SESSIONS:
                self._sessions.clear()
            if generation == self._generation:
                self._sessions[session] = viewer

    def _forget(self, changed: frozenset[str]) -> None:
        """Look up every session again after some of them have ended."""
        if SESSIONS_ENDED in changed:
            with self._lock:
                self._sessions.clear()
                self._generation += 1


def _derived(*parts: str) -> str:
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()
