"""Handler of the job aids, which are files of the course."""

from dlcourse.content.aids.sheets import job_aids
from dlcourse.domain.aids.sheets import JobAids, JobAidsView
from dlcourse.handlers.context import Heavy, ReadContext
from dlcourse.handlers.registry import look_up


@look_up.register
def show_job_aids(query: JobAids, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    library = context.library
    return Heavy(lambda: JobAidsView(aids=job_aids(library.data, library.curriculum())))
