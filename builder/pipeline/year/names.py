"""Where a dropped file is kept: its name is a word for people and never leads anywhere."""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from builder.pipeline.file_names import FileNames, safe_file_name
from builder.pipeline.left_out import RECEIVED_ENDING, own_name

# What Windows keeps for itself, whatever ending follows.
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
# Deeper folders are folded into the last.
_DEEPEST = 5
_LONGEST_ENDING = 12


@dataclass(kw_only=True)
class KeptNames:
    """The names in one delivery: the same folder as it came is the same folder here."""

    _folders: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    _names: dict[tuple[str, ...], FileNames] = field(default_factory=dict)

    def of(self, called: str) -> str:
        """Where in the delivery a file is kept that came under a name with folders."""
        *folders, name = [part for part in re.split(r"[/\\]+", called) if part] or [""]
        inside = self._folder(tuple(folders[:_DEEPEST]))
        stem, ending = _apart(name)
        return "/".join((*inside, self._free(inside, stem, ending)))

    def take(self, kept: str) -> None:
        """Never give a name that is taken already."""
        path = PurePosixPath(kept)
        stem, ending = _apart(path.name)
        self._free(path.parts[:-1], stem, ending)

    def _folder(self, called: tuple[str, ...]) -> tuple[str, ...]:
        if not called:
            return ()
        if called not in self._folders:
            above = self._folder(called[:-1])
            self._folders[called] = (*above, self._free(above, _plain(called[-1], "文件夹"), ""))
        return self._folders[called]

    def _free(self, folder: tuple[str, ...], stem: str, ending: str) -> str:
        return self._names.setdefault(folder, FileNames()).free(stem, ending)


def _apart(name: str) -> tuple[str, str]:
    """A safe stem and a safe ending; nothing is called as what is passed over in folders."""
    path = PurePosixPath(name)
    ending = safe_file_name(path.suffix)[:_LONGEST_ENDING]
    ending = f".{ending}" if ending else ""
    stem = _plain(path.stem if ending else name, "文件")
    if f"{stem}{ending}".endswith(RECEIVED_ENDING):
        ending = f"{ending}.txt"
    return (f"文件{stem}" if own_name(f"{stem}{ending}") else stem), ending


def _plain(words: str, instead: str) -> str:
    name = safe_file_name(words) or instead
    return f"{instead}{name}" if _RESERVED.fullmatch(name) else name
