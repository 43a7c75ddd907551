"""The base page: everything but schemes and settings, made once for a version of this program."""

import base64
import gzip
import json
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile

from jinja2 import Environment, StrictUndefined

from builder.findings.finding import Finding
from builder.selfcheck.compiled import compiled
from builder.selfcheck.marks import HOLE, head_of
from builder.selfcheck.program import (
    library_files,
    library_licences,
    page_files,
    program_files,
    program_mark,
)
from builder.selfcheck.runtime import pinned_runtime
from builder.version import VERSION

# In pieces of this size a page is parsed and handed on without holding anything up.
_PIECE = 1 << 19
# Of the standard library, what belongs to terminals, networks, tests and other machines.
_UNUSED = (
    "_pyrepl/",
    "ctypes/",
    "curses/",
    "doctest.py",
    "ensurepip/",
    "ftplib.py",
    "idlelib/",
    "imaplib.py",
    "mailbox.py",
    "multiprocessing/",
    "pdb.py",
    "poplib.py",
    "profiling/",
    "pydoc",
    "smtplib.py",
    "sqlite3/",
    "test/",
    "tkinter/",
    "turtle",
    "unittest/",
    "venv/",
    "wsgiref/",
    "xmlrpc/",
    "_sysconfigdata",
)
# Tables for the old letters of one language each; Office files are UTF-8 or UTF-16.
_OLD_LETTERS = re.compile(
    r"encodings/(cp(?!437|1252|936)|iso8859_(?!1\.)|mac_|koi8|kz1048|ptcp|tis_)"
)


def base_page(runtime: Mapping[str, bytes]) -> bytes | Finding:
    """A page with a hole for what an office puts in, or why it could not be made."""
    library = compiled(dict(standard_library(runtime["python_stdlib.zip"])), runtime)
    if isinstance(library, Finding):
        return library
    program = compiled(program_files() | library_files(), runtime)
    if isinstance(program, Finding):
        return program
    return assembled(runtime, library, program)


def assembled(runtime: Mapping[str, bytes], library: bytes, program: bytes) -> bytes:
    """The page from the runtime, the compiled standard library and the compiled program."""
    lock = json.loads(runtime["pyodide-lock.json"]) | {"packages": {}}
    parts = {
        "lock": json.dumps(lock).encode(),
        "machine": runtime["pyodide.asm.mjs"],
        "loader": runtime["pyodide.mjs"],
        "wasm": runtime["pyodide.asm.wasm"],
        "library": library,
        "program": program,
    }
    files = {name: content.decode("utf-8") for name, content in page_files().items()}
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    page = environment.from_string(files["page.html"]).render(
        css=files["page.css"],
        old=files["old.js"],
        worker=files["worker.js"],
        dropping=files["dropping.js"],
        page=files["page.js"],
        parts=[piece for name, content in parts.items() for piece in _pieces(name, content)],
        licences=_licences(files),
        runtime=pinned_runtime(),
        version=VERSION,
        head=head_of(VERSION, program_mark()),
        hole=HOLE,
    )
    return page.encode()


def standard_library(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """What the page needs of the standard library, which comes in an archive."""
    with ZipFile(BytesIO(archive)) as opened:
        for name in opened.namelist():
            spare = name.startswith(_UNUSED) or _OLD_LETTERS.match(name)
            if not name.endswith("/") and not spare:
                yield name, opened.read(name)


def _pieces(name: str, content: bytes) -> Iterator[dict[str, str | bool]]:
    text = base64.b64encode(gzip.compress(content, 9, mtime=0)).decode("ascii")
    for start in range(0, len(text), _PIECE):
        last = start + _PIECE >= len(text)
        yield {"name": name, "last": last, "text": text[start : start + _PIECE]}


def _licences(files: Mapping[str, str]) -> dict[str, str]:
    """Every licence under the name of what it is for."""
    own = {
        text.partition("\n")[0]: text.partition("\n")[2].strip()
        for name, text in files.items()
        if name.startswith("licences/")
    }
    return own | library_licences()
