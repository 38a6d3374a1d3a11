"""How people come into a cohort: codes, phrases, and the sessions of their browsers.

It checks what they show. Who may join is decided by the course itself, by its policy. Several servers may use one
database: each remembers sessions only as long as it hears what the others change.
"""

import hashlib
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from dlcourse.domain.cohort.changes import LEADERS
from dlcourse.domain.cohort.codes import Shown, code_shown, phrase_shown, session_shown
from dlcourse.domain.cohort.messages import JoinCohort
from dlcourse.domain.speech import TAG, Course, decode
from dlcourse.domain.viewer import COHORT, Viewer
from dlcourse.errors import CourseError
from dlcourse.handlers.cohort.reading import invitation_to
from dlcourse.handlers.cohort.secrets import matching, new_secret
from dlcourse.store import SESSIONS_ENDED, Credential, Store, WriteTransaction, utc_now

InvitedRole = Literal["participant", "facilitator"]
MOST_SESSIONS = 10_000
"""How many sessions are remembered between requests; the others are looked up in the store."""


class WrongCodeError(CourseError):
    """Somebody showed a code or phrase that lets nobody in. ``cohort`` is the one that it was a guess at, if any."""

    def __init__(self, what: str, remedy: str, cohort: str = "") -> None:
        """``what`` is wrong, and ``remedy`` says what to do."""
        super().__init__("code", what, remedy)
        self.cohort = cohort


@dataclass(frozen=True)
class Invitation:
    """What a code invites to: a cohort, by its name, and as what."""

    cohort: str
    name: str
    role: InvitedRole
    leaders: tuple[str, ...]


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

    def invitation(self, code: str) -> Invitation:
        """What this code invites to. Raises a `WrongCodeError` if it is none, or no longer."""
        shown = code_shown(code)
        if shown is None:
            raise WrongCodeError("this is no code of a cohort", "It has three groups of four letters or digits.")
        credential = self._checked_code(shown)
        role: Literal["participant", "facilitator"] = (
            "facilitator" if credential.kind == "facilitator" else "participant"
        )
        name, leaders = self._store.read(lambda transaction: invitation_to(transaction, credential.cohort))
        return Invitation(credential.cohort, name, role, leaders)

    def guessed(self, code: str) -> str:
        """The id of the cohort whose codes begin like this one, right or wrong; empty if there is none."""
        shown = code_shown(code)
        stored = self._credentials(shown) if shown else ()
        return stored[0].cohort if stored else ""

    def join(self, code: str, name: str, ask: str, person: str = "") -> Entered:
        """Join the cohort that the code is for, under this name, as a new person or as ``person``.

        ``ask`` is the secret id of the form, so that the same form sent twice makes one person. Raises a `CourseError`
        if the code is wrong or the cohort takes in nobody new.
        """
        invited, known = self.invitation(code), bool(person)
        person = person or _derived("person", ask)
        newcomer = self._course_of(Viewer(person, "", frozenset({"newcomer"})))
        role = self._store.read(lambda transaction: transaction.role(COHORT + invited.cohort, person))
        if role is None or (invited.role == "facilitator" and role not in LEADERS):
            asked = {TAG: "JoinCohort", "id": _derived("join", ask), "cohort": invited.cohort, "role": invited.role}
            newcomer.do(decode(JoinCohort, asked | {"name": name}))
        return self._let_in(invited.cohort, person, with_phrase=role is None or not known)

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

    def _checked_code(self, shown: Shown) -> Credential:
        """The credential of a code. One that was right before is recognized quickly, however many people show it."""
        mark = hashlib.blake2b(f"{shown.handle} {shown.secret}".encode(), key=self._chance).digest()
        stored = self._credentials(shown)
        known = next((each for each in stored if self._checked.get(mark) == each.digest), None)
        found = known or matching(shown, stored)
        if found is None:
            remedy = "Check each letter, or ask whoever gave it to you whether there is a new one."
            raise WrongCodeError("this code lets nobody in", remedy, stored[0].cohort if stored else "")
        self._checked[mark] = found.digest
        return found

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
