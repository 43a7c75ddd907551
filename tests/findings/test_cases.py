"""Every code has a case that must fail with it and one that must pass without: where they are.

Faults of a returned workbook are sown by ``tests/proof``, whose honest files pass; for the other
families the table names the tests.
"""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.findings.catalogue import RULES
from tests.hostile.catalogue import HOSTILE_FILES
from tests.proof.faults import sown_faults

TESTS = Path(__file__).parents[1]


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Some codes, the file with a case that fails for each, and the test of what passes."""

    codes: str
    fails: str
    passes: str

    @property
    def every(self) -> tuple[str, ...]:
        """The codes, ranges written out."""
        found: list[str] = []
        for part in self.codes.split():
            first, _, last = part.partition("-")
            found += (f"QA{number}" for number in range(int(first), int(last or first) + 1))
        return tuple(found)


_SCHEME = "load/test_rules.py::test_the_file_all_others_are_made_from_breaks_nothing"
_FILES = "read/test_refused_files.py::test_the_plain_package_of_these_tests_is_a_good_workbook"
_CLEAN = "proof/test_recall.py::test_no_honest_file_is_blamed"
_EVIDENCE = "verify/test_evidence_files.py::test_every_file_at_hand_proves_its_indicators"
_KITS = "pipeline/test_kit.py::test_every_shipped_scheme_opens_without_a_finding"
_LISTS = (
    "pipeline/test_distribution.py::test_every_row_becomes_a_prefilled_kit_that_verifies_as_ours"
)
_WORD = "oracles/test_sdk_validator.py::test_workbook_and_document_of_the_kit_are_valid"

ELSEWHERE = (
    Shown(codes="101-105 107 110-170", fails="load/test_rules.py", passes=_SCHEME),
    Shown(codes="106", fails="load/test_library.py", passes="load/test_library.py::"),
    Shown(codes="171-173", fails="pipeline/test_choosing.py", passes="pipeline/test_choosing.py::"),
    Shown(codes="174", fails="plan/test_weights.py", passes=_KITS),
    Shown(codes="175", fails="load/test_metrics.py", passes=_KITS),
    Shown(codes="176", fails="load/test_report_terms.py", passes=_KITS),
    Shown(codes="181-184", fails="plan/test_limits.py", passes=_KITS),
    Shown(codes="185", fails="load/test_grammar.py", passes=_KITS),
    Shown(codes="191-198", fails="load/test_office.py", passes="load/test_office.py::"),
    Shown(codes="201-204 208 215 234", fails="read/test_refused_files.py", passes=_FILES),
    Shown(codes="216-218 221", fails="pipeline/test_run.py", passes=_CLEAN),
    Shown(codes="307", fails="verify/test_office_settings.py", passes=_CLEAN),
    Shown(codes="309", fails="pipeline/test_own_schemes.py", passes=_CLEAN),
    Shown(
        codes="440 441 451-454 456 457 551-553 555 557",
        fails="verify/report/test_document.py",
        passes="verify/report/test_document.py::test_a_filled_report_of_any_award_is_clean",
    ),
    Shown(
        codes="554 556 558-562 761 763-766 768 769 771 772",
        fails="proof/reports.py",
        passes="proof/test_reports.py::test_no_honest_pair_is_blamed",
    ),
    Shown(codes="762 767", fails="pipeline/test_pairs.py", passes="pipeline/test_pairs.py::"),
    Shown(codes="706 731", fails="verify/test_evidence_dates.py", passes=_CLEAN),
    Shown(codes="711-718", fails="verify/test_evidence_files.py", passes=_EVIDENCE),
    Shown(codes="719", fails="cli/test_evidence.py", passes=_EVIDENCE),
    Shown(codes="801 802", fails="write/test_docx_unreadable.py", passes=_WORD),
    Shown(codes="803-809", fails="write/test_docx_template.py", passes=_WORD),
    Shown(
        codes="810",
        fails="write/annotate/test_workbook.py",
        passes="write/annotate/test_workbook.py::test_it_says_the_same_when_it_comes_back",
    ),
    Shown(codes="830", fails="pipeline/test_workers.py", passes="pipeline/test_run.py::"),
    Shown(codes="851 853-857", fails="write/test_xlsx_look.py", passes=_KITS),
    Shown(codes="852", fails="write/test_xlsx_template.py", passes=_KITS),
    Shown(codes="310", fails="pipeline/panel/test_reviewing.py", passes=_CLEAN),
    Shown(codes="931-933", fails="load/test_panel_rules.py", passes="load/test_panel_rules.py::"),
    Shown(
        codes="934-938 940 941 962-965 969",
        fails="pipeline/panel/test_reviewing.py",
        passes="pipeline/panel/test_reviewing.py::",
    ),
    Shown(
        codes="939 942-950 960 967 968",
        fails="pipeline/panel/test_opinions.py",
        passes="pipeline/panel/test_opinions.py::test_whole_reviews_are_read_to_the_point",
    ),
    Shown(
        codes="951-955 957-959 961",
        fails="pipeline/panel/test_final.py",
        passes="pipeline/panel/test_final.py::test_the_circle_is_closed",
    ),
    Shown(
        codes="956",
        fails="pipeline/panel/test_schemes.py",
        passes="pipeline/panel/test_final.py::test_the_circle_is_closed",
    ),
    Shown(
        codes="892",
        fails="pipeline/test_own_outputs.py",
        passes="pipeline/test_own_outputs.py::test_our_own_files_are_written_again",
    ),
    Shown(codes="861-873 891", fails="pipeline/test_distribution.py", passes=_LISTS),
)


@pytest.fixture(scope="module")
def sown() -> frozenset[str]:
    """The codes of faults that are sown into workbooks, hostile files among them."""
    lines = (line for fault in sown_faults() for line in fault.expected)
    hostile = (code for file in HOSTILE_FILES for code in file.codes)
    return frozenset((*(line.split()[0] for line in lines), *hostile))


def test_every_code_has_its_cases(sown: frozenset[str]) -> None:
    told = {code for shown in ELSEWHERE for code in shown.every}
    assert sorted({rule.code for rule in RULES} - sown - told) == []
    assert sorted(told - {rule.code for rule in RULES}) == []
    twice = Counter(code for shown in ELSEWHERE for code in shown.every)
    assert [code for code, count in twice.items() if count > 1] == []


@pytest.mark.parametrize("shown", ELSEWHERE, ids=lambda shown: shown.codes)
def test_the_tests_the_table_names_are_there(shown: Shown) -> None:
    fails = (TESTS / shown.fails).read_text(encoding="utf-8")
    assert [code for code in shown.every if f'"{code}' not in fails] == []
    path, _, name = shown.passes.partition("::")
    passes = (TESTS / path).read_text(encoding="utf-8")
    assert re.search(rf"^def {name or 'test_'}", passes, re.MULTILINE)
