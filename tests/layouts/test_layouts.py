"""A kit of every layout that was ever handed out is verified and carried over."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from builder.kit import planning
from builder.kit.older_layouts import OLDER_WORKBOOKS
from builder.kit.planning import LAYOUT
from builder.model.verdict import Verdict
from builder.pipeline.kit_names import KitPart
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.verify import Verifier
from builder.pipeline.verify_word import WordVerifier
from builder.read.document import read_document_content
from builder.read.workbook import read_content
from builder.word import planning as word_planning
from builder.word.older_layouts import OLDER_REPORTS
from tests.layouts.kept import DATA, KITS, SCHEMES, blank_report_of, books, reports
from tests.layouts.stored import book_file, report_file
from tests.pipeline.carry.carried import answered, carried, held_in, order_to
from tests.verify.showing import STYLES
from tests.verify.tampering import edited

BOOKS, REPORTS = tuple(books()), tuple(reports())


def verifier() -> Verifier:
    known, findings = own_schemes(SCHEMES / f"{kit}.md" for kit in KITS)
    assert findings == ()
    return Verifier(known)


def text_of(kind: str, layout: str, kit: str) -> str:
    return (DATA / f"{kind}_{layout}" / f"{kit}.txt").read_text("utf-8")


def verdict_on(text: str) -> Verdict:
    return verifier().judge("评分表.xlsx", read_content("评分表.xlsx", lambda: book_file(text)))


def reads_905(styles: str) -> str:
    """The styles, the format of what is locked writing 905 whatever the number is."""
    code = '<numFmts><numFmt numFmtId="199" formatCode="&quot;905&quot;"/></numFmts>'
    styles = re.sub("(<styleSheet[^>]*>)", rf"\g<1>{code}", styles)
    return styles.replace('<cellXfs count="2"><xf ', '<cellXfs count="2"><xf numFmtId="199" ')


def said(layout: str, kit: str) -> dict[str, object]:
    kept: dict[str, object] = json.loads(
        (DATA / f"workbook_{layout}" / f"{kit}.json").read_text("utf-8")
    )
    return kept


@pytest.fixture
def raised(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose layouts are later than any that is kept."""
    monkeypatch.setattr(planning, "LAYOUT", "later")
    monkeypatch.setattr(word_planning, "LAYOUT", "later")


def test_every_layout_that_was_handed_out_is_kept() -> None:
    kept = {layout for layout, _ in BOOKS}
    assert kept >= {one.number for one in OLDER_WORKBOOKS} | {LAYOUT}, "python -m tests.layouts"
    kept = {layout for layout, _ in REPORTS}
    present = {one.number for one in OLDER_REPORTS} | {word_planning.LAYOUT}
    assert kept >= present, "python -m tests.layouts"


@pytest.mark.usefixtures("raised")
@pytest.mark.parametrize(("layout", "kit"), BOOKS)
def test_a_workbook_of_an_older_layout_is_verified(layout: str, kit: str) -> None:
    verdict = verdict_on(text_of("workbook", layout, kit))
    assert verdict.score is not None, verdict.findings
    assert verdict.score.total == Decimal(str(said(layout, kit)["total"]))
    assert [one.code for one in verdict.findings if one.code in ("QA308", "QA313")] == []
    assert {one.code for one in verdict.findings if one.code.startswith("QA3")} == {"QA312"}
    assert not [one for one in verdict.findings if one.code.startswith("QA4")]


@pytest.mark.usefixtures("raised")
@pytest.mark.parametrize(("layout", "kit"), BOOKS)
def test_a_total_that_reads_otherwise_is_told_in_an_older_layout_too(layout: str, kit: str) -> None:
    content = edited(book_file(text_of("workbook", layout, kit)), STYLES, reads_905)
    read = read_content("评分表.xlsx", lambda: content)
    verdict = verifier().judge("评分表.xlsx", read)
    (finding,) = [one for one in verdict.findings if one.code.startswith("QA4")]
    assert (finding.code, finding.place.sheet) == ("QA476", "自评打分")
    assert "“905”" in finding.message


@pytest.mark.usefixtures("raised")
@pytest.mark.parametrize(("layout", "kit"), BOOKS)
def test_a_hidden_scoring_sheet_is_told_in_an_older_layout_too(layout: str, kit: str) -> None:
    text = re.sub(
        r'(\["sheet", "自评打分", )"\w*"', r'\1"hidden"', text_of("workbook", layout, kit)
    )
    assert "QA470" in {one.code for one in verdict_on(text).findings}


@pytest.mark.usefixtures("raised")
@pytest.mark.parametrize(("layout", "kit"), BOOKS)
def test_a_workbook_of_an_older_layout_is_carried_over(
    layout: str, kit: str, tmp_path: Path
) -> None:
    old = tmp_path / "old.xlsx"
    old.write_bytes(book_file(text_of("workbook", layout, kit)))
    order = order_to(SCHEMES / f"{kit}.md")
    made = carried(old, order)
    new = tmp_path / "new.xlsx"
    new.write_bytes(dict(made.contents)[KitPart.XLSX])
    there = {name: str(value) for name, value in answered(held_in(new, order)).items()}
    typed = said(layout, kit)["answers"]
    assert isinstance(typed, dict)
    told = "" if made.account is None else "\n".join(one.text for one in made.account.lines)
    values = set(there.values())
    assert {n: v for n, v in typed.items() if v not in values and v not in told} == {}


@pytest.mark.usefixtures("raised")
@pytest.mark.parametrize(("layout", "kit"), REPORTS)
def test_a_report_of_an_older_layout_is_verified(layout: str, kit: str) -> None:
    content = report_file(text_of("report", layout, kit), blank_report_of(kit))
    read = read_document_content("申报材料.docx", lambda: content)
    verdict = WordVerifier(verifier()).judge("申报材料.docx", read)
    codes = [one.code for one in verdict.findings]
    # It is planned as it was then, so nobody need be told that it is older.
    assert not {"QA308", "QA312", "QA451", "QA452", "QA551", "QA552", "QA560"} & {*codes}
