"""What the files and folders of a kit are called: the one place that makes these names.

They carry what people call the award; its code stands in the files. Whatever a returned file is
called, it is known by what it says it is, so that files of older names are read as well.
"""

from enum import StrEnum
from pathlib import Path

from builder.model.award_names import award_name, kit_name
from builder.model.scheme import Scheme
from builder.pipeline.file_names import safe_file_name

# Where files go that nobody gave a place.
OUTPUT = Path("output")
PAGE = "自查.html"
_FORM, _PACKED_PAGE, _FILLED = "方案.xlsx", "自查.zip", "（已填）"
# File systems allow 255 bytes, and a character of Chinese takes three.
_LONGEST = 60


class KitPart(StrEnum):
    """A file of the kit; the value is its extension."""

    XLSX = "xlsx"
    DOCX = "docx"

    @property
    def material(self) -> str:
        """What people call the file."""
        return "自评打分表" if self is KitPart.XLSX else "申报材料"


def file_name(stem: str, part: KitPart, state: str = "") -> str:
    """The name of a file of a kit, ``stem`` being the award or the applicant it is for."""
    return f"{stem}-{part.material}{state}.{part}"


def kit_file_name(scheme: Scheme, part: KitPart) -> str:
    """The name of a blank file of the kit; what was chosen is part of it."""
    return file_name(_stem(scheme), part)


def filled_file_name(scheme: Scheme) -> str:
    """The name of a workbook that was filled in as an example of how to do so."""
    return file_name(_stem(scheme), KitPart.XLSX, _FILLED)


def kit_folder(scheme: Scheme) -> Path:
    """The folder of an award's kits, where nobody names one."""
    return OUTPUT / _award(scheme)


def page_file_name(scheme: Scheme) -> str:
    """The name of the archive with the page that goes out with a kit."""
    return f"{_award(scheme)}-{_PACKED_PAGE}"


def form_file_name(scheme: Scheme) -> str:
    """The name of the workbook in which a scheme is edited."""
    return f"{_award(scheme)}-{_FORM}"


def _award(scheme: Scheme) -> str:
    return safe_file_name(award_name(scheme.award, scheme.title)) or scheme.id


def _stem(scheme: Scheme) -> str:
    """The award with what was chosen, which is never cut off."""
    award = _award(scheme)
    options = kit_name(scheme).removeprefix(award_name(scheme.award, scheme.title))
    # Behind a letter, so that nothing is taken for the beginning of a name.
    behind = safe_file_name(f"奖{options}")[1:]
    return f"{award[: max(_LONGEST - len(behind), 1)]}{behind}"
