"""What a person may change about how a workbook looks is free, whoever saves it."""

import re
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from builder.formula.expression import Cell
from builder.kit.sheet_names import EVIDENCE, SCORING
from tests.support.workbooks import PENGJIANG, PROVED_IDS
from tests.verify.judged import Case, case, judged, told
from tests.verify.showing import (
    CIRCLE,
    PICTURE,
    TEXT_BOX,
    with_drawn,
    with_look,
    with_old_control,
    with_rule,
)
from tests.verify.tampering import edited, sheet_part

SCHEMES = pytest.mark.parametrize("scheme_id", PROVED_IDS)
Route = Callable[[Case], bytes]


def scoring(edit: Callable[[str], str]) -> Route:
    """Something done to the markup of the sheet of scores."""
    return lambda chosen: edited(chosen.content, sheet_part(chosen.plan, SCORING), edit)


def look(**changed: str) -> Route:
    """A score written in another way that can be read."""
    return lambda chosen: with_look(chosen.content, chosen.plan, chosen.leaf.counted, **changed)


def every_foot(chosen: Case) -> bytes:
    content = chosen.content
    other = partial(re.sub, r"<oddFooter>[^<]*", "<oddFooter>&amp;C某某公司 &amp;P")
    for sheet in chosen.plan.sheets:
        content = edited(content, sheet_part(chosen.plan, sheet.name), other)
    return content


def _with_blanks(xml: str) -> str:
    """Beside the table something was typed of which nothing can be seen."""
    cell = '<c r="Z4" t="str"><v> \u200b\u00a0</v></c>'
    return re.sub(r'<row r="4"[^>]*>.*?(?=</row>)', lambda row: row[0] + cell, xml, count=1)


ROUTES: dict[str, Route] = {
    "widths": scoring(partial(re.sub, r'width="[^"]*"', 'width="4.5"')),
    "heights": scoring(partial(re.sub, r' ht="[^"]*"', ' ht="12.75"')),
    "zoom": scoring(partial(re.sub, r"<sheetView ", '<sheetView zoomScale="60" ')),
    "panes": scoring(partial(re.sub, r"<pane [^>]*/>(?:<selection[^>]*/>)?", "")),
    "blank text": lambda chosen: edited(
        chosen.content, sheet_part(chosen.plan, SCORING), _with_blanks
    ),
    "one decimal": look(code="0.0"),
    "accounting": look(code="_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * &quot;-&quot;??_ ;_ @_ "),
    "red negatives": look(code="0.00_);[Red]\\(0.00\\)"),
    "with a unit": look(code="0.0&quot;分&quot;"),
    "power of ten": look(code="0.00E+00"),
    "text": look(code="@"),
    "larger letters": look(font='<b/><sz val="18"/><color rgb="FFC00000"/><name val="楷体"/>'),
    "theme colours": look(font='<sz val="9"/><color theme="1"/>', fill='theme="4" tint="0.8"'),
    "highlighted": look(fill='rgb="FFFFFF00"'),
    "dark": look(font='<color indexed="9"/>', fill='indexed="8"'),
    "a circle around": lambda chosen: with_drawn(
        chosen.content, chosen.plan, chosen.leaf.counted, CIRCLE
    ),
    "a picture beside": lambda chosen: with_drawn(
        chosen.content, chosen.plan, Cell(SCORING, 5, 20), PICTURE
    ),
    "a note below": lambda chosen: with_drawn(
        chosen.content, chosen.plan, Cell(EVIDENCE, 900, 3), TEXT_BOX
    ),
    "a comment": lambda chosen: with_old_control(
        chosen.content, chosen.plan, chosen.leaf.counted, "Note"
    ),
    "a colour of one's own": lambda chosen: with_rule(
        chosen.content,
        chosen.plan,
        chosen.leaf.counted,
        '<fill><patternFill><bgColor rgb="FFFFFF99"/></patternFill></fill>',
    ),
    "every foot": every_foot,
}


@SCHEMES
@pytest.mark.parametrize("route", ROUTES)
def test_a_workbook_that_looks_otherwise_and_reads_the_same_is_clean(
    tmp_path: Path, scheme_id: str, route: str
) -> None:
    assert told(judged(tmp_path, ROUTES[route](case(scheme_id, 0)))) == []


@pytest.mark.needs_libreoffice
@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_a_workbook_that_was_saved_as_another_kind_in_between_is_clean(
    tmp_path: Path, kind: str
) -> None:
    files = []
    for scheme_id in (PENGJIANG, "wuhan-manufacturing"):
        path = tmp_path / f"{scheme_id}.xlsx"
        path.write_bytes(case(scheme_id, 0).content)
        files.append(path)
    between = _saved_as(kind, files, tmp_path / kind)
    again = _saved_as("xlsx:Calc MS Excel 2007 XML", between, tmp_path / "again")
    assert [told(judged(tmp_path, path.read_bytes())) for path in again] == [[]] * len(files)


def _saved_as(kind: str, files: list[Path], folder: Path) -> list[Path]:
    profile = folder.parent / "profile"
    profile_option = f"-env:UserInstallation={profile.as_uri()}"
    convert = ("--convert-to", kind, "--outdir", str(folder))
    subprocess.run(
        ["soffice", "--headless", "--norestore", profile_option, *convert, *map(str, files)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return [folder / f"{path.stem}.{kind.partition(':')[0]}" for path in files]
