"""The form for an entry of the log: its words in steps, what it is about, how sure one is, and who can read it."""

from collections.abc import Collection, Iterable

from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.reflection.entries import HEADING, LONGEST, STEPS, EntryNotes, EntryStep, ReviseEntry, WriteEntry
from dlcourse.domain.reflection.log import EntryCard
from dlcourse.domain.reflection.schemas import SCHEMAS, Schema
from dlcourse.domain.sharing import Visibility
from dlcourse.pages.fields import (
    Answer,
    FormOption,
    SelectField,
    many,
    menu,
    optional_select,
    plain_options,
)
from dlcourse.pages.form import FormProps, MoreField, form, more
from dlcourse.pages.markdown import inline
from dlcourse.pages.reflection import words
from dlcourse.pages.reflection.readers import readers_props
from dlcourse.pages.steps_field import StepsField, StepsGuide, steps_field


def new_entry(slot: str, audiences: Collection[Visibility], **fixed: str) -> FormProps:
    """The form for a new entry; ``fixed`` is the session and the question that it belongs to, if any."""
    begun = EntryNotes()
    fields: list[Answer | MoreField] = [
        _steps(words.YOUR_WORDS, ()),
        _notes(begun),
        _readers(audiences, begun.visibility),
    ]
    return form(WriteEntry, slot, fields, fixed=dict(fixed), fresh="entry", submit=words.SAVE)


def next_version(card: EntryCard) -> FormProps:
    """The form for a new version of an entry, filled in with the newest one. Who can read it is changed elsewhere."""
    newest = card.newest
    return form(
        ReviseEntry,
        f"entry/{card.entry}",
        [_steps(words.WORDS["edit"], newest.steps), _notes(newest)],
        fixed={"entry": card.entry, "after": card.versions, "visibility": newest.visibility},
        submit=words.SAVE_AGAIN,
        leave=words.WORDS["shut"],
    )


def _steps(label: str, written: Iterable[EntryStep]) -> StepsField:
    return steps_field(
        "steps",
        label,
        "guide",
        [_guide(schema) for schema in SCHEMAS.values()],
        limits={"heading": HEADING, "words": LONGEST, "steps": STEPS},
        words=words.STEP_WORDS,
        written=[(step.heading, step.words) for step in written],
    )


def _guide(schema: Schema) -> StepsGuide:
    return {
        "value": schema.id,
        "steps": [{"heading": step.heading, "ask": step.ask} for step in schema.steps],
        "own_steps": schema.own_steps,
    }


def _notes(begun: EntryNotes) -> MoreField:
    """What is said with the words of an entry; ``begun`` is what was said before."""
    principles = plain_options((each.id, f"{each.id}: {each.short}") for each in PRINCIPLES.values())
    levels = plain_options((str(step), f"{step}: {word}") for step, word in enumerate(words.CONFIDENCE, 1))
    fields: list[Answer] = [
        menu("guide", words.GUIDE, [_option(each.id, each.name, each.about) for each in SCHEMAS.values()], begun.guide),
        many("principles", words.PRINCIPLES_ASKED, principles, begun.principles),
        optional_select("confidence", words.CONFIDENCE_ASKED, words.NO_CONFIDENCE, levels, str(begun.confidence or "")),
    ]
    return more("notes", words.MORE, fields)


def _readers(audiences: Collection[Visibility], begun: Visibility) -> SelectField:
    choices = [_option(each["value"], each["text"], each["says"]) for each in readers_props(audiences)]
    return menu("visibility", words.WORDS["readers"], choices, begun)


def _option(value: str, name: str, about: str) -> FormOption:
    return {"value": value, "html": inline(name), "about": inline(about)}
