"""Checks that a scenario can be played to an end, and that what the author claims about its facts is true.

It turns the results of `reachability` and `hidden_profile` into findings at the author's lines.
"""

from collections.abc import Iterable, Iterator

from dlcourse.content.findings import Code, Report, shown, suggestion
from dlcourse.content.roleplay import first_person
from dlcourse.content.roleplay.sound_parts import SoundParts
from dlcourse.content.yaml_tree import Group, Listing, Node, Path, items_of, text_of
from dlcourse.domain.roleplay import hidden_profile, minimal_sets
from dlcourse.domain.roleplay.hidden_profile import ProfileProblem
from dlcourse.domain.roleplay.minimal_sets import TooManySteps
from dlcourse.domain.roleplay.reachability import BOUND, Story, Stuck, explore
from dlcourse.domain.roleplay.scenario import Crossroads, Scenario


def check(sound: SoundParts, report: Report) -> None:
    """Report scenes that cannot be reached or left, claims that the facts refute, and other weak points.

    The story and the profile are checked as far as they are sound.
    """
    story, profile = sound
    if story:
        _story(story, explore(story), report)
    if profile and profile.panel:
        _profile(profile, report)
        _explained(profile, report)
        _robust(profile, report)
    if profile:
        first_person.check(profile, report)
    if profile and story is profile:
        _talk_time(profile, report)
    _principles(report)


def _story(scenario: Scenario, story: Story, report: Report) -> None:
    places = dict(_places(scenario))
    for scene in story.unreachable:
        what = f"no play can reach the scene {shown(scene)}"
        report.add("unreachable", places[scene], what, "Let a choice lead to it, or loosen the conditions on the way.")
    for stuck in story.dead_ends:
        what = f"in the scene {shown(stuck.scene)} no choice is open when {_closing(scenario, stuck)}, {_route(stuck)}"
        report.add("dead-end", places[stuck.scene], what, "Add a choice without a condition, or loosen one.")
    for stuck in story.endless:
        what = f"from the scene {shown(stuck.scene)} no play can come to an end, {_route(stuck)}"
        report.add("endless", places[stuck.scene], what, "Let a choice lead out of the loop.")
    for scene, choice in story.never_open:
        what = f"no play can ever take the choice {shown(choice)}"
        place = places[f"{scene}.{choice}"]
        report.add("never-open", place, what, "Loosen its condition, or take the choice out.")
    if not story.complete:
        what = f"the story is too large to be checked completely: it has more than {BOUND:,} situations"
        report.add("too-large", ("start",), what, "Use fewer conditions, or indicators with fewer values.")


def _closing(scenario: Scenario, stuck: Stuck) -> str:
    """Why no choice of the scene is open in this situation."""
    scene = scenario.scene(stuck.scene)
    asked = [choice.when for choice in scene.choices] if isinstance(scene, Crossroads) else []
    levels = dict.fromkeys(name for when in asked for name in when.indicators)
    facts = dict.fromkeys(name for when in asked for name in (*when.heard, *when.not_heard))
    choices = dict.fromkeys(name for when in asked for name in (*when.chose, *when.not_chose))
    parts = [f"'{name}' is {stuck.levels[name]}" for name in levels]
    parts += [f"'{name}' was {'' if name in stuck.known else 'not '}heard" for name in facts]
    parts += [f"'{name}' was {'' if name in stuck.known else 'not '}chosen" for name in choices]
    return " and ".join(parts)


def _route(stuck: Stuck) -> str:
    """How a play gets there: its last six choices."""
    if not stuck.route:
        return "right at the start"
    return f"for instance after {', '.join(['…'] * (len(stuck.route) > 6) + [*stuck.route[-6:]])}"


def _places(scenario: Scenario) -> Iterator[tuple[str, Path]]:
    """The path of the id of each scene, and of each choice as ``scene.choice``."""
    for at, scene in enumerate(scenario.scenes):
        yield scene.id, ("scenes", at, "id")
        for number, choice in enumerate(scene.choices if isinstance(scene, Crossroads) else ()):
            yield f"{scene.id}.{choice.id}", ("scenes", at, "choices", number, "id")


def _profile(scenario: Scenario, report: Report) -> None:
    hidden = scenario.profile == "hidden"
    problems = hidden_profile.hidden_problems(scenario) if hidden else hidden_profile.manifest_problems(scenario)
    whole = [problem for problem in problems if problem.law != "H4"]
    if whole:
        code: Code = "not-hidden" if hidden else "not-manifest"
        report.add(code, ("profile",), _joined(whole), _remedies(whole))
    roles = [role.id for role in scenario.roles]
    for problem in problems:
        if problem.law == "H4" and problem.role:
            path = ("roles", roles.index(problem.role))
            report.add("role-without-part", path, f"H4 fails. {problem.message}", problem.remedy)


def _joined(problems: Iterable[ProfileProblem]) -> str:
    """All problems as one text, each sentence with its law."""
    return " ".join(
        problem.message if problem.law == "manifest" else f"{problem.law} fails. {problem.message}"
        for problem in problems
    )


def _remedies(problems: Iterable[ProfileProblem]) -> str:
    return " ".join(dict.fromkeys(problem.remedy for problem in problems))


def _explained(scenario: Scenario, report: Report) -> None:
    if scenario.profile == "hidden" and not any(fact.explains for fact in scenario.facts):
        what = "no fact explains the change that the case is about"
        remedy = "Write 'explains: true' at a fact that says what happened when the change began."
        report.add("unexplained", ("profile",), what, remedy)


def _robust(scenario: Scenario, report: Report) -> None:
    facts = [fact.id for fact in scenario.facts]
    for fact in hidden_profile.deciding_shared_facts(scenario):
        what = f"without the shared fact {shown(fact)} the shared facts point elsewhere or nowhere (H6)"
        report.add("fragile", ("facts", facts.index(fact)), what, "Spread its weight over several shared facts.")


def _talk_time(scenario: Scenario, report: Report) -> None:
    panel = scenario.panel
    try:
        fewest = minimal_sets.fewest_unique_facts(scenario)
    except TooManySteps:
        return
    if panel and fewest is not None and panel.minutes < fewest:
        path = ("scenes", scenario.scenes.index(panel), "minutes")
        time = f"{panel.minutes} minute{'' if panel.minutes == 1 else 's'}"
        what = f"the talk has {time}, but '{scenario.best}' needs at least {fewest} unique facts voiced"
        report.add("minutes", path, what, f"Give it {fewest} minutes or more.")


def _principles(report: Report) -> None:
    """Warn of choices and questions without a principle. It reads the tree, because nothing else has to be sound."""
    for at, scene in enumerate(items_of(report.root, "scenes")):
        for number, choice in enumerate(items_of(scene, "choices")):
            name = text_of(choice, "id")
            what = f"the choice {shown(name)}" if name.strip() else "this choice"
            _without_principle(report, ("scenes", at, "choices", number), choice, what)
    for at, question in enumerate(items_of(report.root, "debrief")):
        _without_principle(report, ("debrief", at), question, "this debrief question")


def _without_principle(report: Report, path: Path, owner: Node, what: str) -> None:
    names = owner.fields if isinstance(owner, Group) else {"principles": owner}
    named = names.get("principles")
    empty = named is None or (isinstance(named, Listing) and not named.items)
    if empty and not any(suggestion(name, ["principles"], "") for name in names if name != "principles"):
        report.add("no-principle", path, f"{what} names no principle", "Add for example 'principles: [P1]'.")
