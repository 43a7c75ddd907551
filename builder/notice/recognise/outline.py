"""The headings of a notice as a tree: what is one, and under which other it stands."""

import re
from dataclasses import replace

from builder.notice.lines import Block, Line, Table
from builder.notice.recognise.amounts import ends_with_points, led, said_total, split_points
from builder.notice.recognise.labels import NOTE, Labelled, Mark, labelled, squeezed
from builder.notice.recognise.node import Node
from builder.notice.recognise.option_lines import listed_options
from builder.notice.recognise.weights import split_printed
from builder.notice.recognise.work import Work

_WORDS = re.compile(r"(?:引言|前言|参考文献|评分说明|评审说明|填写说明|说明|附则|名词解释)[：:]?")
_SENTENCE = re.compile(r"[。；;！？!?]")
_OPEN_END = re.compile(r"[，,、：:]$")
_LONGEST, _LONGEST_BARE = 45, 24
_HEADS = frozenset(
    {
        *(Mark.CHAPTER, Mark.APPENDIX, Mark.TABLE, Mark.LETTERED, Mark.DOTTED),
        *(Mark.CHINESE, Mark.CHINESE_BRACKETS, Mark.NUMBER),
    }
)
_ONLY_WITH_POINTS = frozenset(
    {Mark.ARTICLE, Mark.DASH, Mark.NUMBER_BRACKETS, Mark.CIRCLED, Mark.NONE, Mark.LETTER}
)
_LIST = re.compile(r"附\s*[表件]\s*[：:]")

_Key = tuple[str, int]


def build_outline(work: Work) -> None:
    """Put every block under the heading it stands under; the first of all is under none."""
    blocks = _joined(work, work.blocks)
    options = listed_options(blocks)
    growing = _Growing()
    listed = 0
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            growing.add(block)
            listed = 0
            continue
        begun = _LIST.match(block.text)
        if begun or (listed and _is_listed(block, listed, blocks[at + 1 :])):
            listed = 1 if begun else listed + 1
            work.leave([block], "附件、附表的目录，各件另有标题")
            continue
        listed = 0
        total = said_total(block.text)
        if total is not None and work.head.total in (None, total):
            work.head.total = total
            work.use([block], "总分")
            continue
        made = None if block.id in options else _heading(block, blocks[at + 1 :])
        if made is None:
            growing.add(block)
        else:
            growing.open(*made)
    work.roots = [*growing.roots, *work.roots]
    preface = growing.preface
    if preface:
        title = Labelled(mark=Mark.NONE, label="", rest=work.head.title)
        node = Node(head=title, name=work.head.title, raw=[*preface])
        work.roots.insert(0, node)


class _Growing:
    """The tree so far and the headings still open, each with its key."""

    def __init__(self) -> None:
        self.roots: list[Node] = []
        self.preface: list[Line | Table] = []
        self._path: list[tuple[_Key, Node]] = []
        self._depths: dict[_Key, int] = {}

    @property
    def last(self) -> Node | None:
        """The heading under which the next line stands."""
        return self._path[-1][1] if self._path else None

    def is_open(self, key: _Key) -> bool:
        """Whether a heading of that kind is open."""
        return any(one == key for one, _ in self._path)

    def add(self, block: Block) -> None:
        """Put a block under the open heading."""
        (self.preface if self.last is None else self.last.raw).append(block)

    def open(self, key: _Key, node: Node) -> None:
        """Begin a heading beneath those that it does not end."""
        self._close(key)
        self._depths.setdefault(key, len(self._path))
        (self.roots if self.last is None else self.last.children).append(node)
        self._path.append((key, node))

    def _close(self, key: _Key) -> None:
        kind, depth = key
        keys = [one for one, _ in self._path]
        if key in keys:
            del self._path[keys.index(key) :]
        elif kind in ("word", "chapter"):
            del self._path[:]
        elif kind in ("number", "style"):
            while self._path and self._path[-1][0][0] == kind and self._path[-1][0][1] >= depth:
                self._path.pop()
            if self._path and self._path[-1][0][0] == "word" and depth == 1:
                self._path.pop()
        elif key in self._depths:
            del self._path[self._depths[key] :]


def _heading(line: Line, after: list[Block]) -> tuple[_Key, Node] | None:
    """The heading that a line is with the key of its kind, or ``None``."""
    text = line.text
    if NOTE.match(text):
        return None
    node = _node(line)
    head, name, points = node.head, node.name, node.points
    if _WORDS.fullmatch(text):
        return ("word", 0), node
    if line.level and len(text) <= _LONGEST:
        return (_key(head) if head.label else ("style", line.level)), node
    short = bool(name) and len(squeezed(name)) <= _LONGEST
    if not short or _SENTENCE.search(name) or _OPEN_END.search(name):
        return None
    if head.mark in _HEADS:
        bare = points is None and head.mark in (Mark.CHINESE_BRACKETS, Mark.NUMBER)
        if bare and len(squeezed(name)) > _LONGEST_BARE:
            return None
        return _key(head), node
    if head.mark is Mark.NONE and not ends_with_points(text):
        return None
    if head.mark in _ONLY_WITH_POINTS and points is not None and _has_under(head, after):
        return _key(head), node
    return None


def _node(line: Line) -> Node:
    """What a line would be as a heading: its name, points and weight, the sentence behind them."""
    text, weight = split_printed(line.text)
    head = labelled(text)
    name, points = split_points(head.rest)
    behind = ""
    if points is None and head.mark in _HEADS:
        # A stop behind the points of a heading is no end of a sentence.
        said, behind = led(head.rest) or (head.rest.rstrip("。：:"), "")
        shorter, points = split_points(said)
        if head.rest.endswith("。") and not ends_with_points(said):
            # Points that no bracket holds end a sentence there.
            points = None
        name = name if points is None else shorter
    node = Node(head=head, name=name, points=points, lines=[line])
    node.raw += [replace(line, text=behind)] if behind else []
    node.weight = weight
    return node


def _has_under(head: Labelled, after: list[Block]) -> bool:
    """Whether something stands between a line with points and the next of its kind."""
    if head.mark in (Mark.ARTICLE, Mark.DASH):
        return True
    following = next((block for block in after), None)
    if not isinstance(following, Line):
        return following is not None
    if head.mark is Mark.NONE:
        return split_points(following.text)[1] is None
    other = labelled(following.text)
    if (head.mark, other.mark) == (Mark.LETTER, Mark.LETTERED):
        return True
    return other.mark is not head.mark and other.mark not in _HEADS


def _key(head: Labelled) -> _Key:
    match head.mark:
        case Mark.CHAPTER:
            return ("chapter", 0)
        case Mark.APPENDIX:
            return ("word", 0)
        case Mark.DOTTED | Mark.NUMBER:
            return ("number", head.depth)
        case Mark.LETTERED:
            return ("letter", head.depth)
    return (head.mark.name, 0)


def _joined(work: Work, blocks: list[Block]) -> list[Block]:
    """The blocks with a number alone on its line put before the name below it."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if isinstance(block, Line) and isinstance(above, Line) and _waits(above, block):
            work.use([block], "标题")
            text = f"{above.text} {block.text}"
            joined[-1] = Line(id=above.id, text=text, place=above.place, level=above.level)
        else:
            joined.append(block)
    return joined


_IN_BRACKETS = re.compile(r"附录 ?[A-Z](?: ?[（(][^（()）]{1,10}[)）])?")


def _waits(above: Line, below: Line) -> bool:
    """Whether the upper line is a number whose name is the lower."""
    head = labelled(above.text)
    short = len(below.text) <= _LONGEST and not _SENTENCE.search(below.text)
    plain = short and labelled(below.text).mark is Mark.NONE
    if head.mark is Mark.APPENDIX:
        return plain and _IN_BRACKETS.fullmatch(above.text) is not None
    return plain and head.mark in (Mark.DOTTED, Mark.LETTERED) and not head.rest


def _is_listed(line: Line, before: int, after: list[Block]) -> bool:
    """Whether a line is the next of a list of annexes, or named again further down."""
    head = labelled(line.text)
    name = squeezed(head.rest)
    if head.mark not in (Mark.NUMBER, Mark.TABLE) or not name:
        return False
    counted = re.sub(r"\D", "", squeezed(head.label)) == str(before + 1)
    bare = split_points(name)[1] is None and _SENTENCE.search(name) is None
    named = any(isinstance(one, Line) and squeezed(one.text).endswith(name) for one in after)
    return (counted and bare) or named
