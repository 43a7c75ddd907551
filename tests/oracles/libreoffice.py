"""LibreOffice without a window: many files saved again in one run."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

# Calculates every formula when a file is opened; by default LibreOffice trusts what it finds.
_ALWAYS_CALCULATE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
# Seconds that it may take to begin and for one file, and for each further one, on a slow machine.
_LONGEST_RUN = 240.0
_LONGEST_FILE = 5.0
PDF = "pdf"
_WORKBOOK, _DOCUMENT = "xlsx:Calc MS Excel 2007 XML", "docx:MS Word 2007 XML"


def save_again(files: list[Path], folder: Path, *, calculate: bool) -> list[Path]:
    """The same files as LibreOffice saves them into ``folder``, under the same names.

    With ``calculate`` every formula is calculated anew; without, it does what it does for anyone.
    """
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    if calculate:
        settings = profile / "user" / "registrymodifications.xcu"
        settings.write_text(_ALWAYS_CALCULATE, encoding="utf-8")
    saved = folder / "saved"
    converted(files, _WORKBOOK, saved, profile)
    return [saved / file.name for file in files]


def printed(path: Path) -> Path:
    """The pages that LibreOffice prints of a workbook, as a PDF beside it."""
    converted([path], PDF, path.parent, path.parent / "profile")
    return path.with_suffix(".pdf")


def save_document_again(path: Path) -> Path:
    """A Word file as LibreOffice saves it, under the same name in a folder beside it."""
    saved = path.parent / "saved"
    converted([path], _DOCUMENT, saved, path.parent / "profile")
    return saved / path.name


def converted(files: Sequence[Path], kind: str, folder: Path, profile: Path) -> None:
    """Have LibreOffice write each file as that kind into the folder, in one run."""
    program = ("soffice", "--headless", "--norestore")
    own = f"-env:UserInstallation={profile.as_uri()}"
    what = ("--convert-to", kind, "--outdir", str(folder), *map(str, files))
    longest = _LONGEST_RUN + _LONGEST_FILE * (len(files) - 1)
    subprocess.run([*program, own, *what], check=True, capture_output=True, timeout=longest)
