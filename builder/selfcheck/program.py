"""The part of this program, and of the libraries it uses, that runs in the page."""

import hashlib
from collections.abc import Iterator, Mapping
from importlib.metadata import distribution
from pathlib import Path

# What a page never does: commands, making pages and Word files, and all that is the office's.
OFFICE = (
    *("desk/", "editions/", "form/", "ledger/", "letters/", "notice/", "overview/", "panel/"),
    *("pipeline/carry/", "pipeline/stages/", "pipeline/year/"),
)
_LEFT_OUT = (*OFFICE, "cli/", "selfcheck/", "shipped/", "write/docx/")
_OF_SELFCHECK = ("__init__.py", "given.py", "order.py", "outcome.py", "session.py")
_KINDS = frozenset({".py", ".html"})
# What the program imports to read schemes and to write the results page, by distribution.
LIBRARIES: Mapping[str, str] = {
    "PyYAML": "yaml",
    "Jinja2": "jinja2",
    "MarkupSafe": "markupsafe",
    "markdown-it-py": "markdown_it",
    "mdit-py-plugins": "mdit_py_plugins",
    "mdurl": "mdurl",
}


def program_files() -> dict[str, bytes]:
    """The files of this program that a page runs, by name from the package."""
    package = Path(__file__).resolve().parents[1]
    return dict(_of_package(package))


def program_mark() -> str:
    """A digest of all that a page holds of this program: another edition may judge otherwise."""
    digest = hashlib.sha256()
    for name, content in sorted((program_files() | page_files()).items()):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def page_files() -> dict[str, bytes]:
    """What a page is assembled from: its own files beside those it runs."""
    folder = Path(__file__).parent
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".py" and path.parent.name != "__pycache__"
    }


def library_files() -> dict[str, bytes]:
    """The Python files of the libraries."""
    found: dict[str, bytes] = {}
    for name, package in LIBRARIES.items():
        for file in distribution(name).files or ():
            if file.suffix == ".py" and file.parts[0] == package:
                found[file.as_posix()] = file.read_binary()
    return found


def library_licences() -> dict[str, str]:
    """What each library is licensed under, by its name and version."""
    found: dict[str, str] = {}
    for name in LIBRARIES:
        there = distribution(name)
        texts = [
            file.read_text(encoding="utf-8")
            for file in there.files or ()
            if file.name.upper().startswith(("LICENSE", "COPYING"))
        ]
        found[f"{there.name} {there.version}"] = "\n\n".join(texts)
    return found


def _of_package(package: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(package.rglob("*")):
        name = path.relative_to(package).as_posix()
        own = name.startswith("selfcheck/") and path.name in _OF_SELFCHECK
        if path.suffix in _KINDS and (own or not name.startswith(_LEFT_OUT)):
            yield f"builder/{name}", path.read_bytes()
