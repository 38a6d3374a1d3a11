"""Reads the job aids from ``data/aids.yaml``, and fills in what other files of the course say."""

from pathlib import Path

from dlcourse.content.standards import standards
from dlcourse.content.yaml_values import read
from dlcourse.domain.aids.sheets import AidFile, AidPart, AidTerm, JobAid
from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.sessions import Curriculum
from dlcourse.domain.standards import Standards
from dlcourse.errors import CourseError

FILE = "aids.yaml"
STANDARDS = "standards"
"""The id of the aid whose table is made from the file of standards."""


def job_aids(data: Path, curriculum: Curriculum) -> tuple[JobAid, ...]:
    """All job aids; `CourseError` if one names a principle that does not exist, or has a row of another width."""
    found = read(data / FILE, AidFile)
    return tuple(_filled(aid, standards(data), curriculum) for aid in found.aids)


def _filled(aid: JobAid, known: Standards, curriculum: Curriculum) -> JobAid:
    parts = tuple(_with_principles(aid, part) for part in aid.parts)
    if aid.id == STANDARDS:
        parts = (*parts, _table(known, curriculum), _published(known))
    return aid.model_copy(update={"parts": parts})


def _with_principles(aid: JobAid, part: AidPart) -> AidPart:
    for row in part.rows:
        if len(row) != len(part.columns):
            raise CourseError(f"{FILE}: {aid.id}", f"the row '{row[0]}' has another width than the heading", "Mend it.")
    for name in part.principles:
        if name not in PRINCIPLES:
            raise CourseError(f"{FILE}: {aid.id}", f"there is no principle '{name}'", f"Use {', '.join(PRINCIPLES)}.")
    terms = tuple(AidTerm(term=name, means=PRINCIPLES[name].short) for name in part.principles)
    return part.model_copy(update={"terms": (*part.terms, *terms)})


def _table(known: Standards, curriculum: Curriculum) -> AidPart:
    """Sessions beside frameworks, with the numbers of the standards."""
    ids = [framework.id for framework in known.frameworks]
    sessions = [session for session in curriculum.sessions if session.id in known.sessions]
    rows = tuple((each.title, *(", ".join(known.sessions[each.id].get(name, ())) for name in ids)) for each in sessions)
    return AidPart(title="Which session serves which", columns=("Session", *ids), rows=rows)


def _published(known: Standards) -> AidPart:
    """The frameworks and the standards that are named."""
    terms = (
        AidTerm(
            term=f"{each.id}, {each.title}, {each.publisher} {each.year}",
            means="; ".join(f"{standard.number} {standard.title}" for standard in each.standards) + ".",
        )
        for each in known.frameworks
    )
    return AidPart(title="The standards", terms=tuple(terms))
