"""How the people of a scenario speak: their voices, what they say, and that they do not call themselves by name."""

import pytest

from dlcourse.content.roleplay.scenarios import check_text
from dlcourse.domain.roleplay.scenario import Voice
from tests.content.roleplay.broken import edited, expected, found
from tests.domain.roleplay.learners import SHIPPED, shipped

DRIVER = "{id: driver, name: Bus driver, about: Drives the second bus.}"
GATE = "    text: The gate is blocked at eight.\n"
SHAPES = {
    "an unknown part of a voice": [(DRIVER, DRIVER[:-1] + ", voice: {answer: [Yes.]}} # <- shape")],
    "an empty list": [(DRIVER, DRIVER[:-1] + ", voice: {answers: []}} # <- shape")],
    "a text where a list is wanted": [(DRIVER, DRIVER[:-1] + ", voice: {answers: Yes.}} # <- shape")],
    "a voice that is a text": [(DRIVER, DRIVER[:-1] + ", voice: loud} # <- shape")],
    "a portrait that is no id": [(DRIVER, DRIVER[:-1] + ", portrait: Old Man} # <- shape")],
    "a number said": [(GATE, GATE + "    said: 8 # <- shape\n")],
    "touches as a list": [(GATE, GATE + "    touches: [principal] # <- shape\n")],
    "explains in quotes": [("    explains: true", '    explains: "yes" # <- shape')],
    "touched by nobody there": [(GATE, GATE + "    touches: {princpal: Oh.} # <- unknown-ref\n")],
    "nothing explains": [("    explains: true\n", ""), ("profile: hidden", "profile: hidden # <- unexplained")],
    "a holder named in the text": [(GATE, "    text: The bus driver saw the gate. # <- third-person\n")],
    "a holder named in what is said": [(GATE, GATE + "    said: A bus driver sees the gate. # <- third-person\n")],
    "a person's first name": [
        (DRIVER, "{id: driver, name: 'Ana Souza, driver', about: x}"),
        (GATE, "    text: Ana sees it. # <- third-person\n"),
    ],
    "said in the first person": [
        (DRIVER, "{id: driver, name: 'Ana Souza, driver', about: x}"),
        (GATE, "    text: Ana sees it.\n    said: I see it.\n"),
    ],
    "a word that only begins so": [
        (DRIVER, "{id: driver, name: 'Ana Souza, driver', about: x}"),
        (GATE, "    text: Anaconda and souza, the driver says.\n"),
    ],
    "a fact that all hold": [("text: Parents ask for it.", "text: The bus driver hears parents ask.")],
}


@pytest.mark.parametrize("edits", [pytest.param(edits, id=name) for name, edits in SHAPES.items()])
def test_people_and_what_they_say(edits: list[tuple[str, str]]) -> None:
    """Mistakes in how people speak are found at their lines, and nothing else is."""
    text = edited(*edits)
    assert found(text) == expected(text)


@pytest.mark.parametrize("name", [name for name in SHIPPED if shipped(name).panel])
def test_everybody_at_a_table_has_a_voice(name: str) -> None:
    """In each case with a table, every role has lines of its own for each situation, and no line is there twice."""
    scenario = shipped(name)
    lines = [line for role in scenario.roles for part in role.voice.model_dump().values() for line in part]
    lines += [line for fact in scenario.facts for line in fact.touches.values()]
    assert all(part for role in scenario.roles for part in role.voice.model_dump().values())
    assert len(set(lines)) == len(lines)


def test_what_people_say_is_read() -> None:
    """Voice, portrait, said, touches and explains are in the scenario as the author wrote them."""
    voice = "voice: {answers: [I know., I saw it.], hesitates: [Well …], credited: [Thanks.], passed_over: [Hm.]}"
    text = edited(
        (DRIVER, f"{DRIVER[:-1]}, portrait: driver-2, {voice}}}"),
        (GATE, GATE + "    said: I stand at the gate at eight.\n    touches: {principal: I had no idea.}\n"),
    )
    scenario = check_text(text, "x").scenario
    assert scenario is not None
    driver, fact = scenario.role("driver"), scenario.fact("gate-blocked")
    assert driver.voice == Voice(
        answers=("I know.", "I saw it."), hesitates=("Well …",), credited=("Thanks.",), passed_over=("Hm.",)
    )
    assert (driver.portrait, fact.said) == ("driver-2", "I stand at the gate at eight.")
    assert (fact.touches, fact.explains) == ({"principal": "I had no idea."}, True)
    assert scenario.fact("staff-leave").explains is False
