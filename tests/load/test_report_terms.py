"""What a scheme says of its Word report is read, and contradictions in it are told."""

from pathlib import Path

from builder.load.lint import lint_scheme
from builder.model.report_terms import ReportPart, ReportTerms
from tests.load.samples import TREE, head, save


def loaded(folder: Path, *lines: str) -> tuple[ReportTerms | None, list[str]]:
    found = lint_scheme(save(folder, head("report:", *(f"  {line}" for line in lines)) + TREE))
    terms = None if found.scheme is None else found.scheme.report
    return terms, [one.code for one in found.findings]


def test_parts_stand_in_the_order_of_the_report(tmp_path: Path) -> None:
    terms, codes = loaded(tmp_path, "parts: [reference, pledge]", "characters: 20000")
    assert codes == []
    assert terms == ReportTerms(parts=(ReportPart.PLEDGE, ReportPart.REFERENCE), characters=20_000)


def test_two_outlines_contradict_each_other(tmp_path: Path) -> None:
    _, codes = loaded(tmp_path, "overview: [环境]", 'overview_of: "1.1"')
    assert codes == ["QA176"]


def test_the_indicator_of_the_outline_must_be_there(tmp_path: Path) -> None:
    assert loaded(tmp_path, 'overview_of: "9.9"')[1] == ["QA155"]
    assert loaded(tmp_path, 'overview_of: "1.1"')[1] == []


def test_terms_are_overlaid_one_by_one() -> None:
    upper = ReportTerms(characters=50_000)
    lower = ReportTerms(characters=20_000, overview=("环境",))
    assert upper.over(lower) == ReportTerms(characters=50_000, overview=("环境",))
