"""``python -m tests.plan.pages``: write every page as the plans are now; look at the difference."""

from tests.plan.pages.books import PAGES
from tests.plan.pages.test_pages import page_file


def main() -> None:
    """Write the pages."""
    for name, lines in PAGES.items():
        page_file(name).write_text("\n".join((*lines(), "")), "utf-8")


if __name__ == "__main__":
    main()
