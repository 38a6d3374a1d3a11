"""The text of a new hidden profile: its weights are in balance already, and its words are still to be written."""

from collections.abc import Iterator

from dlcourse.content.roleplay.studio.rendering import words_in_styles
from dlcourse.content.schema_errors import as_identifier
from dlcourse.domain.roleplay.profile_builder import Pull, Split, build
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.roleplay.studio.messages import ProfileOutline
from dlcourse.domain.roleplay.studio.stand_ins import DECIDED, MEETING
from dlcourse.errors import CourseError

DECOY, OTHERS = Pull(c=3, e=1), Pull(c=2, e=1)
"""How strongly each person's own facts speak against the decoy and against other options."""


def outlined(outline: ProfileOutline) -> str:
    """The text; `CourseError` if two options or two roles have one name."""
    options, roles = _ids("options", outline.options), _ids("roles", outline.roles)
    built = build(
        len(roles),
        [DECOY, *[OTHERS] * (len(options) - 2)],
        options=tuple(options),
        split=Split(own=outline.own, shared=outline.shared),
    )
    people = dict(zip((role.id for role in built.roles), roles, strict=True))
    return (
        "\n".join(
            [
                *_head(outline),
                *_people(roles),
                *_choices(options),
                *_facts(built, people),
                *_scenes(built, options),
            ]
        )
        + "\n"
    )


def _ids(what: str, names: tuple[str, ...]) -> dict[str, str]:
    """The names by ids made from them."""
    found: dict[str, str] = {}
    for name in names:
        words = as_identifier(name.partition(",")[0]) if what == "roles" else as_identifier(name)
        known = words if words != "late-buses" else what.rstrip("s")
        number = next(at for at in range(1, len(names) + 1) if (known if at == 1 else f"{known}-{at}") not in found)
        found[known if number == 1 else f"{known}-{number}"] = name.strip()
    if len({name.casefold() for name in found.values()}) < len(names):
        raise CourseError(what, "two of them have the same name", "Give each its own name.")
    return found


def _quoted(words: str) -> str:
    return next(iter(words_in_styles(words, "", 2, bracketed=False)))


def _head(outline: ProfileOutline) -> Iterator[str]:
    yield f"id: {as_identifier(outline.title)}"
    yield f"title: {_quoted(outline.title.strip())}"
    yield 'summary: ""'
    yield from ("minutes: 30", "principles: [P5, P9]", "source: original")
    yield f"setting: {_quoted(outline.setting.strip())}"
    yield ""


def _people(roles: dict[str, str]) -> Iterator[str]:
    yield "roles:"
    for at, (role, name) in enumerate(roles.items()):
        yield f"  - id: {role}"
        yield f"    name: {_quoted(name)}"
        yield '    about: ""'
        if at == 0:
            yield "    decides: true"
    yield ""


def _choices(options: dict[str, str]) -> Iterator[str]:
    best, decoy, *_ = options
    yield "options:"
    for option, name in sorted(options.items(), key=lambda each: each[1].casefold()):  # else the first one is the best
        yield f"  - id: {option}"
        yield f"    name: {_quoted(name)}"
    yield from ("", "profile: hidden", f"best: {best}", f"decoy: {decoy}", "")


def _facts(built: Scenario, people: dict[str, str]) -> Iterator[str]:
    yield "facts:"
    for at, fact in enumerate(built.facts, 1):
        shared = len(fact.held_by) == len(people)
        yield f"  - id: fact-{at}"
        yield '    text: ""'
        yield f"    held_by: {'all' if shared else f'[{people[fact.held_by[0]]}]'}"
        yield f"    weighs: {{{', '.join(f'{option}: {weight}' for option, weight in fact.weighs.items())}}}"
    yield ""


def _scenes(built: Scenario, options: dict[str, str]) -> Iterator[str]:
    panel = built.panel
    assert panel is not None  # the builder makes one
    yield from ("start: meeting", "scenes:", "  - id: meeting", "    kind: panel", "    title: The meeting")
    yield f"    text: {MEETING}"
    yield f"    minutes: {panel.minutes}"
    yield "    leads_to:"
    yield from (f"      {option}: after-{option}" for option in options)
    for option, name in options.items():
        yield from (f"  - id: after-{option}", "    kind: end", f"    title: {_quoted(name)}")
        yield f"    text: {_quoted(DECIDED.format(name=name))}"
    yield from ("", "debrief:", "  - ask: What did only one of you know, and how did it come to the table?")
    yield "    principles: [P5]"
