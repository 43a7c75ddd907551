"""Whose files came: all that one applicant handed in, read or not, under one name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.model.material import Material, is_called_so, material_of
from builder.model.verdict import Verdict
from builder.pipeline.run import Verified
from builder.show.owners import Owner
from builder.verify.judged import unreadable

# A folder of this name says nothing of whose it is.
_PLAIN = re.compile(
    r"质量奖|申报|自评|评分|打分|表|证据|附件|佐证|证明|材料|资料|文件|扫描|电子版|盖章"
    r"|word|excel|pdf|[-—_ （）()、.\d]",
    re.IGNORECASE,
)
# What a file's name says beside whose it is.
_STATE = re.compile(
    r"自评打分表|自评评分表|评分表|打分表|自评表|申报材料|自评报告|申报书|申报表|自评|材料"
    r"|盖章|签字|扫描件?|最终版|终版|定稿|终稿|已填|补正|核验意见|[-—_ （）()]|第?\d+[版稿]?$"
)
_PROOFS = re.compile("证据|附件|佐证|证明")
_ARCHIVES = (".zip", ".rar", ".7z")
# Formats that a material may have been saved in.
_OTHER_FORMATS = frozenset({"QA261", "QA262", "QA263"})
_NOT_OURS = "QA301"


@frozen
class Unit:
    """An applicant, by the name it gives, else that of its folder or its file.

    ``verdicts`` are those on its files, and on its materials that could not be opened.
    """

    name: str
    verdicts: tuple[Verdict, ...]


@frozen
class Units:
    """The units of a run, and what was left out and is none of their materials.

    ``left`` are the paths of all that was left out.
    """

    units: tuple[Unit, ...]
    others: tuple[Finding, ...]
    left: frozenset[str]

    def name_of(self, path: str) -> str:
        """Whose file this is, empty where nobody knows."""
        named = (one.name for one in self.units for each in one.verdicts if each.path == path)
        return next(named, "")

    @property
    def owners(self) -> tuple[Owner, ...]:
        """Each unit by name with the paths of its files, for those who only show them."""
        return tuple(
            Owner(name=one.name, paths=frozenset(each.path for each in one.verdicts))
            for one in self.units
        )

    @property
    def unopened(self) -> tuple[Verdict, ...]:
        """The materials that no reader opened."""
        every = (each for one in self.units for each in one.verdicts)
        return tuple(each for each in every if each.path in self.left)


@frozen
class _File:
    """A file while it is found out whose it is: its verdict, its folder, whom it names."""

    verdict: Verdict
    home: str
    applicant: str
    left: Finding | None = None

    @property
    def path(self) -> str:
        """What a report calls the file."""
        return self.verdict.path

    @property
    def folder(self) -> str:
        """Where it lies."""
        return str(PurePath(self.path).parent)

    @property
    def called(self) -> str:
        """What its name says of whose it is."""
        return _STATE.sub("", PurePath(self.path).stem)

    @property
    def kind(self) -> Material:
        """Which material it is."""
        return material_of(self.path)


def units_of(
    verified: Sequence[Verified], left_out: Iterable[Finding], given: Sequence[PurePath]
) -> Units:
    """Every file with the others of its applicant; ``given`` are the paths that were asked for."""
    left = {one.place.path: one for one in left_out}
    pairs = _paired_names(verified)
    files = [
        _File(
            verdict=each.verdict,
            home=_home(each.verdict.path, given),
            applicant=pairs[each.verdict.path],
        )
        for each in verified
    ]
    files += [
        _File(verdict=unreadable(path, (one,)), home=_home(path, given), applicant="", left=one)
        for path, one in left.items()
    ]
    # A folder in which several applicants' files lie is nobody's.
    crowded = {home for home, names in _named_in(files).items() if len(names) > 1}
    files = [replace(one, home="") if one.home in crowded else one for one in files]
    groups: dict[str, list[_File]] = {}
    for file, key in zip(files, _keys(files), strict=True):
        groups.setdefault(key, []).append(file)
    units: list[Unit] = []
    others: list[Finding] = []
    for group in groups.values():
        kept = [one.verdict for one in group if _belongs(one, group)]
        here = {verdict.path for verdict in kept}
        others += [one.left for one in group if one.left is not None and one.path not in here]
        if kept:
            units.append(Unit(name=_name(group), verdicts=tuple(kept)))
    order = {path: place for place, path in enumerate(left)}
    others.sort(key=lambda one: order[one.place.path])
    return Units(units=tuple(units), others=tuple(others), left=frozenset(left))


def _paired_names(verified: Sequence[Verified]) -> dict[str, str]:
    """Whom each file of a pair names; what the workbook says goes for both."""
    said = {each.verdict.path: each.verdict.applicant for each in verified}
    names = dict(said)
    for each in verified:
        beside = None if each.file is None else each.file.beside
        if beside is not None and each.file is not None:
            report, workbook = each.file.name, beside.name
            name = said.get(workbook) or said.get(report, "")
            names[report] = names[workbook] = name
    return names


def _home(path: str, roots: Sequence[PurePath]) -> str:
    """The folder or archive below what was asked for that tells whose a file is, empty for none."""
    file = PurePath(path)
    root = max((one for one in roots if file.is_relative_to(one)), key=_depth, default=None)
    parts = () if root is None else file.relative_to(root).parts[:-1]
    for count in range(len(parts), 0, -1):
        if _owner(parts[count - 1]):
            return str(PurePath(root or "", *parts[:count]))
    return ""


def _depth(path: PurePath) -> int:
    return len(path.parts)


def _owner(folder: str) -> str:
    """What a folder's or an archive's name says beside words for materials."""
    stem = PurePath(folder).stem if folder.lower().endswith(_ARCHIVES) else folder
    return _PLAIN.sub("", stem)


def _named_in(files: Iterable[_File]) -> dict[str, set[str]]:
    """Whom the files in each folder name."""
    named: dict[str, set[str]] = {}
    for file in files:
        if file.applicant and file.home:
            named.setdefault(file.home, set()).add(_same(file.applicant))
    return named


def _keys(files: Sequence[_File]) -> Iterator[str]:
    """What the files of one unit have in common, of each file."""
    named = _named_in(files)
    materials = [one for one in files if one.left is None or _may_be(one, one.left)]
    everybody = {_same(one.applicant) for one in files if one.applicant}
    # What was asked for is one applicant's where it names one and holds no two of a kind: the file
    # of another must never stand in its letter.
    one_set = len(everybody) == 1 and len({one.kind for one in materials}) == len(materials)
    by_file = {
        (one.folder, one.called): _same(one.applicant)
        for one in files
        if one.applicant and one.called
    }
    for file in files:
        there = named.get(file.home, set())
        beside = by_file.get((file.folder, file.called), "")
        if file.applicant:
            yield f"name {_same(file.applicant)}"
        elif file.home:
            yield f"name {next(iter(there))}" if there else f"home {file.home}"
        elif beside:
            yield f"name {beside}"
        elif one_set and not file.home:
            yield f"name {next(iter(everybody))}"
        else:
            yield f"file {file.called or file.path}"


def _same(applicant: str) -> str:
    return reduced(applicant).casefold()


def _name(group: Sequence[_File]) -> str:
    """What a unit calls itself, in its workbook rather than elsewhere, else its folder or file."""
    ordered = sorted(group, key=lambda one: one.kind is not Material.WORKBOOK)
    named = [one.applicant for one in ordered if one.applicant]
    homes = [PurePath(one.home) for one in group if one.home]
    folders = [home.stem if home.name.lower().endswith(_ARCHIVES) else home.name for home in homes]
    stems = [one.called or PurePath(one.path).stem for one in group]
    return (*named, *folders, *stems)[0]


def _may_be(file: _File, left: Finding) -> bool:
    """Whether a file that was left out could be a material, by its name and kind alone."""
    below = PurePath(file.path[len(file.home) :] if file.home else PurePath(file.path).name)
    if _PROOFS.search(str(below.parent)) or below.name.startswith("."):
        return False
    return left.code in _OTHER_FORMATS or is_called_so(file.path)


def _belongs(file: _File, group: Sequence[_File]) -> bool:
    """Whether a file is one of the materials of its unit.

    What could not be opened is one where the unit has no other of its kind; a list or a letter
    that is no form of ours is none, unless nothing else was handed in in a folder of its own.
    """
    kinds = {one.kind for one in group if one is not file and one.left is None}
    if file.left is not None:
        some = kinds >= {Material.WORKBOOK, Material.REPORT}
        known = some if file.kind is Material.BUNDLE else file.kind in kinds
        return _may_be(file, file.left) and not known
    if is_called_so(file.path) or all(one.code != _NOT_OURS for one in file.verdict.findings):
        return True
    return bool(file.home) and file.kind not in kinds
