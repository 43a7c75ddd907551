"""A scheme changed in a spreadsheet: its tables handed out, taken back, shown and accepted."""

from pathlib import PurePosixPath

from starlette.responses import Response

from builder.desk.asked import Asked, to
from builder.desk.jobs import Job
from builder.desk.keeping import last_aside, put, put_back
from builder.desk.pages.downloads import download
from builder.desk.pages.frame import refused
from builder.desk.places import SchemeFile, scheme_named
from builder.desk.tables import Tables
from builder.desk.uploads import forget_batch, uploads_in
from builder.desk.works.kinds import TABLES
from builder.findings.finding import Finding
from builder.pipeline.files import file_digest, write_whole
from builder.pipeline.form import write_form

_LARGEST = 50_000_000
# Where a scheme's tables go out and come back.
_VIEW = "tables"


def give_out(asked: Asked) -> Response:
    """The scheme as a workbook of tables."""
    scheme = scheme_named(asked.desk.year, asked.query.get("file", ""))
    if scheme is None:
        return to("/award")
    blank = Tables.of(asked.desk.year, scheme).blank
    blank.unlink(missing_ok=True)
    written = write_form(scheme.path, blank)
    return refused(asked, written.findings) if written.path is None else download(blank)


def take_back(asked: Asked) -> Response:
    """Have a workbook read that was dropped."""
    desk, scheme = asked.desk, scheme_named(asked.desk.year, asked.query.get("file", ""))
    if scheme is None:
        return to("/award")
    batch = asked.said("batch")
    for upload in uploads_in(desk.places.uploads, batch):
        if upload.path.stat().st_size > _LARGEST:
            return refused(asked, (Finding.at("QA1329", "", actual="方案表太大"),))
        returned = Tables.of(desk.year, scheme).returned
        failure = write_whole(returned, upload.path.read_bytes())
        forget_batch(desk.places.uploads, batch)
        if failure is not None:
            return refused(asked, (failure,))
        given = {
            "scheme": scheme.name,
            "name": PurePosixPath(upload.name.replace("\\", "/")).name,
            "of": file_digest(returned),
        }
        desk.jobs.begin(TABLES, f"读方案表（{scheme.title}）", asked.who, given)
    return to(scheme.page(_VIEW))


def accept(asked: Asked) -> Response:
    """Put the scheme with the changes in its place; the former goes to 回收站."""
    scheme = scheme_named(asked.desk.year, asked.said("file"))
    if scheme is None:
        return to("/award")
    job = read_last(asked, scheme)
    if job is None:
        # There it says that the scheme was changed since.
        return to(scheme.page(_VIEW))
    draft = Tables.of(asked.desk.year, scheme).draft
    seen = (job.outcome.get("of"), job.outcome.get("draft"))
    if seen != (file_digest(scheme.path), file_digest(draft)):
        return refused(asked, (Finding.at("QA1203", scheme.path),))
    failure = put(asked.desk.year, scheme.path, draft.read_bytes())
    asked.desk.jobs.dismiss(job.number)
    return refused(asked, (failure,)) if failure else to(f"{scheme.page(_VIEW)}&accepted=1")


def undo(asked: Asked) -> Response:
    """Put back the scheme that was replaced last."""
    scheme = scheme_named(asked.desk.year, asked.said("file"))
    if scheme is None:
        return to("/award")
    failure = put_back(asked.desk.year, scheme.path)
    return refused(asked, (failure,)) if failure else to(f"{scheme.page(_VIEW)}&undone=1")


def read_last(asked: Asked, scheme: SchemeFile) -> Job | None:
    """The last reading of a workbook of the scheme as it is now, which changes it and waits."""
    job = _last(asked, scheme)
    return job if job is not None and job.outcome["of"] == file_digest(scheme.path) else None


def _last(asked: Asked, scheme: SchemeFile) -> Job | None:
    """The last reading of a workbook that changes that scheme, unless it was accepted."""
    job = asked.desk.jobs.last(TABLES)
    if job is None or job.state.is_open or job.outcome.get("scheme") != scheme.name:
        return None
    return job if job.outcome["draft"] not in ("", file_digest(scheme.path)) else None


def shown_of(asked: Asked, scheme: SchemeFile) -> dict[str, object]:
    """What the page shows of a scheme's tables: changes that wait, and what can be undone."""
    job = read_last(asked, scheme)
    return {
        "changes": [] if job is None else job.outcome["changes"],
        "all_changes": 0 if job is None else job.outcome["all"],
        "stale": job is None and _last(asked, scheme) is not None,
        "former": last_aside(asked.desk.year, scheme.path) is not None,
        "accepted": bool(asked.query.get("accepted")),
        "undone": bool(asked.query.get("undone")),
    }
