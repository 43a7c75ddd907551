"""The desk of a large province: what the server needs for each page and for what pages ask."""

import csv
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote

from sqlalchemy import insert, select

from builder.ledger.indexing import applicant_key
from builder.ledger.ledger import Ledger
from builder.ledger.rows import Deed, Done, Entry, Letter
from builder.ledger.tables import APPLICANTS, DEEDS, FILES, FINDINGS, LETTERS, SUBMISSIONS
from builder.load.library import shipped_folder
from builder.pipeline.year.folder import Room, Year
from builder.pipeline.year.opening import open_year
from builder.pipeline.year.record import Event, Judged, begin
from builder.show.handouts import MANIFEST
from tests.benchmarks.measure import Comparison, compare_pages, milliseconds
from tests.desk.paging import desk_of, page_from
from tests.ledger.entries import of, put

MANY, FEW, ONCE = 20_000, 2_000, 400
RUNS = 5
# Further apart than the numbers of what is put in one by one.
FAR = 10_000
_NUMBERS = ("id", "file_id", "submission_id", "applicant_id")
_CODES = ("QA501", "QA535", "QA512")
_PAGES = {
    "总览": "/",
    "有没有变（每秒问一次）": "/state",
    "奖项": "/award",
    "下发": "/handout",
    "收件": "/intake",
    "收件，按状态、问题和单位筛选": "/intake?state=findings&code=QA501&words=%E5%8D%95%E4%BD%8D+1",
    "收件，按得分排": "/intake?order=score",
    "收件，最后一页": "/intake?from={last}",
    "收件，回收站": "/intake?recycled=1",
    "一个申报者": "/company?key={key}",
    "一份材料": "/submission?path={path}",
    "评审": "/review",
    "台账": "/ledger",
    "台账，最后一页": "/ledger?from={last}",
    "台账，通知书": "/ledger?view=letters",
    "台账，操作记录": "/ledger?view=log",
    "设置": "/settings",
}


def desk_comparisons() -> Iterator[Comparison]:
    """Every page of a large year against that of a tenth."""
    with tempfile.TemporaryDirectory() as name:
        few, many = ((one, _times(Path(name) / str(one), one)) for one in (FEW, MANY))
    yield from compare_pages("工作台", few, many)


def _times(folder: Path, count: int) -> dict[str, float]:
    opened = open_year(folder, create=True)
    if opened.year is None:
        raise ValueError(opened.findings)
    year = opened.year
    _fill(year, count)
    one = of("单位 7", "8")
    key = applicant_key(one.parts[0].owner)
    words = {"last": count // 2 - 50, "key": quote(key), "path": quote(one.path)}
    desk = desk_of(folder, year)
    told = {}
    for page, path in _PAGES.items():
        asked = path.format(**words)
        page_from(desk, asked)
        told[page] = median(milliseconds(partial(page_from, desk, asked)) for _ in range(RUNS))
    year.close()
    return told


def _fill(year: Year, count: int) -> None:
    """Two submissions of every applicant, a fifth of them faulty with letters; all of them sent."""
    scheme = shipped_folder("schemes") / "pengjiang-manufacturing.md"
    (year.place(Room.SCHEMES) / scheme.name).write_bytes(scheme.read_bytes())
    put(year.ledger, _entries(ONCE))
    year.ledger.stand(())
    year.ledger.put_beside({}, year.ledger.unsettled())
    _multiply(year.ledger, count // ONCE)
    for one in _entries(16):
        _keep(year, one)
    with (year.place(Room.KITS) / MANIFEST).open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("申报者", "选择", "文件"))
        for number in range(count // 2):
            rows.writerow((f"单位 {number}", "", f"单位 {number}-自评打分表.xlsx"))
            rows.writerow((f"单位 {number}", "", f"单位 {number}-申报材料.docx"))


def _multiply(ledger: Ledger, times: int) -> None:
    """Have the tables hold what they hold as often under other names, quicker than one by one."""
    with ledger.writing() as connection:
        for table in (APPLICANTS, FILES, SUBMISSIONS, FINDINGS, LETTERS, DEEDS):
            rows = [dict(row) for row in connection.execute(select(table)).mappings()]
            more = [_again(row, nth) for nth in range(1, times) for row in rows]
            connection.execute(insert(table), more)


def _again(row: Mapping[str, Any], nth: int) -> dict[str, Any]:
    """A row as another one: its numbers moved on, what is its own under another name."""
    numbers = {name: row[name] + nth * FAR for name in _NUMBERS if row.get(name)}
    own = {name: f"{row[name]}／{nth}" for name in ("key", "name", "path") if name in row}
    return {**row, **numbers, **own}


def _keep(year: Year, one: Entry) -> None:
    """Put the record of a received file where a page looks for it."""
    judged = tuple(Judged(verdict=part.verdict) for part in one.parts if part.verdict is not None)
    event = Event(act="收", deed=Deed.RECEIVED, at=one.at, by=one.by, called=one.called)
    more = replace(event, act="核", deed=Deed.JUDGED, path=one.path, judged=judged)
    path = year.path(one.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    begin(path, (event, more))


def _entries(count: int) -> Iterator[Entry]:
    for number in range(count // 2):
        who, at = f"单位 {number}", "2026-11-21T09:00:00.000+08:00"
        faulty = number % 5 == 0
        first = of(
            who, str(1 + number % 20), *(_CODES if faulty else ()), points=600 + number % 300
        )
        if faulty:
            act = f"信 {number // 20}"
            path = f"通知书/20261121-{number // 20:02}/{who}-补正通知书.docx"
            letters = (Letter(act=act, at=at, by="张三", path=path, deadline="2026-12-01"),)
            done = Done(act=act, deed=Deed.LETTER, at=at, by="张三", words=path)
            first = replace(first, letters=letters, done=(*first.done, done))
        yield first
        yield of(who, str(21 + number % 7), points=600 + number % 300)
