"""``python -m tests.benchmarks``: print the table; with ``--write`` renew the page's."""

import argparse
import sys

from tests.benchmarks.batch import batch_comparisons
from tests.benchmarks.cases import comparisons
from tests.benchmarks.hostile import hostile_comparisons
from tests.benchmarks.ledger import ledger_comparisons
from tests.benchmarks.office import file_sizes, office_comparisons
from tests.benchmarks.panel import panel_comparisons
from tests.benchmarks.processes import process_comparisons
from tests.benchmarks.reports import report_comparisons
from tests.benchmarks.table import BEGIN, END, SIZE_BEGIN, SIZE_END, size_table, table
from tests.docs.pages import BENCHMARKS, renewed, text_of


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--runs", type=int, default=15, help="runs of each piece of work")
    parser.add_argument("--write", action="store_true", help="renew the tables of the page")
    options = parser.parse_args()
    lines = table(
        (
            *process_comparisons(options.runs),
            *comparisons(options.runs),
            *hostile_comparisons(options.runs),
            *office_comparisons(options.runs),
            *report_comparisons(options.runs),
            *batch_comparisons(),
            *panel_comparisons(),
            *ledger_comparisons(),
        )
    )
    sizes = size_table(file_sizes())
    sys.stdout.write("\n".join((*lines, "", *sizes)) + "\n")
    if options.write:
        page = renewed(text_of(BENCHMARKS), BEGIN, END, lines)
        BENCHMARKS.write_text(renewed(page, SIZE_BEGIN, SIZE_END, sizes), "utf-8")


main()
