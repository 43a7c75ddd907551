"""No output of ``verify`` goes where something else lies: it is told before anything is done."""

import os
from pathlib import Path

import pytest

from builder.cli.verify_outputs import output_places
from builder.findings.finding import Finding
from builder.pipeline.batch import Basis
from builder.pipeline.intake import take_in
from builder.pipeline.output_places import misplaced
from builder.pipeline.own_outputs import write_one
from builder.pipeline.results import Results, open_results

CONTENTS = {
    "甲.xlsx": b"PK workbook",
    "报送函.docx": b"PK letter",
    "报送函.html": b"<html>letter",
    "报送函.txt": b"letter",
    "报送函.jsonl": b"letter",
}
ENDINGS = {"page": ".html", "results": ".jsonl", "log": ".txt"}


@pytest.fixture(name="received")
def _received(tmp_path: Path) -> Path:
    folder = tmp_path / "收件"
    folder.mkdir()
    for name, content in CONTENTS.items():
        (folder / name).write_bytes(content)
    return folder


def told(asked: Path, **places: Path) -> list[str]:
    """The codes of what is said of these places when ``asked`` is verified."""
    names = ("page", "annotated", "notices", "overview", "results", "log")
    wanted = output_places(*(places.get(name) for name in names))
    return [one.code for one in misplaced(wanted, (asked,), take_in((asked,)))]


@pytest.mark.parametrize("output", ["page", "overview", "results", "log"])
def test_the_file_that_is_asked_for_is_no_place_for_an_output(output: str, received: Path) -> None:
    workbook = received / "甲.xlsx"
    link = received.parent / "链接.xlsx"
    os.link(workbook, link)
    for spelled in (workbook, received / ".." / "收件" / "甲.xlsx", link):
        assert told(workbook, **{output: spelled}) == ["QA894"]


@pytest.mark.parametrize("output", sorted(ENDINGS))
def test_a_file_that_lies_among_what_was_handed_in_is_none_either(
    output: str, received: Path
) -> None:
    assert told(received, **{output: received / f"报送函{ENDINGS[output]}"}) == ["QA894"]
    assert told(received, **{output: received / f"新{ENDINGS[output]}"}) == []


def test_what_this_program_wrote_there_last_is_written_again(received: Path) -> None:
    page = received / "结果.html"
    assert write_one(page, b"<html>1") is None
    assert told(received, page=page) == []
    assert told(page, page=page) == ["QA894"]
    page.write_bytes(b"<html>by somebody else")
    assert told(received, page=page) == ["QA894"]
    assert told(received / "甲.xlsx", page=page) == ["QA892"]


def test_the_folder_of_what_was_handed_in_takes_no_outputs(received: Path) -> None:
    assert told(received, annotated=received, notices=received / ".") == ["QA894", "QA894"]


def test_two_outputs_have_two_places(tmp_path: Path, received: Path) -> None:
    same, apart = tmp_path / "出", tmp_path / "." / "出"
    assert told(received, results=same, log=apart, notices=same) == ["QA895", "QA895"]
    assert told(received, annotated=same, notices=same) == []
    assert told(received, page=tmp_path / "A.html", overview=tmp_path / "a.html") == [
        *("QA897", "QA895")
    ]


def test_an_ending_says_what_a_file_is(tmp_path: Path, received: Path) -> None:
    assert told(received, page=tmp_path / "结果.xlsx") == ["QA897"]
    assert told(received, overview=tmp_path / "汇总.html") == ["QA897"]
    assert told(received, results=tmp_path / "结果.docx", log=tmp_path / "x.pdf") == ["QA897"] * 2
    assert told(received, results=tmp_path / "结果.txt", overview=tmp_path / "没有扩展名") == []


@pytest.mark.parametrize("content", [b"my notes", b"my notes\nmore\n", b"{}\n", b"PK\x03\n\x00"])
def test_results_are_put_behind_results_only(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "笔记"
    path.write_bytes(content)
    refused = open_results(path, Basis())
    assert isinstance(refused, Finding)
    assert refused.code == "QA896"
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ["是空的"]),
        (b'{"version": 1, "seal": ""}\n', ["有 1 行是别的版本的程序写的"]),
        (b'garbage\n{"version": 7, "seal": "x"}\n', ["有 2 行读不出来"]),
        (b'{"version": 7, "con', []),
    ],
)
def test_what_is_not_used_of_results_is_told(
    content: bytes, words: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "结果.jsonl"
    path.write_bytes(content)
    results = open_results(path, Basis())
    assert isinstance(results, Results)
    assert [one.actual for one in results.notes] == words
