"""Which material a file is, as far as its name tells."""

import re
from enum import StrEnum
from pathlib import PurePath

from builder.model.returned_document import is_document

_CALLED_REPORT = re.compile("申报材料|申报书|自评报告")
_CALLED_WORKBOOK = re.compile("评分表|打分表|自评表|自评打分|评分")
_DOCUMENTS = frozenset({".doc", ".wps", ".odt", ".rtf"})
_BUNDLES = frozenset({".zip", ".rar", ".7z"})


class Material(StrEnum):
    """A kind of material; the value is what a letter calls it."""

    WORKBOOK = "自评打分表"
    REPORT = "申报材料"
    BUNDLE = "申报文件"

    @property
    def short(self) -> str:
        """What it is called beside a place in it."""
        return "评分表" if self is Material.WORKBOOK else self.value


def is_called_so(path: str) -> bool:
    """Whether a file is named as a material is."""
    name = PurePath(path).stem
    return bool(_CALLED_REPORT.search(name) or _CALLED_WORKBOOK.search(name))


def material_of(path: str) -> Material:
    """What a file is by its name, by its ending where that says nothing."""
    file = PurePath(path)
    ending = file.suffix.lower()
    if ending in _BUNDLES:
        return Material.BUNDLE
    if _CALLED_REPORT.search(file.stem):
        return Material.REPORT
    if _CALLED_WORKBOOK.search(file.stem):
        return Material.WORKBOOK
    return Material.REPORT if is_document(path) or ending in _DOCUMENTS else Material.WORKBOOK
