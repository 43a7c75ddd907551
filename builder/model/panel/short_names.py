"""What a firm is called for short: by its name, and by what it says of itself."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from builder.model.firm_names import core, modern
from builder.model.panel.hiding import folded
from builder.model.places import PLACES
from builder.model.trades import TRADES

_SHORTEST, _LONGEST_OWN = 2, 4
_UNITS = re.compile(r"特别行政区|自治区|自治州|自治县|[省市区县]")
# After its name, in brackets, a firm says what it is called from there on.
_ABBREVIATED = (
    r"[^。；;\n]{0,15}?(?:简称|下称|统称)(?:为|是|作)?[:]?"
    r"[“”\"'「『《]*([^“”\"'」』》)，,。；;、\s]{2,20})"
)
_FOREIGN = re.compile(
    r"[英外]文(?:名称?|全称|简称)(?:为|是|作)?\s*:?\s*[“”\"'「『《(]*([A-Za-z][\w&.,'’ -]{2,99})",
    re.ASCII,
)
_NOBODY = re.compile(r"(?:本|我|该|贵)?(?:公司|企业|集团|单位|组织|机构|院|校|厂|方|们)|我们")


def short_names(name: str, addresses: Iterable[str] = ()) -> tuple[str, ...]:
    """The short names that follow from a firm's whole name, however ordinary a word.

    ``addresses`` are where it is: its name may begin with the town.
    """
    whole = modern(name)
    bare = _without_place(core(name), addresses)
    own, trade = _own_part(bare)
    form = whole.removeprefix(_without_form(whole))
    found = [core(name), bare, _without_form(whole), f"{core(name)}{form}", f"{bare}{form}"]
    if own:
        place = core(name).removesuffix(bare)
        found += [own, f"{own}{trade}", f"{place}{own}"]
    elif len(bare) > _LONGEST_OWN:
        found.append(bare[:_LONGEST_OWN])
    return tuple(dict.fromkeys(one for one in found if len(one) >= _SHORTEST))


def called_in(name: str, texts: Iterable[str]) -> tuple[str, ...]:
    """What a firm says in its texts that it is called, as 某某有限公司（以下简称“某某”）does."""
    found: list[str] = []
    keys = sorted({modern(name), core(name)}, key=len, reverse=True)
    pattern = re.compile(f"(?:{'|'.join(map(re.escape, keys))}){_ABBREVIATED}")
    for text in texts:
        if "称" in text or "稱" in text:
            found += (match[1] for match in pattern.finditer(_line(text)))
    return tuple(dict.fromkeys(one for one in found if not _NOBODY.fullmatch(one)))


def foreign_in(texts: Iterable[str]) -> Iterator[str]:
    """What a firm says in its texts that it is called in English."""
    for text in texts:
        if "文" in text:
            found = _FOREIGN.finditer(unicodedata.normalize("NFKC", text))
            yield from (match[1].strip(" ,-") for match in found)


def _line(text: str) -> str:
    return folded(text.replace("稱", "称").replace("\n", "。"))


def _without_form(whole: str) -> str:
    return re.sub(r"(?:股份|控股)?(?:有限(?:责任)?)?(?:总)?公司$", "", whole)


def _without_place(bare: str, addresses: Iterable[str]) -> str:
    """A name without the places it begins with, by any address or by the country's list."""
    towns = [part for one in addresses for part in _UNITS.split(modern(one)) if part]
    known = (*sorted((one for one in towns if 2 <= len(one) <= _LONGEST_OWN), key=len), *PLACES)
    shorter = True
    while shorter:
        place = next(
            (one for one in known if bare.startswith(one) and len(bare) - len(one) >= _SHORTEST),
            "",
        )
        shorter = bool(place)
        bare = re.sub(f"^{re.escape(place)}[省市区县]?", "", bare) if place else bare
    return bare


def _own_part(bare: str) -> tuple[str, str]:
    """What of a name is the firm's own, and the word of trade after it, both where it is clear."""
    ends = ((bare.find(trade, 1), -len(trade), trade) for trade in TRADES)
    place, _, trade = min((one for one in ends if one[0] > 0), default=(0, 0, ""))
    if place:
        return (bare[:place], trade) if place >= _SHORTEST else ("", "")
    return (bare, "") if len(bare) <= _LONGEST_OWN else ("", "")
