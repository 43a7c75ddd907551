"""The digest of the program changes with everything it is made of, and with nothing else."""

import zipfile
from pathlib import Path

import pytest

from builder.pipeline.program import program_digest, tree_digest


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    (folder / "verify").mkdir(parents=True)
    (folder / "verify" / "checks.py").write_text("LINE = 60\n", encoding="utf-8")
    (folder / "page.html").write_text("<p>", encoding="utf-8")
    return folder


def test_one_character_of_any_file_makes_another_program(package: Path) -> None:
    before = tree_digest(package)
    (package / "verify" / "checks.py").write_text("LINE = 61\n", encoding="utf-8")
    assert tree_digest(package) != before


def test_a_file_that_is_renamed_makes_another_program(package: Path) -> None:
    before = tree_digest(package)
    (package / "page.html").rename(package / "pages.html")
    assert tree_digest(package) != before


def test_what_python_compiles_for_itself_does_not_count(package: Path) -> None:
    before = tree_digest(package)
    (package / "verify" / "__pycache__").mkdir()
    (package / "verify" / "__pycache__" / "checks.pyc").write_bytes(b"compiled")
    assert tree_digest(package) == before


def test_a_package_in_an_archive_is_the_same_program(tmp_path: Path, package: Path) -> None:
    archive = tmp_path / "package.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(package.rglob("*"), reverse=True):
            packed.write(path, path.relative_to(tmp_path).as_posix())
    assert tree_digest(zipfile.Path(archive, "package/")) == tree_digest(package)


def test_the_schemes_and_templates_beside_the_source_count(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = program_digest()
    program_digest.cache_clear()
    monkeypatch.setattr("builder.pipeline.program.shipped_folder", lambda _: Path("nowhere"))
    assert program_digest() != whole
    program_digest.cache_clear()
