"""A year's folder to try things on, and files that applicants hand in."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from builder.findings.finding import Finding
from builder.ledger.rows import Submission
from builder.pipeline.batch import Basis, verify_file
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.year.exporting import everything
from builder.pipeline.year.folder import Year
from builder.pipeline.year.judging import judge
from builder.pipeline.year.opening import open_year
from builder.pipeline.year.receiving import Receipt, drops_of, receive
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case


@cache
def workbook(applicant: str, *, faulty: bool = False) -> bytes:
    """A filled workbook of an applicant, one score missing where it is faulty."""
    chosen = case(PENGJIANG, 0)
    answers = {chosen.plan.applicant: applicant}
    missing = {chosen.score.name: None} if faulty else {}
    return chosen.with_answers(**answers, **missing)


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    """The folder with these files in it, by their paths in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


@contextmanager
def opened(root: Path, database: str = "") -> Iterator[Year]:
    """The year in a folder, made there if it is none yet; nothing is told of it."""
    year, findings = told_of(root, database)
    assert findings == ()
    try:
        yield year
    finally:
        year.close()


def told_of(root: Path, database: str = "") -> tuple[Year, tuple[Finding, ...]]:
    """The year and what is told of it."""
    root.mkdir(exist_ok=True)
    done = open_year(root, create=True, title="2026年", database=database)
    assert done.year is not None, done.findings
    return done.year, done.findings


def drop(year: Year, *paths: Path) -> Receipt:
    """What comes of dropping files."""
    return receive(year, drops_of(paths), "张三")


@cache
def planned() -> None:
    """Have this process know the plan, and every copy of it that is made to judge a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = put(Path(folder), {"表.xlsx": workbook("某公司")}) / "表.xlsx"
        verify_file(ReturnedFile(path=path), Basis())


def dropped_and_judged(year: Year, *paths: Path) -> Receipt:
    """The same, and everything is judged."""
    planned()
    receipt = drop(year, *paths)
    assert judge(year).left == 0
    return receipt


def states(year: Year) -> dict[str, str]:
    """How far each submission is, by its path below 收件 or 回收站."""
    return {row.path.partition("/")[2]: row.state.value for row in everything(year)}


def told(rows: Sequence[Submission]) -> list[tuple[str, int, bool]]:
    """Submissions in a few words."""
    return [(row.applicant, row.number, row.current) for row in rows]
