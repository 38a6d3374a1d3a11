"""What the course consists of, as an author declares it in ``data/course.yaml``; reading it is `content.library`."""

from pydantic import Field

from dlcourse.domain.speech import Value


class Reading(Value):
    """A stretch of reading in a session's notebook, under the heading ``title``."""

    title: str
    principles: tuple[str, ...]


class Exercise(Value):
    """Something to do in a session; ``minutes`` include its debrief.

    ``kind`` is one that a subject's pages offer. ``of`` says which of that kind it is: a scenario, a sample team or
    network, or a file in ``data/exercises``; empty for a kind of which there is only one.
    """

    id: str
    kind: str
    title: str
    minutes: int
    principles: tuple[str, ...]
    of: str = ""


class Prompt(Value):
    """A reflection prompt of a session."""

    id: str
    ask: str
    principles: tuple[str, ...]


class Commitment(Value):
    """What a session asks people to take on at work."""

    id: str
    ask: str


class Session(Value):
    """One session. ``id`` is its notebook's stem; a session that is not ``open`` is only named.

    It is done when the exercises in ``done_when`` are done. Everything in it takes ``minutes``; the main path takes
    ``core`` minutes, or as long if ``core`` is 0.
    """

    id: str
    title: str
    summary: str
    minutes: int
    core: int = Field(default=0, ge=0)
    open: bool
    covers: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    commitment: Commitment | None = None
    done_when: tuple[str, ...] = ()


class PracticedDecision(Value):
    """A decision by which people practice a ``principle``: what comes of it, and what the debrief says, turns on it.

    In the exercise or role-play ``of``, at the scene or situation ``at``, somebody makes the ``choice`` or its
    ``rival``. The tests swap one for the other: the outcome and the debrief must change.
    """

    principle: str
    of: str
    at: str
    choice: str
    rival: str


class ReadParagraph(Value):
    """A paragraph about a ``principle`` in the core reading of a session, and the words with which it ``begins``."""

    principle: str
    session: str
    begins: str


class Curriculum(Value):
    """The whole course in its order; ``role_plays`` are the shipped scenarios in the order to play them.

    Only what is ``practiced`` by a decision counts as practiced, and only what has a paragraph in ``read`` as read.
    """

    title: str
    summary: str
    role_plays: tuple[str, ...] = ()
    practiced: tuple[PracticedDecision, ...] = ()
    read: tuple[ReadParagraph, ...] = ()
    sessions: tuple[Session, ...]

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of all sessions, in their order."""
        return tuple(exercise for session in self.sessions for exercise in session.exercises)

    def session(self, session_id: str) -> Session:
        """The session with this id; KeyError where there is none."""
        for session in self.sessions:
            if session.id == session_id:
                return session
        raise KeyError(session_id)
