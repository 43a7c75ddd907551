"""What in a Word file runs, fetches or opens something: told, and never followed.

A link that a person clicks is free, and so is a chart with the table behind it.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from xml.etree.ElementTree import Element

from builder.frozen import frozen
from builder.ooxml.container import Container
from builder.ooxml.field_codes import field_codes
from builder.ooxml.limits import Budget
from builder.ooxml.namespaces import each_named
from builder.ooxml.package import Relationship, read_relationships, relating
from builder.ooxml.whole_tree import whole_tree


class Active(Enum):
    """The kinds of content that does something by itself."""

    MACROS = auto()
    REMOTE = auto()
    DDE = auto()
    EMBEDDED = auto()


@frozen
class ActiveContent:
    """One such content: what a person calls it, and what it leads to as far as that is known."""

    kind: Active
    name: str
    target: str = ""


# So much of a target is told.
_QUOTED = 60
# What leads out of the file only when a person follows it.
_FOLLOWED_BY_HAND = frozenset({"hyperlink"})
_REMOTE_NAMES = {
    "attachedTemplate": "附加的模板",
    "image": "链接的图片",
    "frame": "框架网页",
    "subDocument": "子文档",
    "oleObject": "链接的对象",
    "package": "链接的对象",
    "mailMergeSource": "邮件合并的数据源",
    "mailMergeHeaderSource": "邮件合并的数据源",
    "aFChunk": "插入的文件",
    "video": "链接的影音",
    "audio": "链接的影音",
    "media": "链接的影音",
}
_OTHER_REMOTE = "链接的内容"
# Relationships that open another document or program within this one. A chart has its own table.
_EMBEDDED_NAMES = {
    "oleObject": "嵌入的对象",
    "package": "嵌入的文件",
    "control": "控件",
    "aFChunk": "插入的文件",
    "subDocument": "子文档",
    "webextensiontaskpanes": "网页加载项",
    "extensibility": "自定义的功能区",
}
_MACRO_KINDS = frozenset({"vbaProject", "wordVbaData"})
_CHARTS = re.compile(r"(?:^|/)(?:charts|chartex|diagrams)/", re.I)
_FORMULAS = re.compile(r"^equation\b", re.I)
_MACRO_PARTS = re.compile(r"(?:^|/)vbaproject[^/]*$", re.I)
_MACROS = ActiveContent(kind=Active.MACROS, name="宏")
# A template of the computer on which the file was written is not fetched from anywhere.
_LOCAL = re.compile(r"file:///(?![\\/])|(?:file:/{0,2})?[a-z]:[\\/]|[^\\/:]*$", re.I)
_ELSEWHERE = re.compile(r"(?:https?|ftps?|file|mhtml|smb|webdav)\s*:|[\\/]{2}", re.I)
_DRIVE = re.compile(r"\s*\"?\s*(?:file:/{2,3})?[a-z]:[\\/]", re.I)
_FIELD = re.compile(r"\s*([A-Za-z]+)\b(.*)", re.DOTALL)
_DDE = frozenset({"DDE", "DDEAUTO"})
# Those that read a file whatever it is, and those that matter where it is on another computer:
# what was pasted from a chat program still names the picture it came from.
_READING = frozenset({"INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DATABASE", "RD"})
_FETCHING = frozenset({"INCLUDEPICTURE"})
_STORIES = re.compile(
    r"(?:^|/)(?:header|footer|footnotes|endnotes|comments|document)\d*\.xml$", re.I
)
_SETTINGS = re.compile(r"(?:^|/)settings\.xml$", re.I)
_MERGING = frozenset({"connectString", "dataSource"})
_SHAPES = frozenset({"imagedata", "fill", "stroke"})


def active_content(
    container: Container, main: str, body: Element, budget: Budget
) -> tuple[ActiveContent, ...]:
    """Everything of the kind in the file, each name and target once.

    ``body`` is the markup of the main part. Raises ``RefusedError`` for a part out of bounds.
    """
    found: list[ActiveContent] = []
    formulas = _formulas(body)
    sources = dict(relating(container))
    for name in container.names:
        source = sources.get(name)
        if source is not None:
            free = formulas if source.casefold() == main.casefold() else frozenset[str]()
            relations = read_relationships(container, source, budget)
            for identifier, one in relations.items():
                if identifier not in free:
                    found += _related(one)
        elif _MACRO_PARTS.search(name):
            found.append(_MACROS)
        elif name.casefold() == main.casefold():
            found += _in_story(body)
        elif _STORIES.search(name):
            found += _in_story(whole_tree(container, name, budget))
        elif _SETTINGS.search(name):
            settings = whole_tree(container, name, budget)
            if next(each_named(settings, *_MERGING), None) is not None:
                found.append(ActiveContent(kind=Active.REMOTE, name="邮件合并的数据源"))
    return tuple(dict.fromkeys(found))


def is_formula(embedded: Element | None) -> bool:
    """Whether an embedded object is a formula of an older program, not a document."""
    return embedded is not None and _FORMULAS.match(embedded.get("ProgID", "")) is not None


def told_of(found: Iterable[ActiveContent], *kinds: Active) -> str:
    """The names of all contents of the kinds, each with the first that it leads to."""
    named: dict[str, str] = {}
    for one in found:
        if one.kind in kinds:
            named.setdefault(one.name, one.target)
    return "、".join(
        f"{name}（{target[:_QUOTED]}）" if target else name for name, target in named.items()
    )


def _related(one: Relationship) -> Iterator[ActiveContent]:
    """What a relationship leads to by itself."""
    if one.external:
        by_hand = one.kind in _FOLLOWED_BY_HAND
        own = one.kind == "attachedTemplate" and _LOCAL.match(one.target)
        if not by_hand and not own:
            name = _REMOTE_NAMES.get(one.kind, _OTHER_REMOTE)
            yield ActiveContent(kind=Active.REMOTE, name=name, target=one.target)
    elif one.kind in _MACRO_KINDS:
        yield _MACROS
    elif one.kind in _EMBEDDED_NAMES and not _CHARTS.search(one.source):
        yield ActiveContent(kind=Active.EMBEDDED, name=_EMBEDDED_NAMES[one.kind])


def _formulas(body: Element) -> frozenset[str]:
    """The relationships of formulas, which older programs embed as objects."""
    return frozenset(
        value
        for one in each_named(body, "OLEObject")
        if is_formula(one)
        for key, value in one.items()
        if key.endswith("}id")
    )


def _in_story(root: Element) -> Iterator[ActiveContent]:
    """The fields of a part that fetch or run something (ECMA-376 Part 1, 17.16.5), its pictures."""
    for code in field_codes(root):
        match = _FIELD.match(code)
        word, rest = (match[1].upper(), match[2]) if match else ("", "")
        reads = word in _READING or (
            word in _FETCHING and bool(_ELSEWHERE.search(rest)) and not _DRIVE.match(rest)
        )
        if reads or word in _DDE:
            kind = Active.DDE if word in _DDE else Active.REMOTE
            yield ActiveContent(kind=kind, name=f"{word} 域", target=" ".join(rest.split()))
    for shape in each_named(root, *_SHAPES):
        for key, value in shape.items():
            if key.rpartition("}")[2] in ("src", "href") and _ELSEWHERE.match(value):
                yield ActiveContent(kind=Active.REMOTE, name="链接的图片", target=value)
