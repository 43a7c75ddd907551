"""What counts as blank: a text of which nobody sees anything, on screen or on paper.

The one definition for cells, Word files, lists, settings and schemes. Formulas know only the two
blanks that they can take away (``ORDINARY``); what else looks blank the verifier must say.
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
# White space that people type and every program shows as such is no secret to anybody.
_HIDDEN = re.compile(f"(?![ \\t\\n\\r\u3000])[{_UNSEEN}\\ud800-\\udfff\\ufffe\\uffff]")
# The same without blanks of another width, which read and print as blanks.
HIDDEN = re.compile(f"(?![\u00a0\u1680\u2000-\u200a\u202f\u205f]){_HIDDEN.pattern}")
# Of what Unicode calls blank, the widths of a typesetter: they read as a blank.
_SPACES = re.compile(r"\s")
_MARKS = ("Mn", "Me")
_NAMES = {
    "\t": "制表符",
    "\n": "换行",
    "\r": "换行",
    " ": "空格",
    "\u00a0": "不间断空格",
    "\u00ad": "软连字符",
    "\u034f": "组合用连接符",
    "\u061c": "阿拉伯文方向标记",
    "\u115f": "谚文填充符",
    "\u1160": "谚文填充符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u200e": "从左到右标记",
    "\u200f": "从右到左标记",
    "\u2028": "行分隔符",
    "\u2029": "段落分隔符",
    "\u202a": "从左到右嵌入",
    "\u202b": "从右到左嵌入",
    "\u202c": "方向恢复符",
    "\u202d": "从左到右强制",
    "\u202e": "从右到左强制",
    "\u2060": "零宽连接符",
    "\u2066": "从左到右隔离",
    "\u2067": "从右到左隔离",
    "\u2068": "自动方向隔离",
    "\u2069": "隔离恢复符",
    "\u2800": "盲文空格",
    "\u3000": "全角空格",
    "\u3164": "谚文填充符",
    "\ufeff": "零宽不间断空格",
    "\uffa0": "半角谚文填充符",
}
# What the others are called, by their first and last.
_KINDS = (
    ("\x00", "\x1f", "控制字符"),
    ("\x7f", "\x9f", "控制字符"),
    ("\u2000", "\u200a", "窄空格"),
    ("\u2061", "\u2064", "不可见运算符"),
    ("\u180b", "\u180f", "变体选择符"),
    ("\ufe00", "\ufe0f", "变体选择符"),
    ("\U000e0000", "\U000e007f", "标签字符"),
    ("\U000e0100", "\U000e01ef", "变体选择符"),
)


def is_blank(text: str) -> bool:
    """Whether nothing of the text can be seen; marks without a letter to stand on cannot."""
    found = _BLANK.match(text)
    if found is None or found.end() == len(text):
        return True
    if unicodedata.category(text[found.end()]) not in _MARKS:
        return False
    return all(unicodedata.category(sign) in _MARKS for sign in seen(text))


def seen(text: str) -> str:
    """The characters of a text that can be seen."""
    return _ANY.sub("", text)


def hidden_in(text: str) -> tuple[int, str] | None:
    """The place from 1 and the first character that hides in a text, ``None`` without any.

    The blanks that people type hide nowhere.
    """
    found = _HIDDEN.search(text)
    return None if found is None else (found.start() + 1, found[0])


def without_hidden(text: str) -> str:
    """A text as it reads: what hides in it taken out, blanks of every width as plain ones."""
    return _HIDDEN.sub(lambda one: " " if _SPACES.match(one[0]) else "", text)


def visible(text: str) -> str:
    """A text from a file as it is shown to people: what hides in it stands there by its number."""
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(lambda one: f"〔U+{ord(one[0]):04X}〕", text)


def named(character: str) -> str:
    """A character that cannot be seen by its code point and its name."""
    kinds = (name for first, last, name in _KINDS if first <= character <= last)
    name = _NAMES.get(character) or next(kinds, "不可见字符")
    return f"U+{ord(character):04X} {name}"
