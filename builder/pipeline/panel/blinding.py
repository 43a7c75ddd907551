"""A panel's applicants made blind before their reviews are written, and what is told of it."""

import secrets
from collections.abc import Iterator, Sequence
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.frozen import frozen
from builder.model.panel.hiding import HiddenKind
from builder.model.panel.material import Material
from builder.model.panel.task import PanelTask
from builder.pipeline.own_outputs import in_the_way, write_own
from builder.pipeline.panel.blind import REPORT, WORKBOOK, Blinded, OfficialWords, blinded, shuffled
from builder.pipeline.panel.hide_list import HideList
from builder.pipeline.panel.key_file import key_bytes, key_of, without_names
from builder.pipeline.panel.materials import Applicant
from builder.pipeline.panel.planning import kit_of
from builder.pipeline.verify import Verifier
from builder.write.xlsx.look import Look

_SECRET_BYTES = 16
# Kinds in the order in which they are told.
_KINDS = tuple(HiddenKind)


@frozen
class BlindPanel:
    """The applicants as their office knows them, and as reviewers see them, in the same order."""

    known: tuple[Applicant, ...]
    blind: tuple[Blinded, ...]
    secret: str

    @property
    def materials(self) -> tuple[Material, ...]:
        """What reviewers are given."""
        return tuple(one.material for one in self.blind)


def made_blind(applicants: Sequence[Applicant], listed: HideList, verifier: Verifier) -> BlindPanel:
    """The applicants in an order of their own, without their names."""
    secret = secrets.token_hex(_SECRET_BYTES)
    known = shuffled(applicants, secret)
    official: dict[str, OfficialWords] = {}
    blind: list[Blinded] = []
    for one in known:
        scheme, _ = kit_of(one.material, verifier)
        words = official.setdefault(one.material.identity.joined, OfficialWords(scheme))
        called = one.material.applicant
        more, spared = listed.hidden_for(called), listed.spared_for(called)
        blind.append(blinded(one, words, more, spared))
    return BlindPanel(known=known, blind=tuple(blind), secret=secret)


def key_in_the_way(place: Path) -> tuple[Finding, ...]:
    """A finding where another file would be lost to the key."""
    if place.exists():
        return (Finding.at("QA892", place),)
    return in_the_way(place.parent, {place.name: None})


def kept_apart(
    panel: BlindPanel, task: PanelTask, place: Path, look: Look
) -> tuple[PanelTask, tuple[Finding, ...]]:
    """The task without names, once the key of it was written to ``place``."""
    key = key_of(task.run, panel.secret, [one.material for one in panel.known])
    done = write_own(place.parent, [(place.name, key_bytes(key, panel.blind, look))])
    return without_names(task, key), done.findings


def told(panel: BlindPanel, place: Path) -> Iterator[Finding]:
    """How much was hidden in which file, what was left, and what nobody could look through."""
    for known, blind in zip(panel.known, panel.blind, strict=True):
        material = known.material
        details = {"applicant": material.applicant, "code": material.code}
        said = "；".join(filter(None, (_counted(blind, file) for file in (WORKBOOK, REPORT))))
        yield Finding.at(
            "QA1080", Place(path=material.file), actual=str(blind.count()), told=said, **details
        )
        if blind.ordinary:
            words = "、".join(f"“{one.text}”" for one in blind.ordinary)
            yield Finding.at("QA1081", Place(path=material.file), actual=words, **details)
    counts = [one.pictures for one in panel.blind if one.pictures]
    pictures = f"{len(counts)} 份申报材料里的 {sum(counts)} 幅图片" if counts else "申报材料"
    yield Finding.at("QA1082", place, told=pictures)


def _counted(one: Blinded, file: str) -> str:
    count = one.count(file)
    kinds = dict.fromkeys(_KINDS, 0)
    for taken in one.taken:
        if taken.file == file:
            kinds[taken.word.kind] += taken.count
    said = "、".join(f"{kind.value} {number}" for kind, number in kinds.items() if number)
    return f"{file} {count} 处（{said}）" if count else ""
