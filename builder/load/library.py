"""The schemes, templates and examples that come with the program, and how a person names one."""

from collections.abc import Callable, Mapping
from pathlib import Path

from builder.findings.finding import Finding
from builder.model.award_names import award_name
from builder.model.nearest import did_you_mean

_TITLE, _AWARD = ("title:", "标题:"), ("award:", "奖项:")


def shipped_folder(kind: str) -> Path:
    """Where ``schemes``, ``templates`` or ``examples`` are: in the package or beside its source."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "shipped" / kind
    return installed if installed.is_dir() else package.parent / kind


def shipped_schemes() -> tuple[Path, ...]:
    """Every scheme file that comes with the program, by name."""
    files = shipped_folder("schemes").glob("*.md")
    return tuple(sorted(path for path in files if path.name != "README.md"))


def shipped_examples() -> tuple[Path, ...]:
    """Every invented notice that shows how schemes are written, by name; none is an award."""
    return tuple(sorted((shipped_folder("schemes") / "examples").glob("*.md")))


def find_scheme(id_or_path: str) -> tuple[Path | None, tuple[Finding, ...]]:
    """The file meant by a scheme's id, its award, its title or a path, or why there is none."""
    if _is_path(id_or_path):
        return Path(id_or_path), ()
    shipped = {path.stem: path for path in (*shipped_schemes(), *shipped_examples())}
    if id_or_path in shipped:
        return shipped[id_or_path], ()
    named = [path for path in shipped.values() if id_or_path in _names(path)]
    if len(named) == 1:
        return named[0], ()
    if _is_path(id_or_path, Path.exists):
        # A folder: told as one where it is read. One called like a scheme is not meant.
        return Path(id_or_path), ()
    hint = _by_title(id_or_path, shipped) or did_you_mean(id_or_path, shipped)
    return None, (Finding.at("QA106", id_or_path, actual=id_or_path, hint=hint),)


def called(path: str) -> str:
    """How a person names a scheme file: one that comes with the program by its id."""
    return Path(path).stem if Path(path).is_relative_to(shipped_folder("schemes")) else path


def _by_title(word: str, shipped: Mapping[str, Path]) -> str:
    """The schemes whose awards are called by a word as a short question; nothing where none is."""
    found = [name for name, path in shipped.items() if len(word) > 1 and word in _title(path)]
    return f"是不是“{'”或“'.join(found)}”？" if found else ""


def _names(path: Path) -> tuple[str, str]:
    """What people call the award of a scheme file, and its title."""
    title = _value(_title(path))
    return award_name(_value(_line(path, _AWARD)), title), title


def _value(line: str) -> str:
    """What a line of a scheme file's head says."""
    return line.partition(":")[2].strip(" \n\"'")


def _title(path: Path) -> str:
    """The line of a scheme file that says what it is called."""
    return _line(path, _TITLE)


def _line(path: Path, keys: tuple[str, ...]) -> str:
    """The first line of a file that begins with one of some keys, empty where none does."""
    with path.open(encoding="utf-8") as lines:
        return next((line for line in lines if line.startswith(keys)), "")


def _is_path(word: str, there: Callable[[Path], bool] = Path.is_file) -> bool:
    if word.endswith(".md") or "/" in word or "\\" in word:
        return True
    try:
        return there(Path(word))
    except (OSError, ValueError):
        # A name no file can have, such as one too long for the file system.
        return False
