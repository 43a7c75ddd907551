"""Base pages without the runtime, of which nobody runs the program; and what to look for in one."""

import json
import re
from pathlib import Path

from builder.selfcheck.base_page import assembled

# Stands for the parts of the runtime, which are large and come from elsewhere.
RUNTIME = {
    "pyodide-lock.json": b'{"info": {"python": "3.14.2"}, "packages": {"numpy": {}}}',
    "pyodide.asm.mjs": b"export default 1;",
    "pyodide.mjs": b"export const loadPyodide = 1;",
    "pyodide.asm.wasm": b"\0asm",
}


def small_base() -> bytes:
    """A base page as this program makes it, without what would run in it."""
    return assembled(RUNTIME, b"library", b"program")


def put_base(folder: Path) -> Path:
    """The same in a file."""
    path = folder / "底页.html"
    path.write_bytes(small_base())
    return path


def facts_in(page: str) -> dict[str, object]:
    """What a page says of itself, as it reads it."""
    found = re.search(r'<script type="application/json" id="given">(.*?)</script>', page)
    assert found is not None
    told: dict[str, object] = json.loads(found[1])
    return told
