"""LibreOffice without a window: many files saved again in one run."""

import subprocess
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
    subprocess.run(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation={profile.as_uri()}",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(saved),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=_LONGEST_RUN + _LONGEST_FILE * len(files),
    )
    return [saved / file.name for file in files]


def printed(path: Path) -> Path:
    """The pages that LibreOffice prints of a workbook, as a PDF beside it."""
    subprocess.run(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation={(path.parent / 'profile').as_uri()}",
            "--convert-to",
            "pdf",
            "--outdir",
            str(path.parent),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=_LONGEST_RUN,
    )
    return path.with_suffix(".pdf")


def save_document_again(path: Path) -> Path:
    """A Word file as LibreOffice saves it, under the same name in a folder beside it."""
    saved = path.parent / "saved"
    subprocess.run(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation={(path.parent / 'profile').as_uri()}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(saved),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=_LONGEST_RUN,
    )
    return saved / path.name
