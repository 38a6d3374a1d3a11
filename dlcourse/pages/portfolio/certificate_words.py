"""What a certificate says, on paper and in the badge: what was done, who says so, and what that does not prove."""

from dlcourse.domain.portfolio.certificate import DoneSession, Issued, Scope
from dlcourse.pages.words import counted, day, listed

ISSUER = "A course folder of “Distributed Leadership”, on its owner's own computer or server"
NARRATIVE = (
    "A session is done when each of its exercises has been carried out to its end: a role-play played to an end, all "
    "situations sorted, all statements answered. It does not matter how they came out. Reading is not checked."
)
PROVES_NOT = (
    "It does not prove who sat at the keyboard, how long it took, how well it was done, or what has changed at work "
    "since. No school, university or authority stands behind it."
)


def achievement(scope: Scope) -> str:
    """What was achieved, in a few words."""
    return f"{scope.course}: {counted(len(scope.done), 'session', 'sessions')} done"


def defined(scope: Scope) -> str:
    """What the achievement is, whoever has it: which sessions, and their stated time."""
    titles = listed([f"“{session.title}”" for session in scope.done])
    return (
        f"Carrying out every exercise of {counted(len(scope.done), 'session', 'sessions')} of the course "
        f"“{scope.course}” to its end: {titles}. The stated time is {minutes(scope)}; nobody measured it."
    )


def sentence(one: Issued) -> str:
    """The certificate in a sentence or three, with everything that it counts."""
    scope = one.scope
    more = scope.all - scope.open
    rest = f" Of its {scope.all} sessions, {more} were not open yet." if more else ""
    return (
        f"{one.name} has done {len(scope.done)} of the {counted(scope.open, 'session', 'sessions')} that were open in "
        f"the course “{scope.course}” on {day(one.at)}.{rest} The stated time for what was done is {minutes(scope)}; "
        "nobody measured it."
    )


def line_of(session: DoneSession) -> str:
    """What the badge says of one session."""
    return f"All exercises done. Stated time: {counted(session.minutes, 'minute', 'minutes')}."


def minutes(scope: Scope) -> str:
    """The stated time, in minutes and in hours."""
    whole, rest = divmod(scope.minutes, 60)
    told = counted(scope.minutes, "minute", "minutes")
    hours = " ".join(filter(None, [counted(whole, "hour", "hours"), f"{rest} min" if rest else ""]))
    return f"{told} ({hours})" if whole else told
