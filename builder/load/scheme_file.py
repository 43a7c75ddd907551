"""A scheme file as a ``Scheme``: front matter and body joined, every problem at its place."""

import re
from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.load.edits import Edit
from builder.load.fields import Fields
from builder.load.front_matter import read_front_matter
from builder.load.grades import graded
from builder.load.markdown import HeadBlock, HeadingBlock, parse_blocks
from builder.load.problems import Problems
from builder.load.source import Source, read_source, without_forbidden
from builder.load.tree import SchemeBody, read_body
from builder.model.joins import JoinKind
from builder.model.official import Position
from builder.model.scheme import Scheme


@frozen
class Loaded:
    """A scheme, if one could be built, and everything found on the way, top of the file first."""

    scheme: Scheme | None
    findings: tuple[Finding, ...]


@frozen
class Draft:
    """What was read: ``scheme`` may still lack texts unless ``complete``; it is sound to add up.

    ``step`` is where its step stands; ``edits`` are what its author certainly meant; ``chinese``
    is whether it writes its keys so.
    """

    scheme: Scheme | None
    complete: bool
    findings: tuple[Finding, ...]
    step: Position | None = None
    edits: tuple[Edit, ...] = ()
    chinese: bool = False


def load_scheme(path: Path) -> Loaded:
    """The scheme in a file; its findings are those of the grammar, not of arithmetic."""
    draft = draft_scheme(path)
    return Loaded(scheme=draft.scheme if draft.complete else None, findings=draft.findings)


def draft_scheme(path: Path) -> Draft:
    """As much of a scheme as can be checked further, even where identity or source is missing."""
    source = read_source(path)
    if isinstance(source, Finding):
        return Draft(scheme=None, complete=False, findings=(source,))
    return draft_of(source)


def draft_of(source: Source) -> Draft:
    """The same of a text that was read, or that is only to be written."""
    problems = Problems(path=source.path)
    scheme, complete, step = _read(without_forbidden(source, problems), problems)
    return Draft(
        scheme=scheme,
        complete=complete,
        findings=problems.sorted,
        step=step,
        edits=tuple(problems.edits),
        chinese=problems.chinese,
    )


def _read(source: Source, problems: Problems) -> tuple[Scheme | None, bool, Position | None]:
    """The scheme, whether it is complete, and where its step stands."""
    blocks = parse_blocks(source)
    head = blocks[0] if blocks else None
    if not isinstance(head, HeadBlock):
        cause = _cause(source)
        problems.add("QA110", problems.position(1), actual=cause)
        headed = any(isinstance(block, HeadingBlock) for block in blocks)
        if cause or not headed:
            # What was meant as front matter stands in the body now, or nothing was meant as a
            # scheme at all; findings about the body would mislead.
            return None, False, None
        read_body(blocks, problems)
        return None, False, None
    front = read_front_matter(head.text, source, problems)
    markup = front is not None and front.values.get("markup") is True
    total = None if front is None else front.values.get("total_join")
    weighed = total is not None and total.kind is JoinKind.WEIGHTED
    body = read_body(blocks, problems, markup=markup, weighed=weighed)
    if not body.indicators and not any(one.code in _LOST for one in problems.found):
        problems.add_fatal("QA130", problems.position(1))
    if front is None or not problems.sound:
        return None, False, None
    return *_join(front, body), front.place("step")


def _cause(source: Source) -> str:
    """Why a file has no front matter, as far as that can be seen."""
    lines = [line.strip() for line in source.lines]
    if not any(lines):
        return "：文件是空的"
    if _DASHES.fullmatch(lines[0]):
        return f"：第一行的“{lines[0]}”不是三个半角短横线"
    if lines[0].startswith("---"):
        return "：第一行有 ---，写完各项以后少了单独一行 ---"
    return "：第一行不是 ---" if "---" in lines else ""


def _join(front: Fields, body: SchemeBody) -> tuple[Scheme | None, bool]:
    """The scheme, and whether it knows what it is called; that alone keeps nothing from adding."""
    said, indicators = graded({**front.values}, body.indicators, front.position)
    if not said.keys() >= {"total", "scale", "step"}:
        return None, False
    scheme = Scheme(
        **{**dict.fromkeys(_IDENTITY, ""), **said},
        position=front.place("total"),
        indicators=indicators,
        sections=body.sections,
    )
    return scheme, said.keys() >= set(_IDENTITY)


_DASHES = re.compile(r"-{1,2}|-{4,}|[-－—―–─_=＝]*[－—―–─_=＝][-－—―–─_=＝]*")
# Headings that were not read as such, and why, are told already.
_LOST = ("QA143",)
_IDENTITY = ("id", "title", "award", "edition", "source")
