"""What looks like points in an official text and is not read as points, and how it would be.

Whatever is found is told. Only where there is one way to read it does it carry what to write.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from builder.frozen import frozen


@frozen
class Suspect:
    """Characters of a raw text that look like points, and where they begin, counted from 0.

    ``code`` is the finding that they deserve and ``amount`` the number in them. ``rewritten`` is
    the whole text with these points as they are read, empty where nobody can be sure of it.
    """

    code: str
    written: str
    start: int
    amount: str
    rewritten: str = ""


def in_heading(raw: str, *, scored: bool) -> tuple[Suspect, ...]:
    """What looks like points in a heading; ``scored`` is whether it had points at its end."""
    if scored:
        return _several(_apart(raw, _ANYWHERE), scored=True)
    found = _several(_apart(raw, (*_ANYWHERE, *_AT_END, (_WRITING, _BARE))), scored=False)
    return _judged(raw, found, heading=True)


def in_criterion(raw: str, *, scored: bool) -> tuple[Suspect, ...]:
    """The same in a criterion."""
    found = _apart(raw, _ANYWHERE if scored else (*_ANYWHERE, *_AT_END))
    if not found and not scored:
        found = _apart(raw, ((_WRITING, _OWN if _COUNTED.search(raw) else _SAID),))
    found = _several(found, scored=scored)
    return _judged(raw, found, heading=False)


def certain(raw: str, written: str, *, heading: bool) -> str:
    """The text whose points are ``written`` as they are read, empty where nobody can be sure."""
    one = Suspect(
        code=_WRITING, written=written, start=raw.rfind(written), amount=number_in(written)
    )
    return _judged(raw, (one,), heading=heading)[0].rewritten


def number_in(written: str) -> str:
    """The number in some characters as a scheme writes it, or nothing where there is none.

    Of a range it is the most.
    """
    plain = unicodedata.normalize("NFKC", written)
    span = _FROM_TO.search(plain)
    if span is not None:
        return max(span[1], span[2], key=float)
    number = r"[0-9]+(?:\.[0-9]+)?"
    digits = re.search(rf"{number}(?=\s*分)", plain) or re.search(number, plain)
    if digits is not None:
        return digits[0]
    spelt = re.search(rf"[{_CHINESE}]+", plain)
    return "" if spelt is None else _counted(spelt[0])


def _several(found: tuple[Suspect, ...], *, scored: bool) -> tuple[Suspect, ...]:
    """The same, those that share a line with other points called so."""
    if sum(one.code == _WRITING for one in found) + scored < _MANY:
        return found
    return tuple(replace(one, code=_SEVERAL) if one.code == _WRITING else one for one in found)


def _judged(raw: str, found: tuple[Suspect, ...], *, heading: bool) -> tuple[Suspect, ...]:
    """Those found, with what to write where one stands alone and can be read in one way."""
    if len(found) != 1 or found[0].code != _WRITING:
        return found
    (one,) = found
    if not one.amount or not float(one.amount):
        return found
    before, after = raw[: one.start], raw[one.start + len(one.written) :].strip()
    plain = unicodedata.normalize("NFKC", one.written)
    if not _CERTAIN.fullmatch(plain) or _AFTER.fullmatch(after) is None:
        return found
    if not heading and (one.written[0] not in _OPENING or _UNSAID.fullmatch(plain)):
        return found
    points = f"（{one.amount}分）"
    kept = not heading and len(after) == 1 and after in "；;。，,、."
    text = f"{before.rstrip()}{points}{after}" if kept else f"{before.rstrip()}{after}{points}"
    return (replace(one, rewritten=text),)


def _apart(raw: str, patterns: tuple[tuple[str, re.Pattern[str]], ...]) -> tuple[Suspect, ...]:
    """What the patterns find from left to right, none of it inside another; the first rules."""
    if not _LIKELY.search(raw):
        return ()
    kept: list[Suspect] = []
    for code, start, written in _found(raw, patterns):
        end = start + len(written)
        if all(end <= one.start or one.start + len(one.written) <= start for one in kept):
            kept.append(Suspect(code=code, written=written, start=start, amount=number_in(written)))
    return tuple(sorted(kept, key=lambda one: one.start))


def _found(
    raw: str, patterns: tuple[tuple[str, re.Pattern[str]], ...]
) -> Iterator[tuple[str, int, str]]:
    for code, pattern in patterns:
        for match in pattern.finditer(raw):
            name = "points" if match["points"] is not None else "bare"
            yield code, match.start(name), match[name]


def _counted(spelt: str) -> str:
    """A number below a thousand that is spelt in Chinese as ``三十五`` or ``一百二十`` is."""
    total = digit = 0
    for sign in spelt:
        if sign in _TENS:
            total += max(digit, 1) * _TENS[sign]
            digit = 0
        else:
            digit = _DIGITS.index(sign) if sign != "两" else 2
    return str(total + digit) if total + digit else ""


_WRITING, _SHARE, _EACH, _SEVERAL = "QA177", "QA186", "QA187", "QA188"
_MANY = 2
_DIGITS, _TENS = "零一二三四五六七八九", {"十": 10, "百": 100}
_CHINESE = "零一二三四五六七八九十百两"
_LIKELY = re.compile(r"分|[%％]|[pP]t|[pP]oint|[mM]ark|[）)】］\]〕]")

# How notices write points otherwise: （满分30分） 【30分】 （分值：30） （≤30分） （30分）★.
_OPENING = "（(【［[〔"
_OPEN, _CLOSE = r"(?<!\\)(?P<points>[（(【［\[〔]{1,2}\s*+", r"\s*+[）)】］\]〕]{1,2})"
_MOST = r"(?:满分|总分|分值|分数|赋分|配分|标准分)[值为是:：]?\s*+"
_MOST_OR_SUM = (
    rf"(?:{_MOST}|(?:共计|共|总计|合计|小计|本项|本条|最高|最多|至多|上限|不超过|不多于|≤|≦|<=|＜＝|计|占)"
    r"[为是:：]?\s*+)"
)
_WORDS = rf"{_MOST_OR_SUM}{{0,3}}"
_SIGNS = r"0-9０-９一二三四五六七八九十百千零〇两"
_AMOUNT = rf"[{_SIGNS}][{_SIGNS}.．,，~～—–-]{{0,12}}"
_MARKS = r"[\s；;。，,、.★☆*＊※▲△●]*+"
_END = rf"{_MARKS}$"
# What a notice prints behind the points of a heading: ★ or （必备）.
_AFTER = re.compile(rf"(?:{_MARKS}(?:[（(【［\[〔][^（()）0-9分]{{1,12}}[）)】］\]〕])?){{1,3}}")
_PLAIN = r"[0-9０-９]{1,6}(?:[.．][0-9０-９]{1,4})?"
_ENGLISH = r"(?:pts?|points?|marks?)\b\.?"
_EACH_ONE = r"(?:每[0-9０-９]?[^\s（）()0-9０-９，,；;]{1,6}?[计得记加]?\s*+)"
_ANYWHERE = (
    (
        _EACH,
        re.compile(
            rf"{_OPEN}(?:{_WORDS}{_AMOUNT}\s*+分\s*+[/／每][^（）()]{{1,40}}?"
            rf"|{_EACH_ONE}{_AMOUNT}\s*+分(?:[，,；;、][^（）()]{{0,40}})?){_CLOSE}"
        ),
    ),
    (
        _WRITING,
        re.compile(
            rf"{_OPEN}{_WORDS}(?:可?得|计得|加|扣|奖励?|约)?\s*+"
            rf"(?:{_AMOUNT}\s*+分\s*+(?:满分|以内|为限|封顶|以下)?(?:[，,；;、][^（）()]{{0,40}})?"
            rf"|{_MOST}{_AMOUNT}){_CLOSE}"
        ),
    ),
    (
        _WRITING,
        re.compile(
            rf"{_OPEN}(?:max(?:imum)?\.?|up to|total)?:?\s*+{_PLAIN}\s*+{_ENGLISH}"
            rf"(?:\s*+max(?:imum)?\.?)?{_CLOSE}",
            re.IGNORECASE,
        ),
    ),
)
_IN_OTHER_BRACKETS = re.compile(
    rf"(?<!\\)(?P<points>[《〈「『｛＜<]\s*+{_WORDS}{_PLAIN}\s*+分\s*+[》〉」』｝＞>])"
)
# Points in brackets with something else: （★60分）, （必选，50分）, （50分+10分）.
_ODD = re.compile(
    rf"{_OPEN}(?![^（()）]*[每各扣减加得])[^（()）]{{1,12}}[0-9０-９]\s*+分[^（()）]{{0,12}}"
    rf"{_CLOSE}{_END}"
)
_AT_END = (
    (_WRITING, _IN_OTHER_BRACKETS),
    (_WRITING, _ODD),
    (
        _SHARE,
        re.compile(
            rf"{_OPEN}(?:权重|占比|占|比重|比例|分值|系数)?(?:总分|系数|比例)?的?[为占:：]?\s*+"
            rf"{_PLAIN}\s*+[%％]{_CLOSE}{_END}"
        ),
    ),
    (
        _SHARE,
        re.compile(
            rf"{_OPEN}(?:(?:权重|占比|比重)(?:系数)?|系数)[为占:：]?\s*+{_PLAIN}{_CLOSE}{_END}"
        ),
    ),
    # （60） but not （2024）, which is a year.
    (_WRITING, re.compile(rf"{_OPEN}(?!(?:19|20)[0-9]{{2}}\s*+[）)]){_PLAIN}{_CLOSE}{_END}")),
)
# A heading that ends in points; a criterion does only where it says that they are its own.
_BARE = re.compile(
    rf"(?P<points>{_WORDS}(?:(?<![0-9０-９]){_PLAIN}\s*+分|{_MOST}{_AMOUNT}"
    rf"|(?<![0-9]){_PLAIN}\s*+(?i:{_ENGLISH}))){_END}"
)
_FROM_TO = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*分?\s*[~～—–至-]{1,2}\s*([0-9]+(?:\.[0-9]+)?)\s*分")
_BEGINS = r"(?:^|(?<=[\s；;。，,、：:]))(?<!\\)"
_OWN = re.compile(rf"{_BEGINS}(?P<points>(?:本项|本条)?{_MOST}{_AMOUNT}\s*+分){_END}")
_SAID = re.compile(
    rf"{_BEGINS}(?P<points>(?:{_MOST_OR_SUM}){{1,3}}{_AMOUNT}\s*+分){_END}"
    rf"|(?<=[\s：:—–/])(?<!\\)(?P<bare>{_PLAIN}\s*+分){_END}"
)
# Who counts pieces tells how to score, not what there is to score.
_COUNTED = re.compile("[每各扣加减得]")
_CERTAIN = re.compile(
    rf"[（(【［\[〔]{{0,2}}\s*+{unicodedata.normalize('NFKC', _WORDS)}"
    r"(?:max(?:imum)?\.?|up to)?\s*+"
    rf"(?:[0-9]{{1,6}}(?:\.[0-9]{{1,4}})?|[{_CHINESE}]+)\s*+(?:分\s*+(?:满分)?|{_ENGLISH})?"
    r"\s*+[）)】］\]〕]{0,2}",
    re.IGNORECASE,
)
# A number that nobody calls points.
_UNSAID = re.compile(r"[(\[【［〔]+\s*+[0-9.]+\s*+[)\]】］〕]+")
