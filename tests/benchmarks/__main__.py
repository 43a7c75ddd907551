"""``python -m tests.benchmarks``: print the table; with ``--write`` renew the README's."""

import argparse
import sys
from pathlib import Path

from tests.benchmarks.batch import batch_comparisons
from tests.benchmarks.cases import comparisons
from tests.benchmarks.hostile import hostile_comparisons
from tests.benchmarks.office import file_sizes, office_comparisons
from tests.benchmarks.panel import panel_comparisons
from tests.benchmarks.reports import report_comparisons
from tests.benchmarks.table import renewed, size_table, table, with_sizes

README = Path(__file__).resolve().parents[2] / "README.md"


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--runs", type=int, default=15, help="runs of each piece of work")
    parser.add_argument("--write", action="store_true", help="renew the table in the README")
    options = parser.parse_args()
    lines = table(
        (
            *comparisons(options.runs),
            *hostile_comparisons(options.runs),
            *office_comparisons(options.runs),
            *report_comparisons(options.runs),
            *batch_comparisons(),
            *panel_comparisons(),
        )
    )
    sizes = size_table(file_sizes())
    sys.stdout.write("\n".join((*lines, "", *sizes)) + "\n")
    if options.write:
        readme = renewed(README.read_text("utf-8"), lines)
        README.write_text(with_sizes(readme, sizes), "utf-8")


main()
