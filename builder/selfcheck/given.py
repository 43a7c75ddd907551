"""What an office puts into a base page: schemes and settings, and what the page says of them."""

import base64
import gzip
import json
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.load.library import shipped_schemes
from builder.load.scheme_file import load_scheme
from builder.model.office import Office
from builder.model.scheme import Scheme
from builder.show.plain import Json
from builder.version import VERSION

# How the files are called where the page unpacks them.
SCHEMES, OFFICE_FILE = "schemes", "office.yaml"


@frozen
class Given:
    """The schemes of a page with their files, the settings of the office, the day it is made."""

    schemes: tuple[tuple[Scheme, bytes], ...]
    office: Office | None
    made: date


def said_of(given: Given) -> Json:
    """What the page tells of itself."""
    held = {scheme.id for scheme, _ in given.schemes}
    others = (load_scheme(path).scheme for path in shipped_schemes())
    return {
        "awards": [
            {"id": scheme.id, "title": scheme.title, "edition": scheme.edition}
            for scheme, _ in given.schemes
        ],
        "office": "" if given.office is None else given.office.name,
        "others": {one.id: one.title for one in others if one is not None and one.id not in held},
        "made": given.made.isoformat(),
        "version": VERSION,
    }


def packed(given: Given) -> str:
    """The files that the program in the page reads, as a part of the page."""
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for number, (scheme, content) in enumerate(given.schemes):
            archive.writestr(ZipInfo(f"{SCHEMES}/{number:03}-{scheme.id}.md"), content)
        if given.office is not None:
            archive.writestr(ZipInfo(OFFICE_FILE), given.office.canonical)
    return base64.b64encode(gzip.compress(held.getvalue(), 9, mtime=0)).decode("ascii")


def schemes_of(
    paths: Sequence[Path],
) -> tuple[tuple[tuple[Scheme, bytes], ...], tuple[Finding, ...]]:
    """The schemes in files with the bytes of those, and what keeps any from being used."""
    found: list[tuple[Scheme, bytes]] = []
    findings: list[Finding] = []
    for path in paths:
        loaded = load_scheme(path)
        findings += loaded.findings
        if loaded.scheme is not None:
            found.append((loaded.scheme, path.read_bytes()))
    return tuple(found), tuple(findings)


def as_script(value: Json) -> str:
    """JSON that may stand in a page: nothing in it ends an element."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
