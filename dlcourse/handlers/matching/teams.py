"""Handlers of teams: a stream for each. Brought in files, typed in or corrected, its names are its owner's texts."""

from dlcourse.content.library import Library
from dlcourse.content.matching.samples import sample_folders
from dlcourse.content.matching.teams import TeamReading, read_files, read_team
from dlcourse.content.matching.typed_tables import cell_problem, file_cells, read_typed, rows_left_out
from dlcourse.domain import drafts
from dlcourse.domain.matching.plan_messages import (
    TEAM,
    BringTeam,
    CheckTeam,
    DropTeam,
    TakeSample,
    TeamBrought,
    TeamCheckView,
    TeamDropped,
    TeamFile,
    TeamOf,
    TeamProblem,
)
from dlcourse.domain.matching.plan_views import TeamView, brought
from dlcourse.domain.matching.team import Team
from dlcourse.domain.matching.typed.cells import to_text
from dlcourse.domain.matching.typed.messages import SLOTS, CellsView, CheckCells, UseTeam
from dlcourse.domain.speech import Event, Recorded
from dlcourse.errors import CourseError
from dlcourse.exports.problem_list import MOST_SHOWN, problem_list
from dlcourse.handlers.context import ReadContext, Slow, WriteContext
from dlcourse.handlers.matching.plan_records import mine, plans_of, team_mark, team_of
from dlcourse.handlers.registry import carry_out, look_up
from dlcourse.store import WriteTransaction
from dlcourse.work_process import computed

SMALL = 20_000
"""Files with fewer bytes than this are read in a few hundredths of a second."""


def _brought_team(command: BringTeam, library: Library) -> Team:  # noqa: ARG001 (the files come with the command)
    reading = _read(command.files)
    if reading.team is None:
        first, more = reading.problems[0], len(reading.problems) - 1
        rest = f", and {more} more to fix" if more else ""
        raise CourseError(first.where, f"{first.message}{rest}", first.remedy)
    return reading.team


def _sample_team(command: TakeSample, library: Library) -> Team:
    folder = sample_folders(library).get(command.sample)
    team = read_team(folder).team if folder else None
    if team is None:
        raise CourseError("team", f"there is no sample '{command.sample}'", "Choose one from the list.")
    return team


def _typed_team(command: UseTeam, library: Library) -> Team:  # noqa: ARG001 (the tables come with the command)
    reading = read_typed(command.people, command.work)
    if reading.team is None:
        first, more = reading.problems[0], len(reading.problems) - 1
        rest = f", and {more} more to fix" if more else ""
        raise CourseError(first.where, f"{first.message}{rest}", first.remedy)
    return reading.team


@carry_out.after(_brought_team)
def bring_team(command: BringTeam, context: WriteContext, members: Team) -> Recorded:
    return _keep_new(context, command, members, command.name)


@carry_out.after(_sample_team)
def take_sample(command: TakeSample, context: WriteContext, members: Team) -> Recorded:
    return _keep_new(context, command, members, command.sample, command.sample)


@carry_out.after(_typed_team)
def use_team(command: UseTeam, context: WriteContext, members: Team) -> Recorded:
    """Save a team that was typed in. What a correction replaces is deleted, unless a plan was made with it."""
    if not command.base and not context.transaction.events(TEAM + command.team):
        return _keep_new(context, command, members, command.name)
    past = mine(context.transaction, context.person, TEAM + command.team)
    before = brought(past)
    if before.words != command.base:
        what = "it was changed in another window since you began"
        remedy = "Nothing that you typed is lost. Read what this page says about it now, then save it again."
        raise CourseError("team", what, remedy)
    planned = {one.members for _, one in plans_of(context.transaction, context.person, command.team)}
    stale = [f"{before.words}/name", *({before.words} - planned)]
    context.transaction.drop_texts(context.person, stale)
    words = f"{TEAM}{command.team}/{command.id}"
    return _keep(context, command, words, len(past), members, command.name)


@carry_out.register
def drop_team(command: DropTeam, context: WriteContext) -> Recorded:
    past = mine(context.transaction, context.person, TEAM + command.team)
    words = brought(past).words
    plans = [one for _, one in plans_of(context.transaction, context.person, command.team)]
    gone = [text for one in plans for text in (*one.texts, one.members)]
    context.transaction.drop_texts(context.person, [words, f"{words}/name", *gone])
    _drop_drafts(context.transaction, context.person, SLOTS + command.team)
    return context.transaction.append(TEAM + command.team, len(past), command.id, context.person, [TeamDropped()])


@look_up.register
def show_check_team(query: CheckTeam, context: ReadContext) -> Slow:  # noqa: ARG001 (nothing of the store is needed)
    return Slow(lambda: _checked(query.files))


@look_up.register
def show_check_cells(query: CheckCells, context: ReadContext) -> Slow:  # noqa: ARG001 (nothing of the store is needed)
    return Slow(lambda: _checked_cells(query.people, query.work))


@look_up.register
def show_team_of(query: TeamOf, context: ReadContext) -> TeamView:
    words = brought(mine(context.transaction, context.person, TEAM + query.team)).words
    members = team_of(context.transaction, context.person, query.team)
    return TeamView(mark=team_mark(context, query.team), team=members, words=words)


def _keep_new(
    context: WriteContext, command: BringTeam | TakeSample | UseTeam, members: Team, name: str, sample: str = ""
) -> Recorded:
    stream = TEAM + command.team
    if context.transaction.events(stream):
        raise CourseError("team", "one of this id is there already", "Reload the page, then bring it again.")
    return _keep(context, command, stream, 0, members, name, sample)


def _keep(  # noqa: PLR0913, PLR0917 (what belongs together is recorded together)
    context: WriteContext,
    command: BringTeam | TakeSample | UseTeam,
    words: str,
    length: int,
    members: Team,
    name: str,
    sample: str = "",
) -> Recorded:
    sizes = {"people": len(members.people), "work": len(members.work), "skills": len(members.skills)}
    came: Event = TeamBrought(words=words, sample=sample, **sizes)
    texts = {words: members.model_dump_json(), f"{words}/name": name}
    return context.transaction.append(TEAM + command.team, length, command.id, context.person, [came], texts)


def _drop_drafts(transaction: WriteTransaction, person: str, slot: str) -> None:
    """Delete what was typed in this form and not saved."""
    for card in drafts.cards(transaction.drafts(person, drafts.PREFIX), (slot,)):
        transaction.drop_draft(person, drafts.key(card.draft))


def _read(files: tuple[TeamFile, ...]) -> TeamReading:
    """What is in the files. Small ones are read here, which takes less time than starting a process for them."""
    by_name = _by_name(files)
    is_small = sum(map(len, by_name.values())) < SMALL
    return read_files(by_name) if is_small else computed(read_files, by_name)


def _by_name(files: tuple[TeamFile, ...]) -> dict[str, bytes]:
    return {each.name: each.content for each in files}


def _checked(files: tuple[TeamFile, ...]) -> TeamCheckView:
    reading = _read(files)
    shown = reading.problems[:MOST_SHOWN]
    cells = file_cells(_by_name(files)) if shown else None
    return TeamCheckView(
        problems=tuple(TeamProblem(**problem.model_dump()) for problem in shown),
        more=len(reading.problems) - len(shown),
        listing=problem_list(reading.problems),
        notes=tuple(map(str, reading.notes)),
        cells=None if cells is None else (to_text(cells[0]), to_text(cells[1])),
    )


def _checked_cells(people: str, work: str) -> CellsView:
    reading = read_typed(people, work)
    shown = reading.problems[:MOST_SHOWN]
    return CellsView(
        problems=tuple(cell_problem(problem, people, work) for problem in shown),
        more=len(reading.problems) - len(shown),
        skills=reading.skills or (),
        people=reading.people,
        work=reading.work,
        left_out=rows_left_out(people, work, reading),
    )
