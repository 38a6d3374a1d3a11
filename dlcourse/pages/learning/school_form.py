"""The form of a school: a menu for each choice, and one for what its leaders know."""

from dlcourse.domain.learning.choices import CHOICES, SchoolChoices
from dlcourse.domain.learning.messages import EXPECTED, SetOwnPlace, TrySchool
from dlcourse.pages.fields import Answer, choice, menu, options
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.learning import place_words, words


def try_form(school: SchoolChoices, tried: int) -> FormProps:
    """Choices that begin as at this school, and what one expects of them. Each prediction has a form of its own."""
    expects = choice(
        "expects", words.EXPECT, options((each, words.EXPECTED[each]) for each in EXPECTED), words.EXPECT_NOTE
    )
    return form(
        TrySchool,
        f"school/{tried}",
        [*_menus(school), expects],
        heading=words.ASK,
        note=words.NOTE,
        submit=words.SUBMIT,
    )


def place_form(school: SchoolChoices) -> FormProps:
    """Choices that begin as the person set their own place before."""
    return form(
        SetOwnPlace,
        "own-place",
        _menus(school),
        heading=place_words.ASK,
        note=place_words.NOTE,
        submit=place_words.SUBMIT,
    )


def _menus(school: SchoolChoices) -> list[Answer]:
    legends = [*((str(name), words.LEGENDS[name]) for name in CHOICES), ("leaders_know", words.CONDITION)]
    return [menu(name, legend, options(words.LEVELS[name].items()), getattr(school, name)) for name, legend in legends]
