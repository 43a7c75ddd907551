"""What counts as blank: a text of which nobody sees anything, on screen or on paper.

The one definition for cells, Word files, lists and settings. Formulas know only the two blanks
that they can take away (``ORDINARY``); what else looks blank the verifier must say.
"""

import re
import unicodedata

# The blanks that the workbook's own formulas do not count either.
ORDINARY = " \u3000"
# White space, controls, what Unicode lets a program ignore (UAX 44, Default_Ignorable_Code_Point),
# and the letters and signs that are drawn as nothing.
_UNSEEN = (
    r"\s\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u2028-\u202f\u205f-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_BLANK = re.compile(f"[{_UNSEEN}]*")
_ANY = re.compile(f"[{_UNSEEN}]+")
_NAMES = {
    "\t": "制表符",
    "\n": "换行",
    "\r": "换行",
    "\u00a0": "不间断空格",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u2060": "零宽连接符",
    "\ufeff": "零宽不间断空格",
}


def is_blank(text: str) -> bool:
    """Whether nothing of the text can be seen."""
    return _BLANK.fullmatch(text) is not None


def seen(text: str) -> str:
    """The characters of a text that can be seen."""
    return _ANY.sub("", text)


def named(character: str) -> str:
    """A character that cannot be seen by its code point and, where it has one, its name."""
    name = _NAMES.get(character) or unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".strip()
