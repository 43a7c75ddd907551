"""The tables that are measured are those that their commands write."""

import re

from builder.load.library import shipped_schemes
from builder.selfcheck.runtime import pinned_runtime
from tests.benchmarks.table import (
    BEGIN,
    END,
    HEADER,
    SIZE_BEGIN,
    SIZE_END,
    SIZE_HEADER,
    renewed_rows,
)
from tests.browser.driving import PROGRAMS
from tests.browser.table import AGREED, FEWEST_SETS
from tests.browser.table import BEGIN as PAGE_BEGIN
from tests.browser.table import END as PAGE_END
from tests.docs.pages import BENCHMARKS, PROOF, SHEETS, SITE, between, renewed, text_of
from tests.docs.sheets import BEGIN as SHEETS_BEGIN
from tests.docs.sheets import END as SHEETS_END
from tests.docs.sheets import lines as samples
from tests.hostile.catalogue import HOSTILE_FILES
from tests.proof.faults import sown_faults
from tests.proof.honest import PER_SCHEME
from tests.proof.honest_routes import BOOK_ROUTES
from tests.proof.report import BEGIN as PROOF_BEGIN
from tests.proof.report import END as PROOF_END
from tests.proof.report import HEADER as PROOF_HEADER
from tests.proof.report_contents import sown_contents
from tests.proof.report_routes import honest_contents
from tests.proof.reports import sown_reports
from tests.support.workbooks import SCHEME_IDS, kits_named


def test_every_shipped_scheme_is_listed() -> None:
    listed = re.findall(r"^\| `([a-z0-9-]+)` \|", text_of(SITE / "质量办.md"), re.MULTILINE)
    assert sorted(listed) == [path.stem for path in shipped_schemes()]


def test_the_benchmark_table_is_one_that_the_benchmark_writes() -> None:
    lines = between(BENCHMARKS, BEGIN, END).strip().splitlines()
    assert tuple(lines[: len(HEADER)]) == HEADER
    row = re.compile(r"\| .+ \| .+ \| \d+\.\d \| \d+\.\d \| \d+\.\d\d \| .* \|")
    assert len(lines) > len(HEADER)
    assert [line for line in lines[len(HEADER) :] if not row.fullmatch(line)] == []
    assert renewed(text_of(BENCHMARKS), BEGIN, END, lines) == text_of(BENCHMARKS)


def test_rows_that_are_measured_alone_take_their_places_and_no_others_change() -> None:
    there = [*HEADER, "| 甲 | 乙 | 1.0 |", "| 甲 | 丙 | 2.0 |", "| 丁 | 丙 | 3.0 |"]
    made = [*HEADER, "| 甲 | 丙 | 9.0 |", "| 戊 | 己 | 8.0 |"]
    whole = [*HEADER, "| 甲 | 乙 | 1.0 |", made[2], "| 丁 | 丙 | 3.0 |", made[3]]
    assert renewed_rows(there, made) == whole


def test_the_samples_are_those_of_every_award() -> None:
    shown = between(SHEETS, SHEETS_BEGIN, SHEETS_END)
    assert shown.strip() == "\n".join(samples()).strip()


def test_the_table_of_sizes_has_every_scheme() -> None:
    lines = between(BENCHMARKS, SIZE_BEGIN, SIZE_END).strip().splitlines()
    assert tuple(lines[: len(SIZE_HEADER)]) == SIZE_HEADER
    row = re.compile(r"\| ([a-z-]+)(?:（.+）)? \| \d+\.\d \| \d+\.\d \|")
    found = [row.fullmatch(line) for line in lines[len(SIZE_HEADER) :]]
    assert [match and match.group(1) for match in found] == [p.stem for p in shipped_schemes()]
    assert renewed(text_of(BENCHMARKS), SIZE_BEGIN, SIZE_END, lines) == text_of(BENCHMARKS)


def test_the_table_of_proof_counts_what_is_sown_today() -> None:
    lines = between(PROOF, PROOF_BEGIN, PROOF_END).strip().splitlines()
    assert tuple(lines[: len(PROOF_HEADER)]) == PROOF_HEADER
    rows = [re.fullmatch(r"\| .+ \| (\d+) \| (\d+) \|", line) for line in lines[2:]]
    counts = [(int(row[1]), int(row[2])) for row in rows if row]
    honest = PER_SCHEME * len(shipped_schemes())
    kits = sum(len(kits_named(scheme_id)) for scheme_id in SCHEME_IDS)
    reports = sum(1 for each in SCHEME_IDS for _ in (*sown_reports(each), *sown_contents(each)))
    routes = sum(1 for scheme_id in SCHEME_IDS for _ in honest_contents(scheme_id))
    books = len(BOOK_ROUTES) * len(SCHEME_IDS)
    sown = len(list(sown_faults()))
    expected = [sown, reports, honest, books, honest, kits, routes, kits]
    assert [count for count, _ in counts] == expected
    assert all(count == right for count, right in counts)
    assert renewed(text_of(PROOF), PROOF_BEGIN, PROOF_END, lines) == text_of(PROOF)
    assert f"另有 {len(HOSTILE_FILES)} 个恶意文件" in text_of(PROOF)


def test_what_is_measured_of_the_page_for_companies_keeps_its_bounds() -> None:
    lines = between(PROOF, PAGE_BEGIN, PAGE_END).strip().splitlines()
    assert renewed(text_of(PROOF), PAGE_BEGIN, PAGE_END, lines) == text_of(PROOF)
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    bounded = [(float(most), cells) for _, most, *cells in rows if most]
    assert len(bounded) > 0
    for most, cells in bounded:
        assert all(float(cell) <= most for cell in cells if cell)
    (agreed,) = (cells for what, _, *cells in rows if what == AGREED)
    counts = [tuple(map(int, cell.split(" / "))) for cell in agreed]
    assert len(counts) == len(PROGRAMS)
    assert all(same == tried >= FEWEST_SETS for same, tried in counts)


def test_the_page_of_proof_names_the_runtime_that_is_pinned() -> None:
    runtime = pinned_runtime()
    assert f"{runtime.name}@{runtime.version}" in text_of(PROOF)
