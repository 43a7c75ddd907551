"""Every link of every page leads somewhere, and what a page says is in the repository is there."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.docs.pages import OTHER_PAGES, ROOT, SITE, SITE_PAGES, text_of

PAGES = (*OTHER_PAGES, *SITE_PAGES)
NAMED = [str(page.relative_to(ROOT)) for page in PAGES]
CONFIG = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]


def prose(page: Path) -> str:
    """A page without its code, in which brackets are no links."""
    text = re.sub(r"^```.*?^```", "", text_of(page), flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]*`", "", text)


def links(page: Path) -> list[str]:
    """What a page links to and is not on another machine."""
    found = re.findall(r"(?<!\\)\]\(([^)\s]+)\)", prose(page))
    return [target for target in found if not target.startswith(("https://", "mailto:"))]


def anchors(page: Path) -> set[str]:
    """What a link into a page may end with: its headings as sites spell them, and its own marks."""
    titles = re.findall(r"^#+ (.+)$", re.sub(r"(?ms)^```.*?^```", "", text_of(page)), re.MULTILINE)
    kept = (re.sub(r"[^\w\- ]", "", re.sub(r"<.*?>", "", title)).strip() for title in titles)
    own = re.findall(r'<a id="([^"]+)">', text_of(page))
    return {*(title.lower().replace(" ", "-") for title in kept), *own}


@pytest.mark.parametrize("page", PAGES, ids=NAMED)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in links(page):
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.is_file(), target
        assert not anchor or anchor in anchors(there), target


@pytest.mark.parametrize("page", SITE_PAGES, ids=lambda page: page.name)
def test_a_page_of_the_site_leads_only_into_the_site(page: Path) -> None:
    paths = (page.parent / target.partition("#")[0] for target in links(page))
    assert [str(path) for path in paths if not path.resolve().is_relative_to(SITE)] == []


@pytest.mark.parametrize("page", PAGES, ids=NAMED)
def test_what_a_page_says_is_in_the_repository_is_there(page: Path) -> None:
    folders = r"builder|tests|schemes|templates|docs"
    named = re.findall(rf"`((?:{folders})/[^`\s<>…*]*)`", text_of(page))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_picture_is_shown_on_some_page() -> None:
    shown = {(page.parent / target).resolve() for page in PAGES for target in links(page)}
    assert set((SITE / "pictures").rglob("*.png")) <= shown


def test_the_sites_table_of_contents_names_every_page_once() -> None:
    named = [path for entry in CONFIG["nav"] for path in _paths(entry)]
    assert sorted(named) == sorted(page.relative_to(SITE).as_posix() for page in SITE_PAGES)


def _paths(entry: object) -> list[str]:
    if isinstance(entry, dict):
        return [path for inner in entry.values() for path in _paths(inner)]
    if isinstance(entry, list):
        return [path for inner in entry for path in _paths(inner)]
    return [str(entry)]


def test_the_site_asks_nothing_of_the_network() -> None:
    assert CONFIG["theme"]["font"] is False
    assert CONFIG["use_directory_urls"] is False
    assert "offline" in CONFIG["plugins"]
    assert "site_url" not in CONFIG
    outside = [page.name for page in SITE_PAGES if re.search(r"!\[[^]]*\]\(http", text_of(page))]
    assert outside == []
