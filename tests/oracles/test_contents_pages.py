"""The page numbers filled into the contents are those LibreOffice comes to, or next to them."""

import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from tests.support.reports import blank_report
from tests.support.workbooks import SCHEME_IDS

pytestmark = pytest.mark.needs_libreoffice
# Fonts differ from program to program; over sixty pages that comes to one page, rarely two.
_FARTHEST = 2
_ENTRY = re.compile(
    r'<w:hyperlink w:anchor="(\w+)".*?<w:t xml:space="preserve">(.*?)</w:t>.*?</w:p>'
)
_PAGE = re.compile(r"<w:t>([^<]*)</w:t>")


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every award's blank report as LibreOffice prints it."""
    folder: Path = tmp_path_factory.mktemp("pages")
    files = [folder / f"{award}.docx" for award in SCHEME_IDS]
    for path in files:
        path.write_bytes(blank_report(path.stem))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", "--norestore", profile, "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return folder


def entries(path: Path) -> list[tuple[str, str]]:
    """Heading and page of every line of the contents."""
    with zipfile.ZipFile(path) as package:
        body = package.read("word/document.xml").decode()
    return [(entry[2], _PAGE.findall(entry[0])[-1]) for entry in _ENTRY.finditer(body)]


def printed(path: Path) -> list[tuple[str, int]]:
    """Title and page of every heading, the cover being page 0."""
    reader = PdfReader(path)
    found: list[tuple[str, int]] = []

    def walk(items: list[object]) -> None:
        for item in items:
            if isinstance(item, list):
                walk(item)
            else:
                assert isinstance(item, Destination)
                page = reader.get_destination_page_number(item)
                assert page is not None
                found.append((str(item["/Title"]), page))

    walk(list(reader.outline))
    return found


@pytest.mark.parametrize("award", SCHEME_IDS)
def test_every_page_of_the_contents_is_the_printed_one_or_next_to_it(
    laid_out: Path, award: str
) -> None:
    told, real = entries(laid_out / f"{award}.docx"), printed(laid_out / f"{award}.pdf")
    assert [heading for heading, _ in told] == [heading for heading, _ in real]
    differences = [int(page) - place for (_, page), (_, place) in zip(told, real, strict=True)]
    assert max(map(abs, differences)) <= _FARTHEST
    assert sum(map(abs, differences)) <= len(differences)
