"""A scheme file as a flat list of blocks, each with its place; only block structure is parsed."""

from collections.abc import Iterator
from enum import StrEnum

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from builder.frozen import frozen
from builder.load.escaped import COMPARED
from builder.load.source import Source
from builder.load.table import TableBlock, read_table


class BlockKind(StrEnum):
    """What a line of text belongs to."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"


@frozen
class HeadBlock:
    """The front matter: its raw text, which begins on the file's second line."""

    text: str


@frozen
class HeadingBlock:
    """A heading's level, counted from 1, and its raw text, which begins at ``text_column``."""

    level: int
    text: str
    line: int
    column: int
    text_column: int
    lost: str = ""


@frozen
class LineBlock:
    """One raw line of a paragraph, list item or quote.

    ``first`` is true for the first line of its paragraph. ``marker`` is the number an ordered list
    printed before it. ``lazy`` marks a line that only slipped into a quote, without its own ``>``.
    ``lost`` are characters before the text, to the blank that follows them, which Markdown took
    for marks although a person may have meant them as text.
    """

    kind: BlockKind
    text: str
    first: bool
    marker: str
    lazy: bool
    line: int
    column: int
    lost: str = ""


@frozen
class OddBlock:
    """Markdown that has no meaning in a scheme file."""

    line: int
    column: int


Block = HeadBlock | HeadingBlock | LineBlock | TableBlock | OddBlock


def parse_blocks(source: Source) -> tuple[Block, ...]:
    """Every block of the file in order.

    Inline marks stay as they are written. Indented code, underlined headings, HTML and link
    definitions are switched off: each would take official text away from the reader.
    """
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False})
    parser.enable("table").disable(["code", "html_block", "lheading", "reference", "inline"])
    parser.use(front_matter_plugin)
    return tuple(_blocks(source, parser.parse(source.text)))


def _blocks(source: Source, tokens: list[Token]) -> Iterator[Block]:
    containers: list[Token] = []
    in_table = False
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            in_table = True
            yield _table(source, token, containers)
        elif token.type == "table_close":
            in_table = False
        elif in_table:
            continue
        elif token.type in _CONTAINERS_OPEN:
            containers.append(token)
            if _is_empty_item(tokens, index) or _is_nested(containers):
                yield _odd(source, token)
        elif token.type in _CONTAINERS_CLOSE:
            containers.pop()
        else:
            yield from _leaf(source, tokens, index, containers)


def _leaf(
    source: Source, tokens: list[Token], index: int, containers: list[Token]
) -> Iterator[Block]:
    token = tokens[index]
    if token.type == "front_matter":
        yield HeadBlock(text="\n".join(source.lines[1 : _lines_of(token)[1] - 1]))
    elif token.type == "heading_open":
        yield _heading(source, token, tokens[index + 1], containers)
    elif token.type == "paragraph_open":
        if _is_second_in_item(tokens, index, containers):
            yield _odd(source, token)
        else:
            yield from _paragraph(source, tokens[index + 1], containers)
    elif token.type in _MEANINGLESS:
        yield _odd(source, token)


def _heading(
    source: Source, token: Token, inline: Token, containers: list[Token]
) -> HeadingBlock | OddBlock:
    if containers:
        return _odd(source, token)
    line = _lines_of(token)[0]
    raw = source.lines[line]
    level = int(token.tag[1:])
    column = raw.find("#") + 1
    return HeadingBlock(
        level=level,
        text=inline.content,
        line=line + 1,
        column=column,
        text_column=raw.find(inline.content, column + level - 1) + 1,
        lost=_closing(raw, inline.content),
    )


def _paragraph(source: Source, inline: Token, containers: list[Token]) -> Iterator[LineBlock]:
    start = _lines_of(inline)[0]
    kind = _kind(containers)
    marker = _marker(containers)
    for offset, text in enumerate(inline.content.split("\n")):
        raw = source.lines[start + offset]
        stripped = text.strip()
        kept = _is_kept(stripped, kind)
        yield LineBlock(
            kind=kind,
            text=stripped[kept:],
            first=offset == 0,
            marker=marker if offset == 0 else "",
            lazy=kind is BlockKind.QUOTE and not raw.lstrip().startswith(">"),
            line=start + offset + 1,
            column=max(raw.find(stripped), 0) + 1,
            lost="" if kept else _lost(raw, stripped, kind),
        )


def _closing(raw: str, text: str) -> str:
    """The number signs that Markdown takes from the end of a heading."""
    end = raw.rstrip()
    return "" if not text or end.endswith(text) else end[end.rindex(text) + len(text) :].strip()


def _is_kept(text: str, kind: BlockKind) -> bool:
    """Whether a backslash says that a number begins a note."""
    return kind is BlockKind.QUOTE and text[:1] == "\\" and bool(COMPARED.match(text[1:]))


def _lost(raw: str, text: str, kind: BlockKind) -> str:
    """The marks before a text that are none of those a scheme is written with."""
    before = raw[: max(raw.find(text), 0)].lstrip()
    if kind is BlockKind.QUOTE:
        meant = before[1:].isspace() or text.startswith("注")
        return before if before and not (meant and not COMPARED.match(text)) else ""
    return before if kind is BlockKind.ITEM and before[:1] in ("+", "*") else ""


def _table(source: Source, token: Token, containers: list[Token]) -> TableBlock | OddBlock:
    if containers:
        return _odd(source, token)
    start, end = _lines_of(token)
    return read_table(source, start, end)


def _odd(source: Source, token: Token) -> OddBlock:
    line = _lines_of(token)[0]
    raw = source.lines[line]
    return OddBlock(line=line + 1, column=len(raw) - len(raw.lstrip()) + 1)


def _kind(containers: list[Token]) -> BlockKind:
    if not containers:
        return BlockKind.PARAGRAPH
    return BlockKind.QUOTE if containers[0].type == "blockquote_open" else BlockKind.ITEM


def _marker(containers: list[Token]) -> str:
    """The number and delimiter an ordered list item is written with; a bullet prints nothing."""
    item = containers[-1] if containers else None
    if item is None or item.type != "list_item_open":
        return ""
    return f"{item.info}{item.markup}" if item.info else ""


def _is_nested(containers: list[Token]) -> bool:
    """Whether the innermost container is one too many: only one list or one quote may be open."""
    opened = containers[-1].type
    allowed = 1 if opened == "list_item_open" else 0
    return len(containers) - 1 > allowed


def _is_empty_item(tokens: list[Token], index: int) -> bool:
    return tokens[index].type == "list_item_open" and tokens[index + 1].type == "list_item_close"


def _is_second_in_item(tokens: list[Token], index: int, containers: list[Token]) -> bool:
    in_item = bool(containers) and containers[-1].type == "list_item_open"
    return in_item and tokens[index - 1] is not containers[-1]


def _lines_of(token: Token) -> tuple[int, int]:
    """The first line and the line after the last, counted from 0; every block token has them."""
    if token.map is None:
        raise ValueError(f"a block token without lines: {token.type}")
    return token.map[0], token.map[1]


_CONTAINERS_OPEN = frozenset(
    {"bullet_list_open", "ordered_list_open", "list_item_open", "blockquote_open"}
)
_CONTAINERS_CLOSE = frozenset(
    {"bullet_list_close", "ordered_list_close", "list_item_close", "blockquote_close"}
)
_MEANINGLESS = frozenset({"hr", "fence", "code_block", "html_block"})
