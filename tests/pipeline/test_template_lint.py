"""Lint says everything that is wrong with a template, and nothing against the shipped ones."""

import zipfile
from pathlib import Path

import pytest

from builder.load.library import shipped_folder
from builder.pipeline.template_lint import is_template, lint_template
from builder.pipeline.templates import shipped_templates, templates_from
from tests.support.templates import STYLES, shipped_part, template_with

SHIPPED = shipped_templates()


@pytest.mark.parametrize("path", [SHIPPED.workbook, SHIPPED.document], ids=["xlsx", "docx"])
def test_the_shipped_templates_are_in_order(path: Path) -> None:
    assert lint_template(path) == ()


def test_a_template_that_lacks_a_style_is_told(tmp_path: Path) -> None:
    styles = shipped_part(STYLES).decode().replace('name="QA标题"', 'name="x"')
    path = template_with(tmp_path / "my.xlsx", {STYLES: styles.encode()})
    assert [finding.code for finding in lint_template(path)] == ["QA852"]


def test_a_kind_is_told_by_content_not_by_name(tmp_path: Path) -> None:
    disguised = tmp_path / "my.docx"
    disguised.write_bytes(SHIPPED.workbook.read_bytes())
    assert lint_template(disguised) == ()
    plain = tmp_path / "my.dat"
    plain.write_bytes(SHIPPED.document.read_bytes())
    assert is_template(str(plain))
    assert lint_template(plain) == ()
    chosen = templates_from((disguised, plain))
    assert chosen is not None
    assert (chosen.workbook, chosen.document) == (disguised, plain)


# The papers of a panel, each from a template of its own.
PAPERS = (
    *("feedback.docx", "site-check.docx"),
    *("publicity.docx", "result.docx", "minutes.docx", "signatures.docx"),
)


def test_two_templates_of_one_kind_are_no_choice() -> None:
    assert templates_from((SHIPPED.workbook, SHIPPED.workbook)) is None


@pytest.mark.parametrize(("name", "code"), [("x.docx", "QA802"), ("x.xlsx", "QA851")])
def test_what_is_no_office_file_is_judged_by_its_name(tmp_path: Path, name: str, code: str) -> None:
    path = tmp_path / name
    path.write_text("这不是模板", encoding="utf-8")
    assert is_template(str(path))
    assert [finding.code for finding in lint_template(path)] == [code]


@pytest.mark.parametrize("name", ["pengjiang-manufacturing", "方案.md"])
def test_a_scheme_is_no_template(name: str) -> None:
    assert not is_template(name)


@pytest.mark.parametrize("name", PAPERS)
def test_the_templates_of_a_panel_are_in_order_and_a_strange_tag_in_them_is_told(
    tmp_path: Path, name: str
) -> None:
    shipped = shipped_folder("templates") / "docx" / name
    assert lint_template(shipped) == ()
    changed = tmp_path / name
    with zipfile.ZipFile(shipped) as source, zipfile.ZipFile(changed, "w") as target:
        for member in source.namelist():
            part = source.read(member)
            if member == "word/document.xml":
                part = part.decode().replace("{{ 奖项 }}", "{{ 奖 }}").encode()
            target.writestr(member, part)
    assert {one.code for one in lint_template(changed)} == {"QA803"}


OLD = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "一个字节也没有"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        (OLD + "WordDocument".encode("utf-16-le"), "旧版的 .doc"),
        (b"%PDF-1.7", "PDF"),
    ],
)
@pytest.mark.parametrize("name", ["x.docx", "x.xlsx"])
def test_what_cannot_be_opened_is_told_as_what_it_is(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (found,) = lint_template(path)
    assert found.code in ("QA802", "QA851")
    assert said in found.message
