"""The code of every indicator: its own number where that says its place, else a counted one."""

import re
import unicodedata

from builder.notice.recognise.node import Node, Role
from builder.notice.recognise.work import Work

_DOTTED = re.compile(r"[0-9]+(?:\.[0-9]+)*")


def give_codes(work: Work) -> None:
    """Give codes from the roots down; none twice."""
    taken: set[str] = set()
    roots = [root for root in work.roots if root.role in (Role.INDICATOR, Role.UNSCORED)]
    for at, root in enumerate(roots, start=1):
        _code(root, "", at, taken)


def _code(node: Node, above: str, at: int, taken: set[str]) -> None:
    own = implied(node)
    fits = bool(own) and own not in taken and (not above or own.startswith(f"{above}."))
    code = own if fits else (f"{above}.{at}" if above else str(at))
    while code in taken:
        at += 1
        code = f"{above}.{at}" if above else str(at)
    taken.add(code)
    node.code = code
    for number, child in enumerate(node.children, start=1):
        _code(child, code, number, taken)


def implied(node: Node) -> str:
    """The code that a scheme reads from the printed number by itself, empty where it reads none."""
    digits = unicodedata.normalize("NFKC", "".join(node.label.split())).rstrip(".、")
    return digits if _DOTTED.fullmatch(digits) else ""
