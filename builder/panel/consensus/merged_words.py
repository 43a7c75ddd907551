"""合议意见: what reviewers wrote of each indicator, and beside it what the panel says in the end.

What the panel says goes to the applicant. It begins with the reviewers' lines under their codes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from builder.book.book_plan import Allowed, InputKind, InputPlan
from builder.book.naming import indicator_name
from builder.book.sheet import Merge, SheetPlan, ValidationPlan
from builder.book.style import Style
from builder.book.text_height import HIGHEST_ROW, MOST_LINES, row_height, text_lines
from builder.book.text_pieces import pieces
from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.kit.indicator_input import indicator_input
from builder.model.compared_text import reduced
from builder.model.official import Indicator
from builder.model.panel.task import Opinion
from builder.model.scheme import Scheme
from builder.panel.input_names import CONSENSUS_OVERALL, CONSENSUS_WORDS
from builder.panel.review.tables import HEADER_ROW, begun, ended

# What a row as high as a row can be shows of the column of the panel's words.
MERGED_LENGTH = 1050
MERGED = (
    ("merged_strengths", "strengths", "优势"),
    ("merged_improvements", "improvements", "改进机会"),
)
_ASKED = ("questions", "现场核实问题")
_OVERALL = "总体评价"
_WIDTHS = (22.0, 14.0, 58.0, 76.0, 11.0)
_HEADINGS = ("指标", "类别", "各评审员的意见", "合议意见（可改，写进评审反馈）", "没有带入")
_MINE = 3
_FEW_LINES, _ROOMY = 3, 1.08
_MARK = re.compile(r"R\d+(?:、R\d+)*[：:]\s*")


@frozen
class MergedWords:
    """The lines that the panel's words begin with, and how many more there was no room for."""

    text: str
    left: int


@frozen
class WordsPlan:
    """The sheet, its inputs, and what they hold at first, by the input's name."""

    sheet: SheetPlan
    inputs: tuple[InputPlan, ...]
    prefilled: Mapping[str, str]


def unmarked(line: str) -> str:
    """A line without the codes of those who wrote it."""
    return _MARK.sub("", line, count=1) if _MARK.match(line) else line


def merged_words(said: Iterable[tuple[str, str]]) -> MergedWords:
    """What ``(reviewer, words)`` come to, equal lines once; every reviewer has a turn in turn."""
    lines: dict[str, tuple[str, list[str]]] = {}
    turns: dict[str, int] = {}
    for reviewer, words in said:
        for turn, line in enumerate(filter(None, map(str.strip, words.split("\n")))):
            _, who = lines.setdefault(reduced(line), (line, []))
            who += () if reviewer in who else (reviewer,)
            turns.setdefault(reduced(line), turn)
    marked = {key: f"{'、'.join(who)}：{line}" for key, (line, who) in lines.items()}
    chosen: set[str] = set()
    for key in sorted(marked, key=turns.__getitem__):
        if _fits("\n".join(marked[one] for one in marked if one in chosen or one == key)):
            chosen.add(key)
    text = "\n".join(marked[key] for key in marked if key in chosen)
    return MergedWords(text=text, left=len(marked) - len(chosen))


def _fits(text: str) -> bool:
    return len(text) <= MERGED_LENGTH and text_lines(text, _WIDTHS[_MINE]) <= MOST_LINES


def plan_words(scheme: Scheme, opinions: Sequence[Opinion], scored: Sequence[str]) -> WordsPlan:
    """The whole sheet: of every indicator that is ``scored`` or that somebody wrote of."""
    rows = _Rows()
    overall = [(one.reviewer, one.overall) for one in opinions if one.overall]
    allowed = Allowed(longest=MERGED_LENGTH)
    cell = rows.put("总体", _OVERALL, overall, CONSENSUS_OVERALL)
    rows.inputs.append(
        InputPlan(
            name=CONSENSUS_OVERALL, kind=InputKind.TEXT, cell=cell, title=_OVERALL, allowed=allowed
        )
    )
    for node in scheme.walk:
        _of_indicator(rows, node, opinions, scored=node.code in scored)
    sheet = replace(
        ended(rows.canvas),
        validations=(
            ValidationPlan.text(
                MERGED_LENGTH,
                Merge.each(item.cell for item in rows.inputs),
                title="合议意见",
                prompt="由各评审员的意见合成，可以改写；每行一条，"
                f"不超过 {MERGED_LENGTH} 字。行首的编号不写进评审反馈。",
            ),
        ),
    )
    return WordsPlan(sheet=sheet, inputs=tuple(rows.inputs), prefilled=rows.prefilled)


def _of_indicator(
    rows: "_Rows", node: Indicator, opinions: Sequence[Opinion], *, scored: bool
) -> None:
    allowed = Allowed(longest=MERGED_LENGTH)
    for name, kind, title in MERGED:
        said = list(_said(opinions, kind, node.code))
        if said or scored:
            called = indicator_name(name, node.code)
            cell = rows.put(node.label, title, said, called)
            rows.inputs.append(
                indicator_input(name, InputKind.TEXT, node, cell, f"合议的{title}", allowed)
            )
    kind, title = _ASKED
    asked = list(_said(opinions, kind, node.code))
    if asked:
        rows.put_read(node.label, title, asked)


def _said(opinions: Sequence[Opinion], kind: str, code: str) -> Iterator[tuple[str, str]]:
    """Who wrote what of an indicator."""
    for one in opinions:
        words: str = getattr(one, kind).get(code, "")
        if words:
            yield one.reviewer, words


class _Rows:
    """The sheet while it is written from top to bottom."""

    def __init__(self) -> None:
        """Start with the headings."""
        self.canvas = begun(CONSENSUS_WORDS, _HEADINGS, _WIDTHS)
        self.inputs: list[InputPlan] = []
        self.prefilled: dict[str, str] = {}
        self._row = HEADER_ROW

    def put(self, label: str, title: str, said: Sequence[tuple[str, str]], name: str) -> Cell:
        """Write what was said and the input beside it; return the input's cell."""
        merged, row = merged_words(said), self._row + 1
        self.prefilled[name] = merged.text
        self._read(label, f"{title}\n（可改写）", said, merged.text)
        self.canvas.put(row, _MINE + 2, Style.NOTE, f"{merged.left} 条" if merged.left else None)
        return self.canvas.put(row, _MINE + 1, Style.INPUT_TEXT)

    def put_read(self, label: str, title: str, said: Sequence[tuple[str, str]]) -> None:
        """Write what was said and is only read."""
        self._read(label, title, said, "")

    def _read(self, label: str, title: str, said: Sequence[tuple[str, str]], mine: str) -> None:
        """Write what is read in as many rows as it needs; the first may grow."""
        text = "\n".join(f"{who}：{words}" for who, words in said)
        wide, merged = _WIDTHS[_MINE - 1 : _MINE + 1]
        for place, piece in enumerate(pieces(text, wide)):
            self._row += 1
            row, called = self._row, (label, "（接上行）" if place else title)
            self.canvas.put(row, 1, Style.NAME, called[0])
            self.canvas.put(row, 2, Style.LABEL, called[1])
            self.canvas.put(row, _MINE, Style.OFFICIAL, piece or None)
            self.canvas.fill(row, (_MINE + 1, _MINE + 2), Style.NOTE)
            beside = (*zip(called, _WIDTHS, strict=False), (piece, wide))
            texts = (*beside, ("" if place else mine, merged))
            # Where much is read beside it, there is room to write already.
            short = text_lines(piece, wide) <= _FEW_LINES
            # Lines that people ended themselves leave none of the slack that wrapped ones have.
            roomy = min(row_height(texts) * _ROOMY, HIGHEST_ROW)
            (self.canvas.grow if short else self.canvas.fit)(row, texts, least=max(36.0, roomy))
