"""Which of the files handed in a person means by what was typed for a file name."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath, PurePosixPath

from builder.frozen import frozen
from builder.model.compared_text import folded
from builder.model.evidence_files import EvidenceFile
from builder.model.firm_names import SHORTEST

# How several names are parted in one cell; a name itself may hold any of them.
_PARTED = re.compile(r"[、；;，,|\n]+")
# A shorter name of a folder could stand in anybody's name.
_SHORTEST_NAME = 4
# Words in the names of files that say nothing of whose they are.
_ANYBODYS = frozenset(
    (
        *("公司", "集团", "股份", "有限", "有限公司", "自评", "打分", "评分", "评分表", "打分表"),
        *("申报", "材料", "证据", "附件", "证明", "资料", "质量", "科技", "企业", "已填", "定稿"),
    )
)
_MATERIALS = (".xlsx", ".docx", ".zip")
_ARCHIVE = re.compile(r"\.zip$", re.IGNORECASE)


@frozen
class OwnFile:
    """A file of one applicant, by its path beneath what holds the applicant's files."""

    path: str
    file: EvidenceFile

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.file.name


@frozen
class Found:
    """What was found under one name: no file, one, or several that nobody can tell apart."""

    name: str
    files: tuple[OwnFile, ...]


class Shelf:
    """The files of one applicant, found by names that need not be typed to the letter."""

    def __init__(self, files: Sequence[OwnFile]) -> None:
        """Sort the files by every way in which their names may be typed, the strictest first."""
        self._by: list[tuple[Callable[[str], str], dict[str, list[OwnFile]]]] = []
        for path_of, typed_as in _WAYS:
            found: dict[str, list[OwnFile]] = {}
            for file in files:
                found.setdefault(path_of(file), []).append(file)
            self._by.append((typed_as, found))

    def find(self, typed: str) -> Iterator[Found]:
        """What the text of one cell means, name by name where it holds several."""
        whole = self._find(typed.strip())
        names = [part.strip() for part in _PARTED.split(typed) if part.strip()]
        if whole.files or len(names) < 2:
            yield whole
        else:
            yield from map(self._find, names)

    def _find(self, name: str) -> Found:
        for typed_as, files in self._by:
            key = typed_as(name.replace("\\", "/"))
            if key and key in files:
                return Found(name=name, files=tuple(files[key]))
        return Found(name=name, files=())


def folder_beneath(path: str, root: str) -> str:
    """Where a file lies among the evidence under ``root``, as that is listed.

    Empty where it lies elsewhere, or beside everybody's. An archive is a folder of its name.
    """
    file, top = PurePath(path), PurePath(root)
    if not root or not file.is_relative_to(top):
        return ""
    parts = file.relative_to(top).parent.parts
    return "".join(f"{_ARCHIVE.sub('', part)}/" for part in parts)


def applicant_files(
    files: Sequence[EvidenceFile], names: tuple[str, ...], *, alone: bool, folder: str = ""
) -> tuple[OwnFile, ...] | None:
    """The files of the applicant that is called any of ``names``; ``None`` where none are its own.

    They lie in a folder of its name, else in the ``folder`` of its workbook where no other workbook
    lies. Where only this one applicant is asked about and no folder has its name, all are its own.
    """
    known = [letters(name) for name in names if name.strip()]
    everything = tuple(OwnFile(path=file.path, file=file) for file in files)
    inside = everything
    while inside:
        tops = {own.path.partition("/")[0] for own in inside if "/" in own.path}
        called = _called(tops, known)
        if called:
            return tuple(_beneath(own) for own in inside if own.path.startswith(called))
        if len(tops) != 1 or not all("/" in own.path for own in inside):
            break
        inside = tuple(map(_beneath, inside))
    beside = _beside(everything, folder)
    if beside:
        return beside
    return everything if alone else None


def _beside(files: Sequence[OwnFile], folder: str) -> tuple[OwnFile, ...]:
    """What lies in the nearest folder around a workbook that holds more than materials.

    Nothing where the workbook is not the only one there.
    """
    while folder:
        inside = [own for own in files if own.path.startswith(folder)]
        names = [own.path.removeprefix(folder) for own in inside]
        books = [name for name in names if name.lower().endswith(".xlsx")]
        near = [name for name in books if "/" not in name]
        if len(near or books) != 1:
            return ()
        if not all(name.lower().endswith(_MATERIALS) for name in names):
            pairs = zip(names, inside, strict=True)
            return tuple(OwnFile(path=name, file=own.file) for name, own in pairs)
        folder = folder[: folder.rstrip("/").rfind("/") + 1]
    return ()


def _called(folders: set[str], known: list[str]) -> tuple[str, ...]:
    """The folders with one of the names: written the same, else holding it, else held by it.

    What is held by a name may be short where it is nobody else's.
    """
    ways: tuple[Callable[[str, str], bool], ...] = (
        lambda folder, name: folder == name,
        lambda folder, name: len(name) >= _SHORTEST_NAME and name in folder,
        lambda folder, name: len(folder) >= _SHORTEST_NAME and folder in name,
        lambda folder, name: len(folder) >= SHORTEST and folder not in _ANYBODYS and folder in name,
    )
    for way in ways:
        fitting = [one for one in folders if any(way(letters(one), name) for name in known)]
        if fitting and (way is not ways[-1] or len(fitting) == 1):
            return tuple(f"{folder}/" for folder in fitting)
    return ()


def _beneath(own: OwnFile) -> OwnFile:
    return OwnFile(path=own.path.partition("/")[2], file=own.file)


def letters(text: str) -> str:
    """The letters and digits alone, without regard to width and case."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def _stem(path: str) -> str:
    return PurePosixPath(path).stem


# How a file is listed, and how what was typed is read, from the strictest to the loosest.
_WAYS: tuple[tuple[Callable[[OwnFile], str], Callable[[str], str]], ...] = (
    (lambda own: own.path, lambda typed: typed),
    (lambda own: own.name, lambda typed: typed),
    (lambda own: folded(own.path), folded),
    (lambda own: folded(own.name), folded),
    (lambda own: folded(_stem(own.name)), folded),
    (lambda own: letters(own.name), letters),
    (lambda own: letters(_stem(own.name)), letters),
    (lambda own: letters(_stem(own.name)), lambda typed: letters(_stem(typed))),
)
