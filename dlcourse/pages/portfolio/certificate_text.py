"""What a certificate says in sentences: what was done, and when, for the paper and for the badge."""

from dlcourse.domain.portfolio.certificate import Attestation, DoneSession, Issued, Scope
from dlcourse.pages.portfolio import words
from dlcourse.pages.words import counted, day, listed


def achievement(scope: Scope) -> str:
    """What was achieved, in a few words."""
    return words.ACHIEVEMENT.format(course=scope.course, sessions=_sessions(len(scope.done)))


def defined(scope: Scope) -> str:
    """What the achievement is, whoever has it: which sessions, and their stated time."""
    titles = listed([f"“{session.title}”" for session in scope.done])
    return words.DEFINED.format(
        sessions=_sessions(len(scope.done)), course=scope.course, titles=titles, minutes=minutes(scope)
    )


def sentence(one: Issued) -> str:
    """The certificate in two or three sentences, with everything that it counts."""
    scope = one.scope
    closed = scope.all - scope.open
    told = words.CERTIFIED_WHOLE if len(scope.done) == scope.all else words.CERTIFIED
    return told.format(
        name=one.name,
        done=len(scope.done),
        sessions=_sessions(scope.open),
        course=scope.course,
        day=day(one.at),
        rest=words.NOT_OPEN.format(all=scope.all, closed=closed) if closed else "",
        minutes=minutes(scope),
    )


def confirmed(attestation: Attestation) -> str:
    """What a facilitator confirms, in one sentence."""
    return words.CONFIRMED.format(
        by=attestation.by,
        cohort=attestation.cohort,
        day=day(attestation.at),
        name=attestation.name,
        titles=listed([f"“{session.title}”" for session in attestation.sessions]),
    )


def line_of(session: DoneSession) -> str:
    """What the badge says of one session."""
    return words.LINE_OF_SESSION.format(minutes=counted(session.minutes, "minute", "minutes"))


def minutes(scope: Scope) -> str:
    """The stated time, in minutes and in hours."""
    whole, rest = divmod(scope.minutes, 60)
    told = counted(scope.minutes, "minute", "minutes")
    hours = " ".join(filter(None, [counted(whole, "hour", "hours"), f"{rest} min" if rest else ""]))
    return words.HOURS_TOO.format(minutes=told, hours=hours) if whole else told


def _sessions(number: int) -> str:
    return counted(number, "session", "sessions")
