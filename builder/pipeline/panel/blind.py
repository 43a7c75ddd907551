"""An applicant's material with the applicant taken out of it, and what was taken out, counted."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cached_property
from typing import Any

from builder.frozen import frozen
from builder.model.panel.applicant_words import Hidden, applicant_words
from builder.model.panel.hiding import HiddenWord, Sought, folded, freed, sought
from builder.model.panel.material import Material
from builder.model.scheme import Scheme
from builder.pipeline.panel.materials import Applicant

WORKBOOK, REPORT = "自评打分表", "申报材料"
# What is no text of the applicant's, or has no name in it once the code stands there.
_KEPT = ("code", "applicant", "file", "digest", "identity", "settings", "scores", "removed")
_IN_REPORT = ("report", "overview")


@frozen
class Taken:
    """How often a word was hidden in one of an applicant's files."""

    file: str
    word: HiddenWord
    count: int


@frozen
class Blinded:
    """An applicant as reviewers see it, and what of it they do not.

    ``ordinary`` are words of its name that any text may hold: alone they were left.
    """

    material: Material
    taken: tuple[Taken, ...]
    ordinary: tuple[HiddenWord, ...]
    pictures: int

    def count(self, file: str = "") -> int:
        """How many places were hidden, in one of the files or in all."""
        return sum(one.count for one in self.taken if file in ("", one.file))


def shown_name(code: str) -> str:
    """What an applicant is called where nobody may know it."""
    return f"申报者 {code}"


def shuffled(applicants: Sequence[Applicant], secret: str) -> tuple[Applicant, ...]:
    """The applicants with codes in an order that says nothing of their files' or names' order."""

    def place(one: Applicant) -> str:
        return hashlib.sha256(f"{secret}|{one.material.digest}".encode()).hexdigest()

    return tuple(
        replace(one, material=replace(one.material, code=f"C{number:02d}"))
        for number, one in enumerate(sorted(applicants, key=place), start=1)
    )


def blinded(
    applicant: Applicant, official: "OfficialWords", more: tuple[str, ...], spared: tuple[str, ...]
) -> Blinded:
    """The applicant without its names; ``more`` are the office's words, ``spared`` those left."""
    whole = applicant.material
    material = replace(whole, facts=tuple(fact for fact in whole.facts if fact.open))
    hidden = applicant_words(
        material.applicant, applicant.said, _texts(material), official.whole, more
    )
    hidden = _without(hidden, spared)
    worker = _Blinder(words=sought(hidden.words), code=f"〔{material.code}〕", official=official)
    changes = {
        each.name: worker.without(getattr(material, each.name), _file_of(each.name))
        for each in fields(material)
        if each.name not in _KEPT
    }
    shown = replace(
        material,
        **changes,
        applicant=shown_name(material.code),
        file=f"{material.code}-{WORKBOOK}",
    )
    taken = tuple(
        Taken(file=file, word=word, count=count) for (file, word), count in worker.counts.items()
    )
    return Blinded(
        material=shown, taken=taken, ordinary=hidden.ordinary, pictures=applicant.pictures
    )


class OfficialWords:
    """What the notice itself says, which is never an applicant's name."""

    def __init__(self, scheme: Scheme) -> None:
        """Take the words of a kit."""
        self._scheme = scheme

    @cached_property
    def whole(self) -> str:
        """All of it folded, a line for each text."""
        return "\n".join(map(folded, _official(self._scheme)))

    @cached_property
    def labels(self) -> frozenset[str]:
        """The names of indicators and figures as they stand in lists and headings."""
        scheme = self._scheme
        figures = (metric.name for metric in scheme.metrics)
        return frozenset((*(node.label for node in scheme.walk), *figures))


def _official(scheme: Scheme) -> Iterator[str]:
    yield from (scheme.title, scheme.award, scheme.source)
    for node in scheme.walk:
        yield node.label
        yield from (criterion.text for criterion in node.criteria)
        yield from (note.text for note in node.notes)
    for condition in (*scheme.eligibility, *scheme.vetoes):
        yield condition.text
    yield from (metric.name for metric in scheme.metrics)


class _Blinder:
    def __init__(self, words: tuple[Sought, ...], code: str, official: OfficialWords) -> None:
        self.words = words
        self.code = code
        self.labels = official.labels
        self.counts: Counter[tuple[str, HiddenWord]] = Counter()

    def without(self, value: Any, file: str) -> Any:
        """A value with every text in it freed of the words, whatever it is made of."""
        if isinstance(value, str):
            return self._freed(value, file)
        if isinstance(value, tuple):
            return tuple(self.without(one, file) for one in value)
        if isinstance(value, Mapping):
            return {key: self.without(one, file) for key, one in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            changes = {
                each.name: self.without(getattr(value, each.name), file) for each in fields(value)
            }
            return replace(value, **changes)
        return value

    def _freed(self, text: str, file: str) -> str:
        if not text or text in self.labels:
            return text
        done = freed(text, self.words, self.code)
        for word in done.found:
            self.counts[file, word] += 1
        return done.text


def _texts(value: Any) -> tuple[str, ...]:
    """Every text that a material is made of."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Mapping):
        return _texts(tuple(value.values()))
    if isinstance(value, tuple):
        return tuple(text for one in value for text in _texts(one))
    if is_dataclass(value) and not isinstance(value, type):
        return _texts(tuple(getattr(value, each.name) for each in fields(value)))
    return ()


def _file_of(field: str) -> str:
    return REPORT if field in _IN_REPORT else WORKBOOK


def _without(hidden: Hidden, spared: tuple[str, ...]) -> Hidden:
    left = frozenset(map(folded, spared))
    return replace(hidden, words=tuple(one for one in hidden.words if folded(one.text) not in left))
