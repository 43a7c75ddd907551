"""A real browser without a window and without a network, with the page before it.

``drive.cjs`` beside this file holds the browser; each call is one line to it and one back.
"""

import json
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

# What each browser is called and the program that starts it, as Debian names them.
PROGRAMS = {"chromium": "chromium", "firefox": "firefox-esr"}
# Files reach a page as a drop does where the browser cannot be told of one: chosen in a field of
# its own first, then handed over by a script. ``%s`` is the place that they are dropped on.
_FIELD = "dropped-by-the-test"
_MAKE_FIELD = f"""() => {{
  const field = document.createElement("input");
  field.type = "file"; field.multiple = true; field.id = "{_FIELD}"; field.hidden = true;
  document.body.append(field);
}}"""
_HAND_OVER = f"""() => {{
  const field = document.getElementById("{_FIELD}"), held = new DataTransfer();
  for (const file of field.files) held.items.add(file);
  field.remove();
  for (const kind of ["dragenter", "dragover", "drop"]) {{
    document.querySelector(%s).dispatchEvent(
      new DragEvent(kind, {{ dataTransfer: held, bubbles: true, cancelable: true }}));
  }}
}}"""
# A folder cannot be chosen in Firefox by its protocol: the files are, each with its path in it.
_AS_FOLDER = f"""() => {{
  const field = document.getElementById("{_FIELD}"), paths = %s, held = new DataTransfer();
  [...field.files].forEach((file, place) => {{
    Object.defineProperty(file, "webkitRelativePath", {{ value: paths[place] }});
  }});
  const files = [...field.files], target = document.querySelector(%s);
  Object.defineProperty(target, "files", {{ value: files, configurable: true }});
  target.dispatchEvent(new Event("change", {{ bubbles: true }}));
  delete target.files;
  field.remove();
}}"""
# The longest that the thread of the page was away from it: a clock that should tick every 20 ms.
WATCHING = """
(() => {
  let last = performance.now();
  window.longestPause = 0;
  setInterval(() => {
    const now = performance.now();
    window.longestPause = Math.max(window.longestPause, now - last - 20);
    last = now;
  }, 20);
})();
"""
_PAUSE = 0.05
# Seconds until a page has to be where it is waited for, on a machine that does other work too.
PATIENCE = 120.0


class BrowserError(Exception):
    """The browser did not do what it was told, or not in time."""


class Browser:
    """One browser with one page open at a time."""

    def __init__(self, process: "subprocess.Popen[str]", program: str) -> None:
        """Take the process that drives the browser, and which browser that is."""
        self.program = program
        self.version = ""
        self.at: Path | None = None
        self._process = process
        self._number = 0

    def do(self, what: str, **how: object) -> Any:
        """Tell the browser something, and what it answers."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": what, **how}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise BrowserError(f"the browser ended while doing {what}")
        answer = json.loads(line)
        if "error" in answer:
            raise BrowserError(answer["error"])
        return answer["value"]

    def start(self, *, dark: bool) -> None:
        """Begin, with light or dark colours wanted."""
        told = self.do(
            "launch",
            program=self.program,
            executable=shutil.which(PROGRAMS[self.program]),
            dark=dark,
        )
        self._number, self.version = told["process"], told["version"]

    def open(
        self,
        path: Path,
        *,
        before: str = "",
        width: int = 1200,
        height: int = 900,
        dark: bool = False,
    ) -> None:
        """Open a file as a double click does; ``before`` is a script that runs ahead of its own."""
        self.at = None if before else path
        self.do(
            "open",
            url=path.as_uri(),
            before=WATCHING + before,
            width=width,
            height=height,
            dark=dark,
            offline=True,
        )

    def visit(
        self, address: str, *, width: int = 1366, height: int = 768, dark: bool = False
    ) -> None:
        """Open an address of this machine; whatever leads elsewhere leads nowhere."""
        self.at = None
        size = {"width": width, "height": height}
        self.do("open", url=address, before=WATCHING, dark=dark, offline=False, **size)

    def ask(self, script: str) -> Any:
        """The value of a JavaScript expression in the page."""
        return self.do("evaluate", script=script)

    def wait(self, script: str, seconds: float = PATIENCE) -> Any:
        """The value of an expression as soon as it is true."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            value = self.ask(script)
            if value:
                return value
            time.sleep(_PAUSE)
        raise BrowserError(f"not within {seconds} s: {script}; {self.seen()}")

    def choose(self, selector: str, paths: Sequence[Path]) -> None:
        """Choose files in a field of the page."""
        self.do("choose", selector=selector, paths=[str(path) for path in paths])

    def choose_folder(self, selector: str, folder: Path) -> None:
        """Choose a folder in a field for folders."""
        if self.program == "chromium":
            self.choose(selector, [folder])
            return
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        self._choose_for_test(files)
        paths = json.dumps([path.relative_to(folder.parent).as_posix() for path in files])
        self.ask(f"({_AS_FOLDER % (paths, json.dumps(selector))})()")

    def drop(self, selector: str, paths: Sequence[Path]) -> None:
        """Drop files on a part of the page; folders too in Chromium, as from a file manager."""
        if self.program == "chromium":
            self.do("drag", selector=selector, paths=[str(path) for path in paths])
            return
        self._choose_for_test(paths)
        self.ask(f"({_HAND_OVER % json.dumps(selector)})()")

    def _choose_for_test(self, paths: Sequence[Path]) -> None:
        self.ask(f"({_MAKE_FIELD})()")
        self.choose(f"#{_FIELD}", paths)

    def press(self, key: str) -> None:
        """Press a key."""
        self.do("press", key=key)

    def seen(self) -> dict[str, list[str]]:
        """The addresses the page asked for, and the errors in its scripts."""
        found: dict[str, list[str]] = self.do("seen")
        return found

    def megabytes(self) -> float:
        """What all processes of the browser hold together, what they share counted once."""
        parent = psutil.Process(self._number)
        total = 0
        for process in (parent, *parent.children(recursive=True)):
            try:
                total += process.memory_full_info().pss
            except (psutil.NoSuchProcess, psutil.AccessDenied):
                continue
        return total / 2**20


@contextmanager
def driven(program: str, *, dark: bool = False) -> Iterator[Browser]:
    """A browser that runs until the block ends."""
    script = Path(__file__).with_name("drive.cjs")
    with subprocess.Popen(
        ["node", str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        browser = Browser(process, program)
        try:
            browser.start(dark=dark)
            yield browser
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(timeout=60)
