"""What is mutated, and which tests may notice: the one place to change when packages move."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Packages of builder/ whose code is changed.
PACKAGES = ("verify", "model", "formula", "book", "kit", "word", "panel", "letters", "overview")
# The rooms of tests that may notice a change besides the pages, the likeliest first.
WITNESSES = {
    "verify": ("verify",),
    "model": ("model", "verify", "panel", "load", "read", "write"),
    "formula": ("formula", "book", "read"),
    "book": ("book", "kit", "write"),
    "kit": ("kit",),
    "word": ("word", "load", "verify/word", "write"),
    "panel": ("panel", "pipeline/panel"),
    "letters": ("letters",),
    "overview": ("overview",),
}

# What is planned there is seen in what is said of files, too.
_FILLED = ("model", "formula", "book")


def mutated_files(root: Path = ROOT) -> tuple[Path, ...]:
    """The files whose code is changed, as paths below ``root``."""
    found = (path for name in PACKAGES for path in sorted((root / "builder" / name).rglob("*.py")))
    return tuple(path.relative_to(root) for path in found if path.stat().st_size)


def witnesses(mutated: Path, root: Path = ROOT) -> tuple[str, ...]:
    """The test files that are asked about a file: those that bear its name, then room by room."""
    rooms = WITNESSES[package_of(mutated)]
    found = [path for room in rooms for path in _tests(root / "tests" / room)]
    found.sort(key=lambda path: mutated.stem not in path.stem)
    return tuple(dict.fromkeys(path.relative_to(root).as_posix() for path in found))


# Pages that are short are asked before any test.
SHORT_PAGES = ("answers", "found_again", "worded", "plans", "office")


def long_pages(mutated: Path) -> tuple[str, ...]:
    """The modules of pages that are asked about a file once no test has noticed a change."""
    room = package_of(mutated)
    if room == "verify":
        return ("filled", "verdicts", "older")
    if room in _FILLED:
        return ("filled",)
    return ("older",) if room == "kit" else ()


def _tests(place: Path) -> list[Path]:
    return [place] if place.is_file() else sorted(place.rglob("test_*.py"))


def package_of(path: Path) -> str:
    """The package of ``builder/`` that a mutated file belongs to."""
    return path.parts[1]
