"""By what one file is found to be like another, without keeping what stands in it."""

import hashlib
import re
from collections.abc import Collection, Iterable, Sequence

from builder.book.book_plan import InputKind
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import APPLICANT
from builder.model.compared_text import SENTENCE_END, reduced
from builder.model.firm_names import modern
from builder.model.office import FieldKind
from builder.model.panel.short_names import called_in, short_names
from builder.verify.held import Held, applicant_of
from builder.word.written import WrittenSection

# What everybody may have answered alike: the scores, the dropdowns, a few words.
_OWN_WORDS = frozenset({InputKind.TEXT, InputKind.EVIDENCE, InputKind.METRIC})
_FEWEST_ANSWERS, _FEWEST_CHARACTERS = 10, 500
_TEXTS = frozenset({InputKind.TEXT})
_BYTES, _BYTES_OF_PIECE = 16, 5
# A sentence so long nobody writes twice by chance, once figures are left out; of a very long text
# the same ones are kept as of its copy, for they are kept by their digests.
_FIGURES = re.compile(r"[0-9.,%]+")
_SHORTEST_SENTENCE, _MOST = 20, 500


def credit_code_of(held: Held[KitPlan]) -> str:
    """The 统一社会信用代码 as it was typed, blanks and letter case aside; empty without one."""
    cells = (field.inputs[0] for field in held.plan.fields if field.kind is FieldKind.CREDIT_CODE)
    cell = next(cells, None)
    if cell is None:
        return ""
    item = next((one for one in held.inputs if one.cell == cell), None)
    return "" if item is None else reduced(held.typed(item.name)).upper()


def contents_of(held: Held[KitPlan]) -> str:
    """The marks of every answer beside 基本信息; empty where too little was written to be alike."""
    items = [item for item in held.inputs if item.cell.sheet != APPLICANT]
    said = [(item.name, str(held.filled[item.name].value)) for item in items]
    named = _names(applicant_of(held), ())
    own = sum(item.kind in _OWN_WORDS for item in items)
    texts = (text for item, (_, text) in zip(items, said, strict=True) if item.kind in _TEXTS)
    return _marks(map("=".join, said), texts, named) if own >= _FEWEST_ANSWERS else ""


def contents_of_report(
    sections: Iterable[WrittenSection], nothing: Collection[str], applicant: str
) -> str:
    """The marks of everything written in a report; empty where that is little.

    ``nothing`` are the bookmarks of sections of which it is told that they say nothing.
    """
    sections = tuple(sections)
    texts = [one.text for one in sections]
    answered = (one.text for one in sections if one.section.bookmark not in nothing)
    named = _names(applicant, texts)
    enough = sum(len(reduced(text)) for text in texts) >= _FEWEST_CHARACTERS
    return _marks(texts, answered, named) if enough else ""


def _names(applicant: str, texts: Sequence[str]) -> re.Pattern[str] | None:
    """What an applicant calls itself, which whoever copies puts his own name for."""
    if not applicant:
        return None
    names = {modern(applicant), *short_names(applicant), *map(modern, called_in(applicant, texts))}
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))


def _marks(texts: Iterable[str], spoken: Iterable[str], names: re.Pattern[str] | None) -> str:
    """A digest of all texts, then of each long sentence of what is ``spoken``."""
    sentences = {
        said
        for text in spoken
        for sentence in SENTENCE_END.split(text)
        if len(said := _FIGURES.sub("", _nameless(sentence, names))) >= _SHORTEST_SENTENCE
    }
    pieces = sorted(_digest((one,), _BYTES_OF_PIECE) for one in sentences)
    return " ".join((_digest((_nameless(text, names) for text in texts), _BYTES), *pieces[:_MOST]))


def _nameless(text: str, names: re.Pattern[str] | None) -> str:
    said = modern(text)
    return said if names is None else names.sub("", said)


def _digest(texts: Iterable[str], size: int) -> str:
    whole = "\n".join(texts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(whole, digest_size=size).hexdigest()
