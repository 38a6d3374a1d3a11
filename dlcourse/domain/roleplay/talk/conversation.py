"""What was said and done in a play, scene by scene, with the texts and the words that each turn points to."""

from collections.abc import Mapping
from typing import Literal, TypedDict

from dlcourse.domain.roleplay.messages import Answered, ChoiceMade, Decided, FactShared, IdeaVoiced, QuestionAsked
from dlcourse.domain.roleplay.play import Play, Said
from dlcourse.domain.roleplay.scenario import Choice, Crossroads
from dlcourse.domain.roleplay.talk.situations import Phrasing, phrasings
from dlcourse.domain.speech import Value


class TalkLine(Value):
    """One thing said or done after ``moves`` moves. Fields that do not apply are empty.

    ``text`` is the choice's text, or the fact as its speaker says it; ``by`` told the fact first; ``words`` are
    somebody's own. ``phrasing`` gives the situation and the sentence that goes with it.
    """

    kind: Literal["shared", "asked", "answered", "idea", "decided", "chose"]
    moves: int
    role: str
    minute: int
    how: str = ""
    to: str = ""
    option: str = ""
    fact: str = ""
    by: str = ""
    text: str = ""
    words: str = ""
    feedback: str = ""
    credits: tuple[str, ...] = ()
    new: bool = False
    last: bool = False
    phrasing: Phrasing


class Passage(Value):
    """A past or current scene of the play, with what was said and done there."""

    scene: str
    title: str
    text: str
    lines: tuple[TalkLine, ...]


class _Told(TypedDict):
    """What every line says of its turn."""

    moves: int
    minute: int
    role: str
    new: bool
    phrasing: Phrasing


def passages(play: Play, texts: Mapping[str, str]) -> tuple[Passage, ...]:
    """The scenes that the play has been in, the present one last, each with its lines."""
    parts = _parts(play)
    scenes = [*(part[0][0].scene for part in parts[:-1]), play.scene]
    return tuple(
        _passage(play, scene, [line(play, said, texts, phrasing) for said, phrasing in part])
        for scene, part in zip(scenes, parts, strict=True)
    )


def _parts(play: Play) -> list[list[tuple[Said, Phrasing]]]:
    """The turns of each scene. A scene ends with a decision or a choice, and with what is said to that."""
    parts: list[list[tuple[Said, Phrasing]]] = [[]]
    closed = False
    for said, phrasing in zip(play.said, phrasings(play), strict=True):
        answered = isinstance(said.turn, Answered)
        if closed and not answered:
            parts.append([])
        parts[-1].append((said, phrasing))
        closed = isinstance(said.turn, Decided | ChoiceMade) or (closed and answered)
    return [*parts, []] if closed else parts


def line(play: Play, said: Said, texts: Mapping[str, str], phrasing: Phrasing) -> TalkLine:
    """One turn of the conversation with the words and texts that it points to."""
    told: _Told = {
        "moves": said.moves, "minute": said.minute, "role": said.turn.role, "new": said.new, "phrasing": phrasing
    }  # fmt: skip
    match said.turn:
        case FactShared(fact=fact, role=role):
            by, text = play.voiced[fact].role, _as_said(play, fact, role)
            return TalkLine(kind="shared", fact=fact, by=by, text=text, **told)
        case QuestionAsked(how=how, to=to, option=option):
            return TalkLine(kind="asked", how=how, to=to, option=option, **told)
        case Answered(fact=fact, last=last):
            text = _as_said(play, fact, said.turn.role)
            return TalkLine(kind="answered", fact=fact, text=text, last=last, **told)
        case IdeaVoiced(option=option, words=words):
            return TalkLine(kind="idea", option=option, words=texts.get(words, ""), **told)
        case Decided(option=option, reason=reason, credits=credit):
            return TalkLine(kind="decided", option=option, words=texts.get(reason, ""), credits=credit, **told)
        case ChoiceMade(scene=scene, choice=choice):
            taken = _choice(play, scene, choice)
            return TalkLine(kind="chose", text=taken.text, feedback=taken.feedback, **told)


def _choice(play: Play, scene_id: str, choice_id: str) -> Choice:
    scene = play.scenario.scene(scene_id)
    assert isinstance(scene, Crossroads)
    choice = scene.choice(choice_id)
    assert choice is not None
    return choice


def _passage(play: Play, scene_id: str, lines: list[TalkLine]) -> Passage:
    scene = play.scenario.scene(scene_id)
    return Passage(scene=scene_id, title=scene.title, text=scene.text, lines=tuple(lines))


def _as_said(play: Play, fact_id: str, role: str) -> str:
    """The fact as this role says it: in the first person if the role holds it and the author wrote it so."""
    if not fact_id:
        return ""
    fact = play.scenario.fact(fact_id)
    return fact.said if fact.said and role in fact.held_by else fact.text
