"""How a program rewrites the parts of a workbook when it saves it."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from tests.proof.honest_looks import Route
from tests.verify.judged import Case
from tests.verify.tampering import packed, parts_of

SHEETS, TYPES, LINKS = "xl/worksheets/sheet", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Edit = Callable[[str], str]


def swap(pattern: str, new: str, count: int = 0) -> Edit:
    """Whatever fits the pattern is written so instead."""
    return partial(re.sub, pattern, new, count=count, flags=re.DOTALL)


def written(*edits: tuple[str, Edit]) -> Route:
    """A save that writes the parts whose names begin so in its own way."""

    def save(chosen: Case) -> bytes:
        found = parts_of(chosen.content)
        for start, edit in edits:
            before = {name: text.decode() for name, text in found.items() if name.startswith(start)}
            after = {name: edit(text) for name, text in before.items()}
            assert after != before, start
            found |= {name: text.encode() for name, text in after.items()}
        return packed(found)

    return save


def with_more(**more: str) -> Route:
    """A save with more parts; in their names ``__`` stands for a slash."""

    def save(chosen: Case) -> bytes:
        named = {name.replace("__", "/"): text.encode() for name, text in more.items()}
        return packed({**parts_of(chosen.content), **named})

    return save


def related(kind: str, target: str, body: str) -> Route:
    """A save with a part more that the workbook leads to."""

    def save(chosen: Case) -> bytes:
        found = parts_of(chosen.content)
        link = f'<Relationship Id="rIdMore" Type="{kind}" Target="{target}"/></Relationships>'
        found[LINKS] = found[LINKS].decode().replace("</Relationships>", link).encode()
        return packed({**found, f"xl/{target}": body.encode()})

    return save


def one_by_one(*routes: Route) -> Route:
    """All that one program does when it saves."""

    def save(chosen: Case) -> bytes:
        for route in routes:
            chosen = replace(chosen, content=route(chosen))
        return chosen.content

    return save
