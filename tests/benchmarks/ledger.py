"""A ledger of a large province: what each page of the desk asks of it."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from builder.ledger.ledger import Ledger
from builder.ledger.rows import Entry, Order, State, Wanted
from tests.benchmarks.measure import Comparison, compare_pages, milliseconds
from tests.ledger.entries import of, put

SUBMISSIONS, FEW = 20_000, 2_000
RUNS = 5
_CODES = ("QA501", "QA535", "QA512")


def ledger_comparisons() -> Iterator[Comparison]:
    """The slowest page of a large ledger against that of a tenth, by page."""
    with tempfile.TemporaryDirectory() as name:
        few, many = ((one, _times(Path(name) / str(one), one)) for one in (FEW, SUBMISSIONS))
    yield from compare_pages("台账", few, many)


def _times(folder: Path, count: int) -> dict[str, float]:
    folder.mkdir()
    ledger = Ledger.at(folder / "台账.db")
    put(ledger, _entries(count))
    current = ledger.stand(())
    ledger.put_beside({}, ledger.unsettled())
    key = current[0].verdict.applicant
    pages: dict[str, Callable[[], object]] = {
        "收件表第一页、计数和筛选项": lambda: (
            ledger.find(Wanted()),
            ledger.counts(),
            ledger.codes(),
            ledger.deliveries(),
        ),
        "收件表按状态、问题和单位筛选": lambda: ledger.find(
            Wanted(state=State.FINDINGS, code=_CODES[0], words="单位 1")
        ),
        "收件表按得分排、最后一页": lambda: ledger.find(
            Wanted(order=Order.SCORE, current=False, offset=count - 50)
        ),
        "一个申报者": lambda: (ledger.applicant(key), ledger.history(key), ledger.letters(key)),
        "记录": ledger.log,
    }
    told = {page: median([milliseconds(ask) for _ in range(RUNS)]) for page, ask in pages.items()}
    ledger.close()
    return told


def _entries(count: int) -> Iterator[Entry]:
    """Two submissions of every applicant, a fifth of them faulty."""
    for number in range(count // 2):
        codes = _CODES if number % 5 == 0 else ()
        yield of(f"单位 {number}", str(1 + number % 20), *codes, points=600 + number % 300)
        yield of(f"单位 {number}", str(21 + number % 7), points=600 + number % 300)
