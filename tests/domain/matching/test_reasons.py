"""Plans in sentences: why somebody is there, what is open, how good it is proven to be, what contradicts."""

from decimal import Decimal
from fractions import Fraction

from dlcourse.domain.matching.gaps import gaps
from dlcourse.domain.matching.optimality import contradiction, verdict
from dlcourse.domain.matching.outcome import Bound, Conflict, stages
from dlcourse.domain.matching.plan import Plan, Wishes, measure
from dlcourse.domain.matching.reasons import reasons
from dlcourse.domain.matching.team import Team
from tests.domain.matching.crews import crew, laid_out

ANA = "Atlas: named expert for Maps (level 5, 3 asked, the only one in the team who has it)"


def test_why_somebody_is_there() -> None:
    """Named expert, accountable, coach, learner, hours: each is said once, with levels."""
    told = reasons(crew(), laid_out()).people
    assert told["Ana"] == (
        f"{ANA}, answers for it and coaches Ben in Maps.",
        "Atlas: is coached in Songs by Ben (level 4, own level 2), as wished.",
        "Gives 2 of 6 hours.",
    )
    assert told["Dan"] == ("Atlas: is coached in Songs by Ben (level 4, own level 0), as wished.",)


def test_why_somebody_is_not() -> None:
    """Everybody without a part is told why."""
    told = reasons(crew(), Plan()).people
    assert told["Dan"] == (
        "Has no part: no hours to give, and nobody above their level is free to coach what they want to learn.",
    )
    assert told["Cho"] == ("Has no part: every place is better filled by somebody else.",)


def test_who_answers_and_how_supported() -> None:
    """For each task: who answers, what they meet, who coaches them, and how full it is."""
    told = reasons(crew(), laid_out(), Wishes(leads=(("Ana", "Atlas"),))).tasks
    assert told["Atlas"] == (
        "Ana answers for it (pinned) and meets 1 of 2 requirements; Ben coaches in Songs.",
        "2 contribute, the most it holds, 2 hours each.",
        "Dan learns here.",
    )


def test_an_unsupported_lead() -> None:
    """Who answers without support is named with what they fall short in."""
    plan = laid_out().model_copy(update={"coaching": ()})
    told = reasons(crew(), plan).unsupported["Atlas"]
    assert told.startswith("Ana answers for Atlas but falls short in Songs, and nobody who can do it well enough")


def test_gaps_and_what_closes_them() -> None:
    """Nobody drums. A gap says what prevents those who have the level, or what training the nearest person needs."""
    told = {(gap.task, gap.skill): gap for gap in gaps(crew(), Plan())}
    assert told["Band", "Drums"].nearest is None
    assert "bring somebody in" in told["Band", "Drums"].text
    assert told["Atlas", "Maps"].nearest == "Ana"
    assert told["Atlas", "Maps"].text.endswith("is needed elsewhere.")
    weaker = crew().without("Ana")
    gap = next(gap for gap in gaps(weaker, Plan()) if gap.skill == "Maps")
    assert gap.text == "Atlas asks for Maps at level 3. Cho comes nearest with 2: training by 1 level closes it."


def test_what_holds_up_who_has_the_level() -> None:
    """No hours, too few hours, hours given elsewhere, and no room are told apart."""

    def held_up(hours: str, plan: Plan) -> str:
        ana = crew().people[0].model_copy(update={"hours": Decimal(hours)})
        team = Team(skills=crew().skills, people=(ana, *crew().people[1:]), work=crew().work)
        return next(gap.text for gap in gaps(team, plan) if gap.skill == "Maps")

    assert "no hours" in held_up("0", Plan())
    assert "1 hour, and this takes 2" in held_up("1", Plan())
    assert "gives 3 of 4 hours to other work" in held_up("4", Plan(contributors={"Band": ("Ana",)}))
    assert "full with 2" in held_up("6", Plan(contributors={"Atlas": ("Ben", "Cho")}))


def test_verdicts() -> None:
    """A stage is said with its proof, or with a bound on the best plan."""
    bounds = measure(crew(), laid_out()) | {"named_experts": Fraction(3)}
    told = [verdict(stage) for stage in stages(crew(), laid_out(), bounds, bounds)]
    assert told[0] == "1 requirement uncovered: no plan has fewer."
    assert told[3] == "2 people are named experts: not proven best; the best plan has at most 3."


def test_contradictions() -> None:
    """Bounds that contradict are listed in sentences; none found in time is said as well."""
    bounds = (
        Bound(on="Atlas", bound="least", value=Fraction(9)),
        Bound(on="Ana", bound="hours", value=Fraction(5, 2)),
        Bound(on="Ana=Atlas", bound="keep_off", value=Fraction(0)),
    )
    told = contradiction(crew(), Conflict(bounds=bounds))
    assert told[1:] == (
        "Atlas needs at least 9 people; the team has 4.",
        "Ana has 2.5 hours.",
        "Ana is kept off Atlas.",
    )
    assert "No fewer" in told[0]
    assert "allow more seconds" in contradiction(crew(), Conflict(bounds=()))[0]


def test_nobody_is_he_or_she() -> None:
    """No sentence guesses anybody's gender."""
    why = reasons(crew(), laid_out())
    words = " ".join(sentence for told in (*why.people.values(), *why.tasks.values()) for sentence in told).split()
    assert not {"he", "she", "his", "her", "him"} & {word.strip(".,").lower() for word in words}
