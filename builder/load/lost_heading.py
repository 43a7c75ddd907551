"""Lines that were meant as headings and are not: why, and what is certainly meant."""

import re

from builder.load.markdown import BlockKind, LineBlock
from builder.load.problems import Problems


def tell_of_lost_heading(block: LineBlock, problems: Problems, *, reference: bool) -> bool:
    """Whether a line is a heading that was not read as one; it is told with its cause.

    An indicator is lost with it, so that what would be said of the sums is only an echo. Reference
    text may print numbers and points as it likes.
    """
    match = _SIGNS.match(block.text)
    where = problems.position(block.line, block.column)
    if match is not None:
        problems.add_fatal("QA143", where, actual=_cause(match["signs"], match["blank"]))
        level = len(match["signs"])
        if level <= _DEEPEST and _INDICATOR.match(block.text[match.end() :]):
            problems.suggest(where, match[0], f"{'#' * level} ")
        return True
    glued = _GLUED.search(block.text)
    if glued is not None and _INDICATOR.match(glued["rest"]):
        after = problems.position(block.line, block.column + glued.start("signs"))
        problems.add_fatal("QA143", after, actual="接在了上一行文字的后面")
        problems.suggest(after, "", "\n\n")
        return True
    plain = block.kind is BlockKind.PARAGRAPH and not reference
    if plain and _UNSIGNED.match(block.text):
        problems.add_fatal("QA143", where, actual="前面没有井号")
        return True
    return False


def _cause(signs: str, blank: str) -> str:
    if "＃" in signs:
        return "井号是全角的“＃”"
    if len(signs) > _DEEPEST:
        return f"井号多于 {_DEEPEST} 个"
    return "井号后面是全角空格或别的空白" if blank else "井号后面没有空格"


_DEEPEST = 6
_GLUED = re.compile(r"(?<=[^\s\\#])\s*(?P<signs>#{1,6}\s)(?P<rest>.+)")
_SIGNS = re.compile(r"(?P<signs>[#＃]+)(?P<blank>\s*)")
_POINTS = r"[（(【［\[〔][^（()）]{0,8}[0-9０-９][0-9０-９.．]*\s*分?[^（()）]{0,6}[）)】］\]〕]"
# A number as an indicator has, a name, and points.
_INDICATOR = re.compile(
    r"(?:[0-9０-９]+(?:[.．][0-9０-９]+)*[.．、]?|[（(][一二三四五六七八九十0-9]+[)）]|[—―–─－-]+"
    r"|[一二三四五六七八九十]+、)?"
    rf"[^。；;]{{1,40}}{_POINTS}[\s★☆*＊※▲△●]*(?:\{{[^{{}}]*\}})?$"
)
# The same without any number sign: two numbers at least, so that no numbered criterion is meant.
_UNSIGNED = re.compile(
    rf"[0-9]+(?:\s*[.．]\s*[0-9]+)+[.．、]?\s*[^\s0-9%％a-zA-Z倍万亿元家项][^。；;，,]{{0,30}}{_POINTS}$"
)
