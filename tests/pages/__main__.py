"""``python -m tests.pages``: write every page as it is now; what changed is read in the difference.

A name, or the beginning of one, writes only those pages.
"""

import sys

from tests.pages import answers, filled, found_again, office, older, plans, verdicts, worded
from tests.pages.kept import page_file


def main() -> None:
    """Write the pages."""
    wanted = tuple(sys.argv[1:]) or ("",)
    rooms = (answers, filled, found_again, office, older, plans, verdicts, worded)
    pages = {name: lines for room in rooms for name, lines in room.PAGES.items()}
    for name, lines in pages.items():
        if name.startswith(wanted):
            page_file(name).write_text("\n".join((*lines(), "")), "utf-8")


if __name__ == "__main__":
    main()
