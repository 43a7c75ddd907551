"""The page for checking one's own files, open in a browser, as whoever uses it sees it."""

from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.browser.driving import Browser

FILES, FOLDER, DROP = "#pick", "#pick-folder", "#drop"
# Printing would hold the browser up until somebody answers.
_SAVE_ALL = """document.querySelectorAll("#outputs button").forEach((button) => {
  if (!button.textContent.includes("打印")) button.click();
})"""
# What the page says of itself to whoever tests it; see the page's own script.
_SAYS = "window.selfcheck"


@dataclass(frozen=True, kw_only=True)
class Page:
    """An open page."""

    browser: Browser

    @property
    def runs(self) -> int:
        """How many times files were judged."""
        count: int = self.browser.ask(f"{_SAYS}.runs || 0")
        return count

    @property
    def state(self) -> str:
        """What the page is doing."""
        said: str = self.browser.ask(f"{_SAYS}.state")
        return said

    def says(self, name: str) -> Any:
        """One of the values that the page shows to tests."""
        return self.browser.ask(f"{_SAYS}.{name}")

    @property
    def text(self) -> str:
        """Every word on the page that a person sees."""
        seen: str = self.browser.ask("document.body.innerText")
        return seen

    def judged(self, paths: Sequence[Path]) -> str:
        """What is said of files once they are chosen, as JSON."""
        before = self.runs
        self.browser.choose(FILES, paths)
        return self.next_after(before)

    def judged_with(self, folder: Path) -> str:
        """What is said of a folder once it is chosen, with the files that are there already."""
        before = self.runs
        self.browser.choose_folder(FOLDER, folder)
        return self.next_after(before)

    def clear(self) -> None:
        """Take out of the page what was put into it."""
        self.browser.ask("document.querySelectorAll('#held button').forEach((one) => one.click())")

    def next_after(self, runs: int) -> str:
        """What is said by the first run after so many, once it has ended."""
        self.browser.wait(f"{_SAYS}.runs > {runs} && ['done', 'failed'].includes({_SAYS}.state)")
        said: str = self.browser.ask(f"{_SAYS}.last && {_SAYS}.last.json")
        return said

    def saved(self) -> dict[str, bytes]:
        """All that the page offers to save, by name; it was opened so that this is kept."""
        self.browser.ask(_SAVE_ALL)
        self.browser.wait(
            "window.saved.length && window.saved.every((one) => one.content !== null)"
        )
        kept: list[dict[str, str]] = self.browser.ask("window.saved")
        return {one["name"]: b64decode(one["content"]) for one in kept}

    def is_focused(self, selector: str) -> bool:
        """Whether what is typed goes there."""
        there: bool = self.browser.ask(f"document.activeElement.matches('{selector}')")
        return there

    @property
    def asked_of_the_net(self) -> list[str]:
        """Addresses the page asked for that are not on this computer."""
        here = ("file:", "blob:", "data:", "about:")
        return [url for url in self.browser.seen()["asked"] if not url.startswith(here)]


def opened(
    browser: Browser, path: Path, *, before: str = "", ready: bool = True, **look: Any
) -> Page:
    """The page, opened as by a double click; with ``ready`` once it can judge files."""
    browser.open(path, before=before, **look)
    page = Page(browser=browser)
    if ready:
        browser.wait(f"{_SAYS} && ['ready', 'old'].includes({_SAYS}.state)")
    return page
