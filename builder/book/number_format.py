"""Number formats: what a reader sees of a number or a text (ECMA-376 Part 1, 18.8.30, 18.8.31)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from builder.formula.render import plain_number
from builder.frozen import frozen

GENERAL = "General"
# A piece of a section: quoted or escaped characters, a space as wide as one, one that fills the
# cell, something in brackets, the whole number in its usual form, or any other character.
_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*(?P<filling>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|常规|G/通用格式)|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_CURRENCY = re.compile(r"\$([^-]*)")
_DIGITS, _DATES = "0#?", "ymdhsbge"
_COLOURS = ("white", "yellow", "cyan", "green", "red", "blue", "magenta", "black")
_SECTIONS = 4
# What may stand among the digits, and what stands in the shape of a section for its own words.
_AMONG_DIGITS, _LITERAL = "0#?,.%", "\0"
_MINUS = ("-", "(", "\N{MINUS SIGN}")
# More decimals, or digits before the point, no number is rounded to.
_FEW_DECIMALS, _MOST_DIGITS = 6, 18


@frozen(slots=True)
class Section:
    """One section of a format: which numbers it is for, and what stands where.

    ``lead`` and ``tail`` are the characters it writes by itself before the digits and behind them.
    ``parted`` is whether others stand among the digits, and ``minus`` whether a sign of less than
    nothing stands before them. ``digits`` is false where no part of the
    number is written, ``text`` where none of a text is; ``exact`` is true where the number is
    written in full, in whatever form; ``date`` where it is written as a day.
    """

    condition: tuple[str, Decimal] | None
    lead: str
    tail: str
    parted: bool
    minus: bool
    digits: bool
    text: bool
    exact: bool
    date: bool
    decimals: int
    thousands: int
    percent: int
    colour: str

    @property
    def words(self) -> str:
        """All characters it writes by itself."""
        return f"{self.lead}{self.tail}".strip()


@frozen(slots=True)
class NumberFormat:
    """A format as its sections; ``plain`` is one that can hide nothing of any number or text."""

    sections: tuple[Section, ...]
    plain: bool

    def of(self, value: Decimal) -> Section:
        """The section by which a number is written."""
        sections = self.sections[: _SECTIONS - 1]
        if any(section.condition for section in sections):
            held = (one for one in sections if one.condition and _holds(one.condition, value))
            rest = (one for one in sections if one.condition is None)
            return next(held, next(rest, sections[-1]))
        if value < 0 and len(sections) > 1:
            return sections[1]
        if value == 0 and len(sections) > _SECTIONS - 2:
            return sections[2]
        return sections[0]

    @property
    def for_texts(self) -> Section | None:
        """The section by which a text is written, ``None`` where it stands as it is."""
        if len(self.sections) >= _SECTIONS:
            return self.sections[_SECTIONS - 1]
        return self.sections[-1] if self.sections[-1].text else None


def number_format(code: str) -> NumberFormat:
    """The format of that code; an empty one writes everything as it is."""
    parts = list(_split(code or GENERAL))
    first, *rest = (_section(part) for part in parts[:_SECTIONS])
    # What is written of less than nothing may say so, and a dash means nothing at all.
    sections = (first, *(replace(one, minus=False) for one in rest))
    plain = len(sections) == 1 and (sections[0].exact or sections[0].text)
    said = sections[0].words or sections[0].minus
    return NumberFormat(sections=sections, plain=plain and not said)


def written(section: Section, value: Decimal) -> str:
    """About what a reader sees of a number, without what only decorates it."""
    if not section.digits:
        return section.words
    exact = section.exact and not section.percent
    number = plain_number(value if exact else _rounded(section, value))
    if section.minus:
        number = f"-{number}"
    return f"{section.lead}{number}{'%' * bool(section.percent)}{section.tail}".strip()


def read_as(section: Section, value: Decimal) -> Decimal | None:
    """The number that a reader takes from what is written; ``None`` where there is none."""
    if section.exact and not section.percent:
        return value
    if not section.digits:
        return None
    return _rounded(section, value).scaleb(-2 if section.percent else 0)


def _rounded(section: Section, value: Decimal) -> Decimal:
    number = value.scaleb(2 * min(section.percent, 2) - 3 * min(section.thousands, 3))
    if number.adjusted() > _MOST_DIGITS:
        return number
    return number.quantize(Decimal(1).scaleb(-section.decimals), ROUND_HALF_UP)


def _holds(condition: tuple[str, Decimal], value: Decimal) -> bool:
    sign, bound = condition
    match sign:
        case "<":
            return value < bound
        case "<=":
            return value <= bound
        case ">":
            return value > bound
        case ">=":
            return value >= bound
        case "<>":
            return value != bound
        case _:
            return value == bound


def _split(code: str) -> Iterator[str]:
    """The sections of a code; a semicolon in quotes or behind a stroke parts nothing."""
    start = 0
    for piece in _PIECE.finditer(code):
        if piece["other"] == ";":
            yield code[start : piece.start()]
            start = piece.end()
    yield code[start:]


def _section(text: str) -> Section:
    words: tuple[list[str], list[str]] = ([], [])
    signs: list[str] = []
    condition: tuple[str, Decimal] | None = None
    colour = ""
    exact = date = begun = False
    for piece in _PIECE.finditer(text):
        begun = begun or exact or bool(signs and signs[-1] and signs[-1] in _DIGITS)
        beside = words[begun]
        bracket = piece["bracket"]
        if bracket is not None:
            found = _CONDITION.fullmatch(bracket.strip())
            currency = _CURRENCY.match(bracket)
            condition = (found[1], Decimal(found[2])) if found else condition
            beside += [currency[1]] if currency else []
            name = bracket.strip().casefold()
            colour = name if name in _COLOURS or name.startswith("color") else colour
            date = date or name.strip("hms") == ""
        elif piece["general"]:
            exact = True
        else:
            other = (piece["other"] or "").casefold()
            said = piece["quoted"] or piece["escaped"] or piece["filling"] or ""
            said = other if other and not other.isascii() else said
            beside += [said]
            signs += [said if said in _MINUS else _LITERAL if said.strip() else other]
    shape = "".join(signs)
    digits = [place for place, sign in enumerate(shape) if sign in _DIGITS]
    last = max(digits, default=-1)
    point = shape.find(".")
    after = sum(1 for place in digits if 0 <= point < place)
    whole = shape[: last + 1 if point < 0 else point]
    # Commas behind a number, or before its point, write it a thousand times smaller.
    commas = len(whole) - len(whole.rstrip(",")) + len(shape[last + 1 :])
    commas -= len(shape[last + 1 :].lstrip(","))
    date = date or (not digits and any(sign in shape for sign in _DATES))
    # Powers of ten and fractions say the number as well as digits do.
    exact = exact or "@" in shape or bool(digits and ("e" in shape or "/" in shape))
    first = min(digits, default=0)
    lead = "".join(words[0])
    if digits or exact:
        lead = lead.translate(dict.fromkeys(map(ord, _MINUS)))
    return Section(
        condition=condition,
        lead=lead.lstrip(),
        tail="".join(words[1]).rstrip(),
        parted=not (exact or date) and not {*shape[first : last + 1]} <= {*_AMONG_DIGITS},
        minus=condition is None and not {*shape[:first]}.isdisjoint(_MINUS),
        digits=bool(digits) or exact or date,
        text="@" in shape,
        exact=exact,
        date=date,
        decimals=min(after, _FEW_DECIMALS),
        thousands=commas if digits else 0,
        percent=shape.count("%"),
        colour=colour,
    )
