"""A year's folder in which something is not as the program left it."""

import sys
from pathlib import Path

from builder.pipeline.year.acts import undo
from builder.pipeline.year.basis import basis_of
from builder.pipeline.year.opening import open_year
from builder.pipeline.year.receiving import drops_of, receive
from builder.pipeline.year.record import record_path
from tests.findings.cases.said import Case, codes


def _opened(root: Path, *, database: str = "") -> list[str]:
    """What is told when the year is opened."""
    done = open_year(root, create=True, database=database)
    if done.year is not None:
        done.year.close()
    return codes(done.findings)


def _received(folder: Path) -> Path:
    """A year in which one file was received; where that lies now."""
    (folder / "甲.xlsx").write_bytes(b"1")
    (folder / "年").mkdir()
    year = open_year(folder / "年", create=True).year
    assert year is not None
    with_it = receive(year, drops_of((folder / "甲.xlsx",)), "张三")
    path = year.path(with_it.received[0])
    year.close()
    return path


def _twice(folder: Path) -> list[str]:
    _received(folder)
    year = open_year(folder / "年").year
    assert year is not None
    again = receive(year, drops_of((folder / "甲.xlsx",)), "张三")
    year.close()
    return codes(again.doubled)


def _gone(folder: Path) -> list[str]:
    _received(folder).unlink()
    return _opened(folder / "年")


def _by_hand(folder: Path) -> list[str]:
    (folder / "收件").mkdir()
    (folder / "收件" / "甲.xlsx").write_bytes(b"1")
    return _opened(folder)


def _changed(folder: Path) -> list[str]:
    _received(folder).write_bytes(b"other")
    return _opened(folder / "年")


def _two_settings(folder: Path) -> list[str]:
    year = open_year(folder, create=True).year
    assert year is not None
    for name in ("一.yaml", "二.yaml"):
        (folder / "设置" / name).write_text("name: 某区质量办\n", "utf-8")
    _, findings = basis_of(year)
    year.close()
    return codes(findings)


def _torn(folder: Path) -> list[str]:
    with record_path(_received(folder)).open("ab") as record:
        record.write(b'{"version": 1')
    return _opened(folder / "年")


def _no_year(folder: Path) -> list[str]:
    return codes(open_year(folder).findings)


def _no_ledger(folder: Path) -> list[str]:
    return _opened(folder, database="nonsense")


def _of_another(folder: Path) -> list[str]:
    address = f"sqlite:///{folder / '共用.db'}"
    for name in ("一", "二"):
        (folder / name).mkdir()
    assert _opened(folder / "一", database=address) == []
    return _opened(folder / "二", database=address)


def _without_the_extra(folder: Path) -> list[str]:
    name = "builder.ledger.ledger"
    kept = sys.modules.pop(name, None)
    # A module of which nothing is known but that it cannot be had.
    sys.modules[name] = None  # type: ignore[assignment]
    try:
        return _opened(folder)
    finally:
        del sys.modules[name]
        if kept is not None:
            sys.modules[name] = kept


def _not_to_be_undone(folder: Path) -> list[str]:
    year = open_year(folder, create=True).year
    assert year is not None
    done = undo(year, "没有", "张三")
    year.close()
    return codes(done.findings)


def _no_text(folder: Path) -> list[str]:
    (folder / "收件").mkdir()
    (folder / "收件" / "甲\udcff.xlsx").write_bytes(b"1")
    return _opened(folder)


YEAR_CASES: dict[str, Case] = {
    "QA1280": _twice,
    "QA1281": _gone,
    "QA1282": _by_hand,
    "QA1283": _changed,
    "QA1284": _two_settings,
    "QA1285": _torn,
    "QA1286": _no_year,
    "QA1287": _no_ledger,
    "QA1288": _of_another,
    "QA1289": _without_the_extra,
    "QA1290": _not_to_be_undone,
    "QA1291": _no_text,
}
CLEAN: dict[str, Case] = {"一个新的年度": _opened}
