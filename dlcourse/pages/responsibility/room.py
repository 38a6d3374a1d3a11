"""The map of responsibility on the screen of a room: each piece of leading, each strain test, and the whole."""

from dlcourse.domain.responsibility.messages import Responsibility
from dlcourse.domain.responsibility.views import ResponsibilityView, ShareCard
from dlcourse.pages.registers.room import RoomPart, part, room_page
from dlcourse.pages.responsibility import words
from dlcourse.pages.responsibility.document import gap_lines
from dlcourse.pages.responsibility.share_props import share_lines
from dlcourse.pages.responsibility.strain_props import StrainResult, strain_props


def parts(view: ResponsibilityView) -> list[RoomPart]:
    """The pieces of leading, the strain tests in the order in which they were made, and the whole."""
    tests = reversed(strain_props(view)["results"])
    return [*map(_share, view.shares), *(_test(number, each) for number, each in enumerate(tests, 1)), _whole(view)]


def _share(card: ShareCard) -> RoomPart:
    lines = [(line["name"], ", ".join(line["lines"])) for line in share_lines(card.share)]
    return part(
        card.id,
        card.share.what or words.SHARES,
        mark="" if card.gaps else words.WHOLE,
        lines=lines,
        listed=(words.GAPS_TITLE, gap_lines(card)),
    )


def _test(number: int, result: StrainResult) -> RoomPart:
    return part(
        f"test-{number}",
        result["title"],
        mark=words.STRAIN,
        lines=[("", result["expected"]), ("", result["holds"])],
        listed=(words.ROOM_BREAKS, result["breaks"]),
    )


def _whole(view: ResponsibilityView) -> RoomPart:
    gaps = sum(len(card.gaps) for card in view.shares)
    counts = [(words.SHARES, len(view.shares)), (words.ROOM_PEOPLE, len(view.people)), (words.GAPS_TITLE, gaps)]
    return part("whole", words.ROOM_WHOLE, counts=counts, listed=("", [] if view.strains else [words.ROOM_NO_TEST]))


PAGE = room_page(
    "map-room",
    Responsibility(),
    ResponsibilityView,
    parts,
    {"to": "responsibility", "text": words.TITLE, "note": ""},
)
