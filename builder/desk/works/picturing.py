"""The pages of the Word material drawn as LibreOffice lays them out."""

from collections.abc import Mapping
from typing import Any

from builder.desk.page_images import page_images
from builder.desk.pictures import Pictures, word_material
from builder.desk.places import scheme_named
from builder.desk.told import Tell, Told
from builder.findings.failure import failure_words
from builder.findings.finding import Finding
from builder.ooxml.refusal import RefusedError
from builder.pipeline.year.folder import Year


def draw_pages(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """Draw every page of a kit's Word material, and show all of them or none."""
    scheme, kit = scheme_named(year, str(given["scheme"])), int(given["kit"])
    if scheme is None or (pictures := Pictures.of(year, scheme, kit)).pages:
        return
    tell(Told(said="正在生成 Word 文件"))
    document = word_material(year, scheme, kit)
    if isinstance(document, tuple):
        tell(Told(findings=document))
        return
    tell(Told(said="LibreOffice 正在排版"))
    try:
        for number, page in enumerate(page_images(document.read_bytes()), 1):
            failure = pictures.keep(number, page)
            if failure is not None:
                tell(Told(findings=(failure,)))
                return
            tell(Told(said=f"画好 {number} 页"))
        pictures.finish()
    except RefusedError:
        tell(Told(findings=(Finding.at("QA1331", document.name),)))
    except OSError as error:
        tell(Told(findings=(Finding.at("QA891", pictures.home, actual=failure_words(error)),)))
