"""Points as notices print them: in brackets at the end, openly at the end, alone in a cell."""

import re
import unicodedata
from decimal import Decimal

from builder.load.suspects import in_heading

_NUMBER = r"(?P<number>[0-9]{1,5}(?:\.[0-9]{1,2})?)"
_WORDS = r"(?:(?:满分|总分|分值|标准分|计|共计|共|合计|占)[为是:：]?\s*)?"
# （≤30分）, （最高30分）: in brackets, or alone, the most is what there is.
_MOST = _WORDS.replace("占)", "占|(?:最高|最多)?加?|至多|上限|不超过|≤|≦|<=|\\+)")
_END = re.compile(rf"\s*[（(【\[〔]\s*{_MOST}{_NUMBER}\s*分?\s*[)）】\]〕]$")
_OPEN = re.compile(rf"(?:(?<=[^0-9.,，、])|^)\s*\(?\s*{_WORDS}{_NUMBER}\s*分$")
# What a sentence says before the points that are given or taken: no name ends so.
_SCORING = re.compile(
    r"(?:[得扣减给赋]|(?<![设统审会估])计|(?<![登标])记|(?<![增参])加|最[高多低少]|不(?:超过|低于|少于)|以[上下内]|达到?|每.{1,6})$"
)
# A heading with its points that a sentence follows on the same line.
_LED = re.compile(
    r"([^。；;，,：:]{1,40}[（(]\s*(?:满分|共)?\s*[0-9０-９]+(?:[.．][0-9]+)?\s*分\s*[)）])\s*[：:。]\s*(\S.*)"
)
_ALONE = re.compile(rf"[（(]?\s*{_MOST}{_NUMBER}\s*分?\s*[)）]?")
_CRITERION = re.compile(r"[（(]\s*[0-9]+(?:\.[0-9]+)?\s*分\s*[)）]\s*[；;。，,、]?$")
_TOTAL = re.compile(
    rf"[（(]?(?:以上|本表|各项)?(?:总分值?|合计|总计|共计|满分)(?:为|是|[:：])?{_NUMBER}分[。)）]*"
)
_SAID = re.compile(
    r"(?:总分值?|满分|合计|共计)(?:为|是|:)?(?P<number>\d{2,5}(?:\.\d)?)分(?!以|及以|者|的)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def split_points(text: str) -> tuple[str, Decimal | None]:
    """A heading without the points at its end, and these."""
    wide = unicodedata.normalize("NFKC", text[-_TAIL:])
    found = _END.search(wide) or _OPEN.search(wide)
    if found is None:
        return _written_otherwise(text)
    before = wide[: found.start()]
    if _SCORING.search(before) or (found.re is _OPEN and _NO_NAME.search(before)):
        return text, None
    if _YEAR.fullmatch(found["number"]) and "分" not in found[0]:
        return text, None
    if "分" not in found[0] and found["number"].startswith("0"):
        return text, None
    # What is normalised may be shorter or longer: the length of the rest is what counts.
    cut = len(text)
    while cut and len(unicodedata.normalize("NFKC", text[cut:])) < len(found[0]):
        cut -= 1
    return text[:cut].rstrip().rstrip(_BETWEEN), Decimal(found["number"])


def _written_otherwise(text: str) -> tuple[str, Decimal | None]:
    """The same for points that a scheme would not read as they stand, but for one meaning only.

    What is printed behind them, as a ★ or ※ is, stays behind the name.
    """
    found = in_heading(text, scored=False)
    if len(found) != 1 or not found[0].rewritten or found[0].written[0] not in "（(【［[〔":
        return text, None
    return split_points(found[0].rewritten)


def led(text: str) -> tuple[str, str] | None:
    """A heading with points and the sentence behind it, ``None`` where a line is no such two."""
    found = _LED.fullmatch(text)
    return None if found is None else (found[1], found[2])


def ends_with_points(text: str) -> bool:
    """Whether a criterion ends with points in brackets, punctuation behind them left aside."""
    return _CRITERION.search(text[-_TAIL:]) is not None


def said_total(text: str) -> Decimal | None:
    """The total that a line says and nothing else."""
    found = _TOTAL.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    return None if found is None else Decimal(found["number"])


def said_anywhere(text: str) -> Decimal | None:
    """The first total that a text says among other things."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    found = _SAID.search(plain)
    return None if found is None else Decimal(found["number"])


def alone(text: str) -> Decimal | None:
    """The points that a cell holds and nothing else."""
    found = _ALONE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return None if found is None else Decimal(found["number"])


def band_name(text: str) -> str:
    """A band as a scheme names it: a blank behind every comma and nowhere else."""
    tight = re.sub(r"\s+", "", text).replace("，", ",")
    return tight.replace(",", ", ").strip()


def written(points: Decimal) -> str:
    """Points as a scheme writes them."""
    return f"{points.normalize():f}"


# A comma makes a sentence of what stands before open points, a dash behind a number a range.
_NO_NAME = re.compile(r",|\d\s*分?\s*[-—–~～至]+\s*$")
_TAIL = 24
# What stands between a name and the points that no bracket holds.
_BETWEEN = "：:—–－"
