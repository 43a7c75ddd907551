"""A scheme's tables read back, into a copy of the scheme that waits to be accepted."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from builder.desk.places import scheme_named
from builder.desk.tables import Tables
from builder.desk.told import Tell, Told
from builder.findings.failure import failure_words
from builder.findings.finding import Finding
from builder.pipeline.files import file_digest, write_whole
from builder.pipeline.form import read_form
from builder.pipeline.year.folder import Year

# As many as a person looks through at once.
_MOST = 300


def read_tables(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """Tell every change that a workbook makes; the scheme itself is not touched."""
    scheme = scheme_named(year, str(given["scheme"]))
    if scheme is None:
        return
    tables, name = Tables.of(year, scheme), str(given["name"])
    tell(Told(said="正在读方案表", outcome={"scheme": scheme.name, "changes": [], "draft": ""}))
    try:
        before = scheme.path.read_bytes()
        for old in tables.folder.glob(f"{scheme.name}*"):
            old.unlink()
    except OSError as error:
        tell(Told(findings=(Finding.at("QA891", scheme.path, actual=failure_words(error)),)))
        return
    failure = write_whole(tables.draft, before)
    if failure is not None:
        tell(Told(findings=(failure,)))
        return
    read = read_form(tables.returned, tables.draft)
    unlike = "表里没有改动" if not read.findings else "表里有要改的地方"
    said = f"表里改了 {len(read.changes)} 处" if read.written else f"{unlike}，方案没有动"
    outcome = {
        "scheme": scheme.name,
        "changes": [[one.sheet, one.words] for one in read.changes[:_MOST]],
        "all": len(read.changes),
        "of": file_digest(scheme.path) if read.written else "",
        "draft": file_digest(tables.draft) if read.written else "",
    }
    tell(Told(said=said, outcome=outcome, findings=_named(read.findings, name, scheme.name)))


def _named(findings: tuple[Finding, ...], name: str, scheme: str) -> tuple[Finding, ...]:
    """The findings by what people call the two files."""
    return tuple(
        replace(
            one,
            place=replace(one.place, path=scheme if one.place.path.endswith(scheme) else name),
        )
        for one in findings
    )
