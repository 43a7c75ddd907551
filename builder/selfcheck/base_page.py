"""The base page: everything but schemes and settings, made once for a version of this program."""

import base64
import gzip
import json
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

# A page of so few lines is parsed and handed on piece by piece, and holds nothing up.
_PIECE = 1 << 19
# Of the standard library, what no verification imports.
_UNUSED = (
    "_pyrepl/", "bdb.py", "cProfile.py", "ctypes/", "curses/", "dbm/", "doctest.py", "ensurepip/",
    "ftplib.py", "getpass.py", "http/", "idlelib/", "imaplib.py", "lib2to3/", "mailbox.py",
    "mimetypes.py", "modulefinder.py", "multiprocessing/", "nntplib.py", "optparse.py", "pdb.py",
    "pickletools.py", "plistlib.py", "poplib.py", "profile", "pstats.py", "pydoc", "pyclbr.py",
    "sched.py", "shelve.py", "smtplib.py", "socketserver.py", "sqlite3/", "statistics.py",
    "tabnanny.py", "tarfile.py", "test/", "tkinter/", "tomllib/", "trace.py", "turtle",
    "unittest/", "venv/", "wave.py", "webbrowser.py", "wsgiref/", "xmlrpc/", "zipapp.py",
    "zoneinfo/", "_sysconfigdata", "sysconfig/", "profiling/", "configparser.py", "cmd.py",
    "code.py", "imghdr.py", "netrc.py", "pty.py", "quopri.py", "rlcompleter.py", "xml/dom/",
    "xml/sax/", "_aix_support.py", "_apple_support.py", "_ios_support.py", "_android_support.py",
    "_osx_support.py", "_pyio.py", "concurrent/interpreters/", "email/mime/",
)  # fmt: skip
# Office files are UTF-8 or UTF-16, names in archives one of these, too.
_ENCODINGS = ("__init__", "aliases", "ascii", "latin_1", "utf_8", "utf_8_sig", "utf_16", "utf_16_be",
    "utf_16_le", "utf_32", "cp437", "gb18030", "gbk", "gb2312", "cp936", "idna", "punycode",
    "unicode_escape", "raw_unicode_escape", "cp1252", "iso8859_1", "base64_codec", "hex_codec")  # fmt: skip


def base_page(runtime: Mapping[str, bytes]) -> bytes | Finding:
    """A page with a hole for what an office puts in, or why it could not be made."""
    library = compiled(dict(_library(runtime["python_stdlib.zip"])), runtime)
    if isinstance(library, Finding):
        return library
    program = compiled(program_files() | library_files(), runtime)
    if isinstance(program, Finding):
        return program
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
        page=files["page.js"],
        parts=[piece for name, content in parts.items() for piece in _pieces(name, content)],
        licences=_licences(files),
        runtime=pinned_runtime(),
        version=VERSION,
        head=head_of(VERSION, program_mark()),
        hole=HOLE,
    )
    return page.encode()


def _library(archive: bytes) -> Iterator[tuple[str, bytes]]:
    with ZipFile(BytesIO(archive)) as opened:
        for name in opened.namelist():
            folder, _, inside = name.partition("/")
            spare = folder == "encodings" and inside.removesuffix(".py") not in _ENCODINGS
            if not name.endswith("/") and not spare and not name.startswith(_UNUSED):
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
