"""What a template must have, and what is said where it has not."""

import os
from pathlib import Path

import pytest

from builder.book.style import Style
from builder.findings.finding import Finding
from builder.write.xlsx.workbook import read_look
from tests.support.templates import STYLES, TEMPLATE, shipped_part, template_with


def refused(path: Path) -> Finding:
    """The finding that says why a template cannot be used."""
    look = read_look(path)
    assert isinstance(look, Finding)
    assert look.place.path == str(path)
    return look


def test_the_shipped_template_has_every_style() -> None:
    look = read_look(TEMPLATE)
    assert not isinstance(look, Finding)
    assert set(look.styles.cells) == set(Style)


def test_every_style_has_a_cell_format_of_its_own() -> None:
    look = read_look(TEMPLATE)
    assert not isinstance(look, Finding)
    assert len(set(look.styles.cells.values())) == len(Style)


@pytest.mark.parametrize("style", list(Style))
def test_a_template_without_a_style_is_refused_by_its_name(style: Style, tmp_path: Path) -> None:
    styles = shipped_part(STYLES).decode()
    renamed = styles.replace(f'name="{style}"', 'name="另一个"')
    assert renamed != styles
    finding = refused(template_with(tmp_path / "kit.xlsx", {STYLES: renamed.encode()}))
    assert (finding.code, finding.actual) == ("QA852", style)


def test_all_missing_styles_are_named_at_once(tmp_path: Path) -> None:
    styles = shipped_part(STYLES).decode().replace('name="QA', 'name="另一个')
    finding = refused(template_with(tmp_path / "kit.xlsx", {STYLES: styles.encode()}))
    assert (finding.code, finding.actual) == ("QA852", "、".join(Style))


def test_a_template_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kit.xlsx"
    path.write_text("这不是表格", encoding="utf-8")
    assert refused(path).code == "QA851"


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "kit.xlsx")
    finding = refused(tmp_path / "kit.xlsx")
    assert (finding.code, finding.actual) == ("QA851", "这是文件夹（或设备），这里要的是一个文件")


def test_a_template_cut_short_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kit.xlsx"
    path.write_bytes(TEMPLATE.read_bytes()[:-200])
    assert refused(path).code == "QA851"


def test_a_template_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "kit.xlsx").code == "QA851"


def test_a_folder_is_no_template(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "QA851"


@pytest.mark.parametrize("part", [STYLES, "xl/theme/theme1.xml"])
def test_a_template_without_a_part_is_refused(part: str, tmp_path: Path) -> None:
    assert refused(template_with(tmp_path / "kit.xlsx", {part: None})).code == "QA851"


@pytest.mark.parametrize("styles", [b"", b"<styleSheet", b"\x00\x01", b"<a>&undefined;</a>"])
def test_a_template_with_unreadable_styles_is_refused(styles: bytes, tmp_path: Path) -> None:
    assert refused(template_with(tmp_path / "kit.xlsx", {STYLES: styles})).code == "QA851"


def test_a_style_that_refers_to_nothing_is_refused(tmp_path: Path) -> None:
    styles = shipped_part(STYLES).decode().replace('xfId="1"', 'xfId="9999"')
    finding = refused(template_with(tmp_path / "kit.xlsx", {STYLES: styles.encode()}))
    assert finding.code == "QA852"


@pytest.mark.parametrize(
    ("whole", "broken"), [('xfId="1"', 'xfId="x"'), ('fillId="2"', 'fillId="9999"')]
)
def test_a_template_whose_style_indexes_lead_nowhere_is_refused(
    whole: str, broken: str, tmp_path: Path
) -> None:
    styles = shipped_part(STYLES).decode()
    assert whole in styles
    changed = styles.replace(whole, broken).encode()
    assert refused(template_with(tmp_path / "kit.xlsx", {STYLES: changed})).code == "QA851"
