"""What is mutated, and which tests may notice: the one place to change when packages move."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Packages of builder/ whose code is changed.
PACKAGES = (*("verify", "model", "formula", "book", "kit", "word", "panel", "letters", "overview"),)
# What a run needs of the tree.
COPIED = (
    "builder",
    "schemes",
    "templates",
    "examples",
    "docs",
    "tests",
    "pyproject.toml",
    "README.md",
)
# Tests that ask other programs, the style of the source, the README, or chance.
NO_WITNESS = ("oracles", "contracts", "docs", "benchmarks", "hostile", "mutation")


def mutated_files(root: Path = ROOT) -> tuple[Path, ...]:
    """The files whose code is changed, as paths below ``root``."""
    found = (path for name in PACKAGES for path in sorted((root / "builder" / name).rglob("*.py")))
    return tuple(path.relative_to(root) for path in found if path.stat().st_size)


def witnesses(root: Path = ROOT) -> tuple[str, ...]:
    """The test files that may notice a mutant, as paths below ``root``."""
    found = sorted(path.relative_to(root) for path in (root / "tests").rglob("test_*.py"))
    return tuple(path.as_posix() for path in found if path.parts[1] not in NO_WITNESS)


def package_of(path: Path) -> str:
    """The package of ``builder/`` that a mutated file belongs to."""
    return path.parts[1]
