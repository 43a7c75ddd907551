"""The desk in a browser: started as an office starts it, and used as a person uses it."""

import json
import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.browser.driving import Browser, BrowserError

_ADDRESS = re.compile(r"(https?://[^/\s]+)/enter\?ticket=\S+")
_PATIENCE = 120.0
_PAUSE = 0.1
# No page of the desk is away from its person for longer than this.
_READY = "document.readyState === 'complete'"


class DeskPage:
    """A desk that runs, and the browser before it."""

    def __init__(self, browser: Browser, first: str) -> None:
        """Come in by the address that the desk told."""
        self.browser = browser
        found = _ADDRESS.match(first)
        assert found is not None
        self.origin = found[1]
        browser.visit(first)
        browser.do("agree")
        browser.wait("document.querySelector('h1') !== null")

    def go(self, path: str, *, dark: bool = False, width: int = 1366, height: int = 768) -> None:
        """Open a page of the desk."""
        self.browser.visit(f"{self.origin}{path}", dark=dark, width=width, height=height)
        self.browser.do("agree")
        self.browser.wait(_READY)

    def press(self, words: str, within: str = "main") -> None:
        """Press the button, or follow the link, that says these words; another page may come."""
        script = f"""(() => {{
          const said = {json.dumps(words)};
          const within = document.querySelector({json.dumps(within)});
          const all = [...within.querySelectorAll("button, a")];
          const one = all.find((each) => each.textContent.trim() === said && !each.disabled);
          if (!one) return false;
          window.leaving = true;
          setTimeout(() => one.click());
          return true;
        }})()"""
        self._wait(script)
        self.settle()

    def settle(self) -> None:
        """Wait until a page that was left has given way to the next."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            time.sleep(_PAUSE)
            try:
                if self.browser.ask(f"window.leaving !== true && {_READY}"):
                    return
            except BrowserError:
                continue
        raise BrowserError("the page did not change")

    def agree(self) -> None:
        """Say yes to whatever this page asks before it does something."""
        self.browser.ask("window.confirm = () => true")

    def touch(self, name: str) -> None:
        """Have a field look as if somebody had just typed in it."""
        field = json.dumps(f"[name={json.dumps(name)}]")
        self.browser.ask(
            f"document.querySelector({field}).dispatchEvent(new Event('input', {{bubbles: true}}))"
        )

    def drop(self, words: str, paths: Sequence[Path], within: str = "main") -> None:
        """Drop files on the place that says these words."""
        mark = f"""(() => {{
          for (const zone of document.querySelectorAll(".drop")) zone.removeAttribute("id");
          const within = document.querySelector({json.dumps(within)});
          for (const zone of within.querySelectorAll(".drop")) {{
            if (zone.textContent.includes({json.dumps(words)})) zone.id = "here";
          }}
          document.getElementById("here").scrollIntoView({{ block: "center" }});
          return true;
        }})()"""
        self.browser.ask(mark)
        self.browser.drop("#here", paths)
        self._wait(
            "/已送到|没有送到/.test(document.querySelector('#here .sent')?.textContent || '')"
            " || !document.getElementById('here')"
        )

    def fill(self, name: str, text: str) -> None:
        """Write into a field."""
        field = json.dumps(f"[name={json.dumps(name)}]")
        self.browser.ask(f"document.querySelector({field}).value = {json.dumps(text)}")

    def write(self, selector: str, old: str, new: str) -> None:
        """Change the text in an area as typing does."""
        self.browser.ask(f"""(() => {{
          const area = document.querySelector({json.dumps(selector)});
          area.value = area.value.replace({json.dumps(old)}, {json.dumps(new)});
          area.dispatchEvent(new Event("input"));
        }})()""")

    def text(self, selector: str = "main") -> str:
        """What stands in a part of the page."""
        said = self.browser.ask(f"document.querySelector({json.dumps(selector)})?.innerText || ''")
        return str(said)

    def wait_for(self, words: str, seconds: float = _PATIENCE) -> str:
        """What stands on the page once these words do."""
        self._wait(f"document.body.innerText.includes({json.dumps(words)})", seconds)
        return self.text()

    def wait_done(self, seconds: float = _PATIENCE) -> None:
        """Wait until no work goes on."""
        self._wait("!document.querySelector('[data-live=work] progress')", seconds)

    def shot(self, path: Path, *, whole: bool = False) -> None:
        """A picture of the page."""
        self.browser.do("screenshot", path=str(path), whole=whole)

    def _wait(self, script: str, seconds: float = _PATIENCE) -> Any:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                value = self.browser.ask(script)
            except BrowserError:
                # Another page is just coming.
                value = None
            if value:
                return value
            time.sleep(_PAUSE)
        raise BrowserError(f"not within {seconds} s: {script[:300]}; {self.text()[:800]}")
