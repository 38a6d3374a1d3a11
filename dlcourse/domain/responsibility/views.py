"""What a person sees of shared responsibility: each share with its gaps, strain tests, the trace, and what happened."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dlcourse.domain.chart import Chart
from dlcourse.domain.packed_answers import unpacked
from dlcourse.domain.registers.happenings import Happening, register_steps
from dlcourse.domain.registers.streams import RegisterStep, RegisterView
from dlcourse.domain.registers.versioned_text import VersionedView, versioned_view
from dlcourse.domain.responsibility.gaps import Gap, gaps_of
from dlcourse.domain.responsibility.messages import StrainKind, StrainTried
from dlcourse.domain.responsibility.people import ShareText, distinct, share_text
from dlcourse.domain.responsibility.record import MapRecord, ShareRecord
from dlcourse.domain.responsibility.strain import Break, away, cut, holding
from dlcourse.domain.speech import Value
from dlcourse.domain.trace import Traced


class ShareCard(Value):
    """A share as it reads now, what is missing in it, and its versions."""

    id: str
    share: ShareText
    gaps: tuple[Gap, ...]
    text: VersionedView


class StrainView(Value):
    """A strain test: what was expected, and what breaks on the map as it is now. ``by`` is empty for one's own map."""

    kind: StrainKind
    who: str
    expect: str
    by: str
    at: str
    breaks: tuple[Break, ...]
    holds: tuple[str, ...]


class ResponsibilityView(RegisterView):
    """The map as it is, or as it was after ``step`` events (0 for now).

    ``only_read`` if the viewer can change nothing in it. ``strains`` and ``steps`` are the newest first. ``trace`` is
    what was decided, the newest first; it is always that of now. ``charts`` show how leading stretches over people,
    today and as it is shared out.
    """

    together: bool
    only_read: bool = False
    shares: tuple[ShareCard, ...]
    strains: tuple[StrainView, ...]
    trace: tuple[Traced, ...]
    charts: tuple[Chart, ...] = ()
    people: tuple[str, ...]
    step: int
    steps: tuple[RegisterStep, ...]
    changed: str
    day: str
    damaged: int = 0


@dataclass(frozen=True)
class MapKnown:
    """What is known besides the events: the words by their ids, the names of people, and the day (ISO 8601)."""

    texts: Mapping[str, str]
    names: Mapping[str, str]
    day: str
    trace: tuple[Traced, ...] = ()


def responsibility_view(
    record: MapRecord, known: MapKnown, topic: str, step: int = 0, steps: tuple[Happening, ...] = ()
) -> ResponsibilityView:
    """The map after its first ``step`` events, if that is not 0; ``steps`` is everything that ever happened."""
    cards = tuple(_card(share, known) for share in record.shares.values() if not share.ended)
    shares = [card.share for card in cards]
    return ResponsibilityView(
        topic=topic,
        together=bool(known.names),
        shares=cards,
        strains=tuple(_strain(each, shares, known) for each in record.strains)[::-1],
        trace=tuple(_with_change(each, record, known) for each in known.trace),
        people=everybody(shares),
        step=step,
        steps=register_steps(steps, known.names),
        changed=record.changed,
        day=known.day,
        damaged=record.damaged,
    )


def everybody(shares: Iterable[ShareText]) -> tuple[str, ...]:
    """All people on the map, each once, as they were first written."""
    return distinct(name for share in shares for name in share.people)


def _card(share: ShareRecord, known: MapKnown) -> ShareCard:
    text = versioned_view(share.text, known.texts, known.names)
    read = share_text(text.newest.answers if text.newest else {})
    return ShareCard(id=share.id, share=read, gaps=gaps_of(read), text=text)


def _strain(each: Happening, shares: list[ShareText], known: MapKnown) -> StrainView:
    assert isinstance(each.event, StrainTried)
    said = unpacked(known.texts.get(each.event.words))
    who = said.get("who", "")
    breaks = cut(shares) if each.event.kind == "cut" else away(shares, who)
    return StrainView(
        kind=each.event.kind,
        who=who,
        expect=said.get("expect", ""),
        by=known.names.get(each.by, ""),
        at=each.at,
        breaks=breaks,
        holds=holding(shares, breaks),
    )


def _with_change(traced: Traced, record: MapRecord, known: MapKnown) -> Traced:
    """The decision with what somebody said that it has changed, if they did."""
    said = known.texts.get(record.changes.get(traced.id, ""), "")
    return traced.model_copy(update={"changed": said}) if said.strip() else traced
