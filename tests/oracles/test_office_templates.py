"""A template saved by another program gives the same kit, and Microsoft's validator agrees."""

from dataclasses import replace
from pathlib import Path

import pytest

from builder.kit.sheet_names import APPLICANT
from builder.pipeline.kit import kit_file
from builder.pipeline.kit_names import KitPart
from builder.pipeline.template_lint import lint_template
from builder.pipeline.templates import shipped_templates
from builder.word.planning import plan_document
from builder.write.docx.personal import PersonalDocument
from builder.write.xlsx.look import Look, open_look
from builder.write.xlsx.personal import PersonalWorkbook
from builder.write.xlsx.workbook import workbook_bytes
from tests.oracles.libreoffice import save_again
from tests.oracles.test_sdk_validator import faults
from tests.support.answers import complete_answers
from tests.support.templates import STYLES, logo_parts, png, shipped_part, template_with
from tests.support.workbooks import (
    OFFICE_BANDED,
    SUIHUA,
    filled_bytes,
    shipped_plan,
    shipped_scheme,
)


def with_logo(path: Path) -> Path:
    """A template with a logo and with colours of the theme and the palette."""
    styles = shipped_part(STYLES).decode().replace('fgColor rgb="FF1F4E79"', 'fgColor theme="4"')
    styles = styles.replace('fgColor rgb="FFB42318"', 'fgColor indexed="10"')
    return template_with(path, logo_parts(png(400, 200)) | {STYLES: styles.encode()})


def look_of(path: Path) -> Look:
    opened = open_look(path)
    assert opened.findings == ()
    assert opened.look is not None
    return opened.look


@pytest.mark.needs_sdk_validator
@pytest.mark.parametrize("kit", [SUIHUA, OFFICE_BANDED])
def test_a_kit_with_logo_and_theme_colours_is_valid(kit: str, tmp_path: Path) -> None:
    look = look_of(with_logo(tmp_path / "my.xlsx"))
    path = tmp_path / "kit.xlsx"
    path.write_bytes(workbook_bytes(shipped_plan(kit), look, {}))
    assert faults(path) == []


@pytest.mark.needs_libreoffice
@pytest.mark.needs_sdk_validator
def test_a_template_saved_by_libreoffice_gives_a_valid_kit(tmp_path: Path) -> None:
    source = with_logo(tmp_path / "my.xlsx")
    (saved,) = save_again([source], tmp_path, calculate=False)
    assert lint_template(saved) == ()
    before, after = look_of(source), look_of(saved)
    assert after.logo is not None
    assert before.logo is not None
    assert after.logo.picture == before.logo.picture
    assert after.logo.width == pytest.approx(before.logo.width, rel=0.01)
    assert after.page.footer == before.page.footer
    assert set(after.styles.colours) == set(before.styles.colours)
    templates = replace(shipped_templates(), workbook=saved)
    content, findings = kit_file(shipped_scheme(SUIHUA), KitPart.XLSX, templates)
    assert findings == ()
    path = tmp_path / "kit.xlsx"
    path.write_bytes(content or b"")
    assert faults(path) == []


@pytest.mark.needs_sdk_validator
def test_personal_files_are_valid(tmp_path: Path) -> None:
    plan = shipped_plan(SUIHUA)
    complete = complete_answers(plan)
    names = [item.name for item in plan.inputs if item.cell.sheet == APPLICANT]
    answers = {name: complete[name] for name in names if name in complete}
    workbook = tmp_path / "personal.xlsx"
    made = PersonalWorkbook(plan, filled_bytes(plan, {}), tuple(answers)).filled(answers)
    workbook.write_bytes(made)
    assert faults(workbook) == []
    blank, _ = kit_file(shipped_scheme(SUIHUA), KitPart.DOCX, shipped_templates())
    document = tmp_path / "personal.docx"
    gaps = plan_document(shipped_scheme(SUIHUA)).gaps
    filled = PersonalDocument(blank or b"", gaps).filled({gap.name: "甲 & 乙公司" for gap in gaps})
    document.write_bytes(filled)
    assert faults(document) == []
