"""What stands around every page: where one is, what goes on, and what was just refused."""

from collections.abc import Sequence
from datetime import UTC, datetime

from starlette.responses import Response

from builder.desk.asked import Asked
from builder.desk.jobs import Job, State
from builder.desk.rendering import page
from builder.desk.told import shown
from builder.findings.finding import Finding
from builder.frozen import frozen

MENU = (
    ("/", "总览"),
    ("/award", "奖项"),
    ("/handout", "下发"),
    ("/intake", "收件"),
    ("/review", "评审"),
    ("/ledger", "台账"),
    ("/settings", "设置"),
)
# Pages that stand below one of the menu.
_BELOW = {
    "home": "/",
    "scheme": "/award",
    "company": "/intake",
    "submission": "/intake",
    "rules": "/review",
    "stages": "/review",
    "trace": "/review",
    "trouble_page": "",
}
_SHOWN_WORK = 3


@frozen
class Frame:
    """What every page is given beside its own."""

    title: str
    folder: str
    root: str
    page: str
    now: datetime
    here: str
    menu: tuple[tuple[str, str], ...]
    revision: str
    shared: bool
    who: str
    jobs: tuple[Job, ...]
    findings: tuple[dict[str, str], ...]


def framed(
    asked: Asked, template: str, findings: Sequence[Finding] = (), /, **values: object
) -> Response:
    """A page of the desk, with what was found on the way to it."""
    desk = asked.desk
    page_name = template.partition(".")[0]
    frame = Frame(
        title=desk.year.title,
        folder=str(desk.places.folder.resolve()),
        root=str(desk.year.root),
        page=page_name,
        now=datetime.now(UTC),
        here=_BELOW.get(page_name, f"/{page_name}"),
        menu=MENU,
        revision=revision(asked),
        shared=desk.shared,
        who=asked.who,
        jobs=tuple(_work(desk.jobs.listed())),
        findings=tuple(shown(one) for one in findings),
    )
    return page(template, frame=frame, **values)


def refused(asked: Asked, findings: Sequence[Finding]) -> Response:
    """The page that says what was not done, and leads back."""
    return framed(asked, "trouble_page.html", findings, back=asked.back)


def revision(asked: Asked) -> str:
    """A word that changes whenever a page may show something else."""
    return f"{asked.desk.jobs.mark}-{asked.desk.jobs.revision}-{asked.desk.year_mark()}"


def _work(jobs: list[Job]) -> list[Job]:
    """Work that goes on or waits for somebody, and the one that ended last if it found anything."""
    pending = [job for job in jobs if job.state is not State.DONE and not job.dismissed]
    last = [job for job in jobs[:1] if job.state is State.DONE and not job.dismissed]
    return [*last, *(job for job in pending if job not in last)][:_SHOWN_WORK]
