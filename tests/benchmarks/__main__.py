"""``python -m tests.benchmarks``: print the table; with ``--write`` renew the page's.

``--only`` measures some kinds of work alone, and then renews their rows and no others.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping

from tests.benchmarks.batch import batch_comparisons
from tests.benchmarks.carried import carry_comparisons
from tests.benchmarks.cases import comparisons
from tests.benchmarks.desk import desk_comparisons
from tests.benchmarks.hostile import hostile_comparisons
from tests.benchmarks.ledger import ledger_comparisons
from tests.benchmarks.measure import Comparison
from tests.benchmarks.office import file_sizes, office_comparisons
from tests.benchmarks.panel import panel_comparisons
from tests.benchmarks.processes import process_comparisons
from tests.benchmarks.reports import report_comparisons
from tests.benchmarks.table import (
    BEGIN,
    END,
    SIZE_BEGIN,
    SIZE_END,
    renewed_rows,
    size_table,
    table,
)
from tests.docs.pages import BENCHMARKS, between, renewed, text_of

# What is measured, in the order of the table, by how ``--only`` calls it.
_KINDS: Mapping[str, Callable[[int], Iterator[Comparison]]] = {
    "进程": process_comparisons,
    "生成和核验": comparisons,
    "恶意文件": hostile_comparisons,
    "名单和重算": office_comparisons,
    "沿用": lambda _: carry_comparisons(),
    "申报材料": report_comparisons,
    "成批": lambda _: batch_comparisons(),
    "评审": lambda _: panel_comparisons(),
    "台账": lambda _: ledger_comparisons(),
    "工作台": lambda _: desk_comparisons(),
}
_SIZES = "文件大小"


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--runs", type=int, default=15, help="runs of each piece of work")
    parser.add_argument("--write", action="store_true", help="renew the tables of the page")
    parser.add_argument("--only", action="append", choices=(*_KINDS, _SIZES), default=[])
    options = parser.parse_args()
    wanted = options.only or (*_KINDS, _SIZES)
    rows = [one for kind, each in _KINDS.items() if kind in wanted for one in each(options.runs)]
    sizes = size_table(file_sizes()) if _SIZES in wanted else []
    sys.stdout.write("\n".join((*table(rows), "", *sizes)) + "\n")
    if options.write:
        lines = table(rows)
        if options.only:
            lines = renewed_rows(between(BENCHMARKS, BEGIN, END).strip().splitlines(), lines)
        page = renewed(text_of(BENCHMARKS), BEGIN, END, lines)
        BENCHMARKS.write_text(
            renewed(page, SIZE_BEGIN, SIZE_END, sizes) if sizes else page, "utf-8"
        )


main()
