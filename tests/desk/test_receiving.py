"""Hundreds of files dropped at once: the first of them are judged before the last are taken in."""

import json
from pathlib import Path
from typing import Any

import pytest

from builder.desk.own_folder import OwnPlaces
from builder.desk.told import Told
from builder.desk.works import receiving
from builder.pipeline.year.opening import open_year
from builder.pipeline.year.receiving import Receipt

BATCH = "0123456789abcdef"


def test_few_come_first_then_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_year(tmp_path / "奖", create=True)
    assert opened.year is not None
    folder = OwnPlaces(folder=opened.year.root).uploads / BATCH
    folder.mkdir(parents=True)
    for number in range(300):
        (folder / f"{number:05}.file").write_bytes(b"x")
        noted = json.dumps({"name": f"{number}.txt", "to": "intake"})
        (folder / f"{number:05}.json").write_text(noted, "utf-8")
    done: list[tuple[str, int]] = []

    def taken(_year: object, drops: tuple[object, ...], _by: str, **_more: object) -> Receipt:
        done.append(("taken", len(drops)))
        return Receipt(act="", delivery="20261130-01", received=(), doubled=(), refused=())

    def judged(*_: Any) -> int:
        done.append(("judged", 0))
        return done[-2][1]

    monkeypatch.setattr(receiving, "receive", taken)
    monkeypatch.setattr(receiving, "_judge", judged)
    told: list[Told] = []
    given = {"batch": BATCH, "by": "王芳", "whole": True}
    receiving.receive_files(opened.year, given, told.append)
    opened.year.close()
    assert [count for what, count in done if what == "taken"] == [4, 40, 200, 56]
    assert done[1] == ("judged", 0)
    assert told[-1].said == "核验了 300 个文件"
    assert not folder.exists()
