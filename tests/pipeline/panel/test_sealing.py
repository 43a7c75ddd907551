"""A record sealed with the office's passphrase is read with it only, and none other is believed."""

from pathlib import Path

import pytest

from builder.cli.phrase_option import given_phrase
from builder.findings.finding import Finding
from builder.model.panel.rules import PanelRules
from builder.pipeline.panel.record_files import read_record, record_bytes

RULES = PanelRules(places=3)


def read(path: Path, phrase: str) -> PanelRules | str:
    found = read_record(path, PanelRules, "QA939", phrase)
    return found.actual if isinstance(found, Finding) else found


@pytest.mark.parametrize(
    ("written", "given", "told"),
    [
        ("春江花月", "春江花月", None),
        ("", "", None),
        ("春江花月", "", "写出时用了口令"),
        ("春江花月", "秋江花月", "校验码不符"),
        ("", "春江花月", "写出时没有用口令"),
    ],
)
def test_the_same_phrase_reads_what_it_sealed(
    tmp_path: Path, written: str, given: str, told: str | None
) -> None:
    path = tmp_path / "记录.json"
    path.write_bytes(record_bytes(RULES, written))
    found = read(path, given)
    assert found == RULES if told is None else told in str(found)


def test_a_change_breaks_the_seal_and_nobody_without_the_phrase_makes_it_anew(
    tmp_path: Path,
) -> None:
    path = tmp_path / "记录.json"
    path.write_bytes(record_bytes(RULES, "春江花月").replace(b'"places": 3', b'"places": 9'))
    assert "校验码不符" in str(read(path, "春江花月"))
    path.write_bytes(record_bytes(RULES, "春江花月"))
    assert "口令不是写出时的那一个" in str(read(path, "花月"))
    path.write_bytes(record_bytes(PanelRules(places=9)))
    assert "没有用口令" in str(read(path, "春江花月"))


@pytest.mark.parametrize("content", [b"", b" \n", b"\xff\xfe\x00"])
def test_a_phrase_that_cannot_be_read_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "口令.txt"
    path.write_bytes(content)
    found = given_phrase(path)
    assert isinstance(found, Finding)
    assert found.code == "QA986"


def test_a_phrase_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = given_phrase(tmp_path / "没有.txt")
    assert isinstance(found, Finding)
    assert "没有这个文件" in found.message


def test_a_phrase_is_what_stands_in_its_file(tmp_path: Path) -> None:
    path = tmp_path / "口令.txt"
    path.write_text("春江花月\n", encoding="utf-8-sig")
    assert given_phrase(path) == "春江花月"
    assert given_phrase(None) == ""
