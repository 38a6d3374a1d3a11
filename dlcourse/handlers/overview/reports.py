"""Handlers of the report about a cohort: its figures as a file, and attendance by name as another."""

import base64
from collections.abc import Callable

from dlcourse.domain.download import DownloadView
from dlcourse.domain.overview.messages import CohortReport, ReportForm, TakeAttendance, TakeReport
from dlcourse.domain.overview.views import CohortReportView, SignedPerson
from dlcourse.handlers.cohort.reading import cohort_name, names
from dlcourse.handlers.context import Heavy, ReadContext, Slow
from dlcourse.handlers.overview.figures import figures_of
from dlcourse.handlers.overview.people import progress_in
from dlcourse.handlers.overview.sign_offs import confirmed_in
from dlcourse.handlers.registry import look_up
from dlcourse.store import utc_now

TYPES: dict[ReportForm, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@look_up.register
def show_cohort_report(query: CohortReport, context: ReadContext) -> Heavy:
    return Heavy(_report(query.cohort, context))


@look_up.register
def show_take_report(query: TakeReport, context: ReadContext) -> Slow:
    report = _report(query.cohort, context)

    def work() -> DownloadView:
        from dlcourse.exports.overview.report_files import report_file  # only needed for a file

        view, today = report(), utc_now().date()
        content = report_file(view, query.form, today)
        return _file(f"cohort-report-{today.isoformat()}.{query.form}", TYPES[query.form], content)

    return Slow(work)


@look_up.register
def show_take_attendance(query: TakeAttendance, context: ReadContext) -> Slow:
    report = _report(query.cohort, context)

    def work() -> DownloadView:
        from dlcourse.exports.overview.attendance import attendance_csv  # only needed for the file

        content = attendance_csv(report()).encode("utf-8-sig")
        return _file(f"attendance-{utc_now().date().isoformat()}.csv", TYPES["csv"], content)

    return Slow(work)


def _report(cohort: str, context: ReadContext) -> Callable[[], CohortReportView]:
    """Read what is needed in the transaction; what is returned gives the view after it."""
    progress, name = progress_in(cohort, context), cohort_name(context.transaction, cohort)
    confirmed = confirmed_in(context.transaction, cohort)
    found = names(context.transaction, cohort, {context.person, *(each.by for each in confirmed.values())})
    may_sign = bool(found[context.person])
    signed = tuple(
        SignedPerson(person=person, by=found[each.by], at=each.at, sessions=each.sessions)
        for person, each in confirmed.items()
        if found[each.by]
    )

    def view() -> CohortReportView:
        figures = figures_of(cohort, name, context)
        return CohortReportView(progress=progress(), figures=figures, signed=signed, may_sign=may_sign)

    return view


def _file(name: str, kind: str, content: bytes) -> DownloadView:
    return DownloadView(name=name, type=kind, content=base64.b64encode(content).decode())
