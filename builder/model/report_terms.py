"""What an office or a scheme settles about the Word report: its parts, its length, its look.

They change what is printed and asked for, never a score, and none of it is the notice's.
"""

from dataclasses import fields
from enum import StrEnum
from typing import Self

from builder.frozen import frozen


class ReportPart(StrEnum):
    """A part of the report beside the answers; the value is the word in scheme and settings."""

    PLEDGE = "pledge"
    FORM = "form"
    OVERVIEW = "overview"
    RECOMMENDATION = "recommendation"
    REFERENCE = "reference"


@frozen
class ReportTerms:
    """The terms of one source; what it leaves out is another's to say.

    ``parts`` are those the report has, ``cover`` the labels left blank on its first page.
    ``characters`` and ``overview_characters`` are upper bounds of 自评报告 and 概述, figures and
    tables included. ``overview`` are the headings of 概述; ``overview_of`` is the code of the
    indicator whose criteria are those headings instead. ``signatures`` close the pledge;
    ``recommenders`` are the boxes of 推荐意见. ``body_font``, ``body_size`` (a Chinese size, 小四)
    and ``line_spacing`` (a multiple, ``1.5``) are the look of what the applicant writes.
    """

    parts: tuple[ReportPart, ...] = ()
    cover: tuple[str, ...] = ()
    pledge: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    characters: int | None = None
    overview_title: str = ""
    overview: tuple[str, ...] = ()
    overview_of: str = ""
    overview_characters: int | None = None
    recommenders: tuple[str, ...] = ()
    body_font: str = ""
    body_size: str = ""
    line_spacing: str = ""

    def over(self, other: Self) -> Self:
        """These terms, and those of ``other`` wherever these say nothing."""
        said = {each.name: getattr(self, each.name) for each in fields(self)}
        return type(self)(**{name: value or getattr(other, name) for name, value in said.items()})


# Half points by the names under which Chinese programs offer them.
CHINESE_SIZES = {
    "二号": 44,
    "小二": 36,
    "三号": 32,
    "小三": 30,
    "四号": 28,
    "小四": 24,
    "五号": 21,
}
LINE_SPACINGS = ("1", "1.25", "1.5", "2")
