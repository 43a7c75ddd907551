"""``python -m tests.browser``: measure the page in both browsers; ``--write`` renews the table."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.browser.driving import PROGRAMS
from tests.browser.handed_in import every_set
from tests.browser.made import made_pages
from tests.browser.measured import costs, of_pages
from tests.browser.table import BEGIN, END, table
from tests.docs.pages import PROOF, renewed, text_of

_OPENINGS = 5


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser")
    parser.add_argument("--write", action="store_true", help="renew the table of the page")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        pages = made_pages(Path(name) / "pages")
        sets = tuple(every_set())
        found = [costs(program, pages, sets, _OPENINGS) for program in PROGRAMS]
        lines = list(table(found, of_pages(pages, _OPENINGS)))
    sys.stdout.write("\n".join(lines) + "\n")
    if options.write:
        PROOF.write_text(renewed(text_of(PROOF), BEGIN, END, lines), "utf-8")


if __name__ == "__main__":
    main()
