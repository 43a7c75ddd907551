"""What is said of faulty files, word for word: one of each kind of fault that the proof sows."""

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.model.verdict import Score, Status, Verdict
from builder.verify.material import material_of
from tests.examples.good import Broken
from tests.pages.reading import finding_lines, lines_of, verdict_lines
from tests.proof.answers import sow_declarations, sow_low_bands, sow_scores
from tests.proof.faults import SOWERS
from tests.proof.reports import findings_of, sown_reports
from tests.proof.seeding import Sower, Sown, good
from tests.support.panels import KIT
from tests.support.reports import complete_held, returned_report
from tests.support.workbooks import MINHANG, SUIHUA, WUHAN_INDIVIDUAL
from tests.verify.judged import judged

_DIGITS = re.compile(r"[\d.]+")


def workbook_faults(scheme_id: str, *sowers: Sower) -> list[Sown]:
    """One fault of each kind for an award."""
    found: dict[str, Sown] = {}
    for sow in sowers:
        for one in sow(good(scheme_id)):
            found.setdefault(_DIGITS.sub("0", one.what), one)
    return [*found.values()]


def of_workbooks(scheme_id: str, *sowers: Sower) -> Iterator[str]:
    """What is said of every one of these faults."""
    return of_files(workbook_faults(scheme_id, *sowers))


def of_files(faulty: Iterable[Sown | Broken]) -> Iterator[str]:
    """What is said of faulty workbooks of awards that come with the program."""
    for one in faulty:
        with tempfile.TemporaryDirectory() as folder:
            verdict = judged(Path(folder), one.make())
        yield f"# {one.what}"
        yield from verdict_lines(verdict)


def of_reports(kit: str) -> Iterator[str]:
    """What is said of one fault of each kind in a report."""
    found = {_DIGITS.sub("0", one.name): one for one in reversed([*sown_reports(kit)])}
    for one in reversed(found.values()):
        yield f"# {one.name}"
        for finding in findings_of(kit, one.sow):
            yield from finding_lines(finding)


def _material() -> Iterator[str]:
    held = complete_held(KIT)
    score = Score(total=Decimal(9), maximum=Decimal(10), by_indicator={"1.1": Decimal(9)})
    place = Place(path="评分表.xlsx", sheet="自评打分", cell="F5", indicator="1.1")
    serious = Finding(code="QA701", place=place, details={"label": "1.1", "given": "9 分"})
    hint = Finding(code="QA705", place=place, expected="E001", details={"number": "E002"})
    told = Verdict(
        path="评分表.xlsx",
        status=Status.FINDINGS,
        applicant="示例公司",
        score=score,
        findings=(serious, hint),
    )
    silent = Verdict(path="评分表.xlsx", status=Status.CLEAN, findings=(hint,))
    yield from lines_of(material_of(held, told, returned_report(KIT), "d", "设置"))
    yield from lines_of(material_of(held, silent, None, "d", ""))


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "问题-评分表": lambda: of_workbooks(MINHANG, *SOWERS),
    "问题-申报与删减": lambda: of_workbooks(SUIHUA, sow_declarations),
    "问题-档次": lambda: of_workbooks(WUHAN_INDIVIDUAL, sow_scores, sow_low_bands),
    "问题-申报材料": lambda: of_reports(KIT),
    "企业材料": _material,
}
