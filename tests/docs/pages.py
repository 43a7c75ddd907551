"""Where the pages for people are: the README, those beside it, and the folder of the site."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
SITE = ROOT / "docs"
SCHEME_GUIDE, TEMPLATE_GUIDE = SITE / "方案怎么写.md", SITE / "模板.md"
CODES, INTERFACE = SITE / "问题代码.md", SITE / "接口.md"
SHEETS = SITE / "样张.md"
BENCHMARKS, PROOF = SITE / "快慢.md", SITE / "把关.md"
SITE_PAGES = tuple(sorted(SITE.rglob("*.md")))
OTHER_PAGES = (
    README,
    *(ROOT / name for name in ("CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")),
    ROOT / "schemes" / "README.md",
    ROOT / "templates" / "README.md",
)


def text_of(page: Path) -> str:
    """What a page says."""
    return page.read_text("utf-8")


def between(page: Path, start: str, end: str) -> str:
    """What stands between two marks of a page."""
    return text_of(page).partition(start)[2].partition(end)[0]


def blocks(page: Path, language: str) -> list[str]:
    """The blocks of code in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text_of(page), re.MULTILINE | re.DOTALL)


def renewed(page: str, begin: str, end: str, lines: list[str]) -> str:
    """A page with what stands between two marks replaced."""
    block = "\n".join((begin, *lines, end))
    return re.sub(f"{begin}.*?{end}", lambda _: block, page, count=1, flags=re.DOTALL)
