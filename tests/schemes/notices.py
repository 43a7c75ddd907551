"""The notices as their text was extracted, and the shipped schemes to hold beside them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

from builder.load.library import find_scheme, shipped_folder
from builder.load.lint import lint_scheme
from builder.model.official import Paragraph, Section
from builder.model.scheme import Scheme

SEEDS = Path(__file__).parents[1] / "seeds"


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A seed: its file, and what of it is not the text of a scheme, each for a reason.

    ``left_out`` gives, for whole lines without white space, why no output needs them; ``joined``
    are lines that a cell or a page of the original broke in two.
    """

    file: str
    joined: tuple[tuple[str, str], ...] = ()

    @property
    def left_out(self) -> Mapping[str, str]:
        """The reason of every line that is in no scheme."""
        by_reason = _LEFT_OUT[Path(self.file).stem]
        return {line: reason for reason, lines in by_reason.items() for line in lines}

    @property
    def raw_lines(self) -> list[str]:
        """The lines of the file as they are."""
        return (SEEDS / self.file).read_text(encoding="utf-8").split("\n")

    @property
    def lines(self) -> list[str]:
        """The lines without white space and tags, without what is left out, joined."""
        squeezed_lines = (squeezed(line) for line in self.raw_lines)
        lines = [line for line in squeezed_lines if line and line not in self.left_out]
        for broken in self.joined:
            at = next(place for place, pair in enumerate(pairwise(lines)) if pair == broken)
            lines[at : at + 2] = ["".join(broken)]
        return lines


def squeezed(text: str) -> str:
    """The text without its white space and without the tags the extraction left behind."""
    return "".join(_TAG.sub("", text).split())


def paragraphs_of(section: Section) -> list[str]:
    """The texts of its paragraphs, without its tables."""
    return [part.text for part in section.contents if isinstance(part, Paragraph)]


@cache
def scheme_of(scheme_id: str) -> Scheme:
    """A shipped scheme, which must be without findings."""
    path, _ = find_scheme(scheme_id)
    assert path is not None
    loaded = lint_scheme(path)
    assert loaded.findings == ()
    assert loaded.scheme is not None
    assert loaded.scheme.id == path.stem == scheme_id
    return loaded.scheme


# Bookmarks of 绥化, and the list markup in the cells of 武汉's table.
_TAG = re.compile(r"\[bookmark: \w+\]|<ul style=\"list-style-type: none\">")

# What of each notice is in no scheme, by file and reason, told to whoever opens the folder.
_LEFT_OUT = yaml.safe_load((shipped_folder("schemes") / "未录入.yaml").read_text(encoding="utf-8"))

XINHUI = Notice(file="000_xinhui-service.txt")
PENGJIANG = Notice(file="001_pengjiang-manufacturing.txt")
SUIHUA = Notice(
    file="002_suihua-mayor.txt",
    joined=(
        ("加强基础建设", "（12分）"),
        ("养老行业服务评价指标（仅适用于养老服务业）", "20分"),
        ("工作基本要求（明确开展养老服务标准化工作的基本要求）", "（2分）"),
        ("服务评价（服务是核心，服务项目的质量控制指标要求）", "（5分）"),
        ("改善住院服务流程，实现住院全程服务", "（3分）"),
        ("教学课件评价指标", "（2分）"),
        ("网络课程评价指标", "（2分）"),
    ),
)
# Letter, cover and contents are held against edition and source, one by one, in the test.
WUHAN = Notice(file="003_wuhan.txt")
MINHANG = Notice(file="004_minhang-innovation.txt")
NOTICES = (XINHUI, PENGJIANG, SUIHUA, WUHAN, MINHANG)
