"""The notices that are measured: five seeds as text, and what was made of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.model.scheme import Scheme
from builder.notice.question import Decision, Decisions
from builder.notice.reading.text import read_text
from tests.notice.examples import example_paper
from tests.notice.measure import Share, drafted, share
from tests.notice.shapes import (
    Paper,
    excel,
    paper_of,
    pdf,
    tree_as_headings,
    tree_as_table,
    word,
    word_numbered,
    word_split,
)
from tests.schemes.notices import (
    MINHANG,
    PENGJIANG,
    SEEDS,
    SUIHUA,
    WUHAN,
    XINHUI,
    Notice,
    scheme_of,
)
from tests.support.workbooks import EXAMPLE_IDS, whole_scheme

EXAMPLES = EXAMPLE_IDS
_OF_WUHAN = {
    "wuhan-manufacturing": "武汉市市长质量奖单位奖评定标准（试行）(制造类)",
    "wuhan-service": "武汉市市长质量奖单位奖评定标准（试行）(服务类)",
    "wuhan-individual": "武汉市市长质量奖个人奖评定标准（试行）",
}
SEED_OF: dict[str, Notice] = {
    "xinhui-service": XINHUI,
    "pengjiang-manufacturing": PENGJIANG,
    "suihua-mayor": SUIHUA,
    "minhang-innovation": MINHANG,
    **dict.fromkeys(_OF_WUHAN, WUHAN),
}


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One notice in one shape; ``least`` are the shares of nodes and criteria it must reach.

    ``printed`` ones are made into a PDF by LibreOffice, whose fonts are not the same everywhere.
    """

    scheme: str
    shape: str
    suffix: str
    content: Callable[[], bytes]
    least: tuple[float, float]
    printed: bool = False

    def run(self, folder: Path) -> Share:
        """Write the notice, draft it with what the decisions of the shipped scheme were."""
        path = folder / f"{self.scheme}{self.suffix}"
        path.write_bytes(self.content())
        return share(expected(self.scheme), drafted(path, decisions(self.scheme)))


def expected(scheme_id: str) -> Scheme:
    """The scheme that a draft is compared with."""
    return whole_scheme(scheme_id) if scheme_id in EXAMPLES else scheme_of(scheme_id)


def decisions(scheme_id: str) -> Decisions:
    """What a person who knows the award answers where a proposal is not what was shipped."""
    if scheme_id in EXAMPLES:
        return Decisions(by_key={"bonus:加分项": Decision(answer="算作一项指标")})
    part = _OF_WUHAN.get(scheme_id)
    return Decisions(by_key={} if part is None else {"part": Decision(answer=part)})


def seed_text(scheme_id: str) -> str:
    """The text of the seed."""
    return (SEEDS / SEED_OF[scheme_id].file).read_text(encoding="utf-8")


_TABLES = (
    "xinhui-service",
    "pengjiang-manufacturing",
    "suihua-mayor",
    "minhang-innovation",
    "wuhan-individual",
)
_HEADINGS = ("xinhui-service", "pengjiang-manufacturing", "minhang-innovation")
_SEEDS = ("suihua-mayor", "minhang-innovation", "wuhan-manufacturing", "wuhan-service")
_MAKERS: tuple[tuple[str, str, Callable[[Paper], bytes]], ...] = (
    ("Word", ".docx", word),
    ("Word，表格跨页", ".docx", word_split),
    ("Excel", ".xlsx", excel),
)
_HEADING_MAKERS: tuple[tuple[str, str, Callable[[Paper], bytes]], ...] = (
    ("Word", ".docx", word),
    ("Word，自动编号", ".docx", word_numbered),
    ("Excel", ".xlsx", excel),
)


def trials() -> list[Trial]:
    """Every trial, those of the seeds first."""
    least = {"minhang-innovation": (0.95, 0.95)}
    found = [
        Trial(
            scheme=scheme_id,
            shape="原文文本",
            suffix=".txt",
            content=lambda scheme_id=scheme_id: seed_text(scheme_id).encode(),  # type: ignore[misc]
            least=least.get(scheme_id, (0.95, 0.95) if "wuhan" in scheme_id else (0.98, 0.98)),
        )
        for scheme_id in SEED_OF
    ]
    for scheme_id in _TABLES:
        for called, suffix, maker in _MAKERS:
            found.append(
                Trial(
                    scheme=scheme_id,
                    shape=f"合并大表（{called}）",
                    suffix=suffix,
                    content=lambda scheme_id=scheme_id, maker=maker: maker(  # type: ignore[misc]
                        tree_as_table(scheme_of(scheme_id))
                    ),
                    least=(1.0, 1.0),
                )
            )
    for scheme_id in _HEADINGS:
        for called, suffix, maker in _HEADING_MAKERS:
            found.append(
                Trial(
                    scheme=scheme_id,
                    shape=f"标题和段落（{called}）",
                    suffix=suffix,
                    content=lambda scheme_id=scheme_id, maker=maker: maker(  # type: ignore[misc]
                        tree_as_headings(scheme_of(scheme_id))
                    ),
                    least=(0.98, 0.98),
                )
            )
    for scheme_id in _SEEDS:
        for called, suffix, maker in _HEADING_MAKERS:
            found.append(
                Trial(
                    scheme=scheme_id,
                    shape=f"原文的标题、段落和表（{called}）",
                    suffix=suffix,
                    content=lambda scheme_id=scheme_id, maker=maker: maker(  # type: ignore[misc]
                        paper_of(read_text(seed_text(scheme_id)))
                    ),
                    least=(0.95, 0.95),
                )
            )
    return [*found, *_of_examples(), *_printed()]


def _of_examples() -> Iterator[Trial]:
    """The notices of the examples, without what clerks add to them."""
    for example in EXAMPLES:
        yield Trial(
            scheme=example,
            shape="示例的标题、段落和表（Word）",
            suffix=".docx",
            content=lambda example=example: word(example_paper(example)),  # type: ignore[misc]
            least=(0.95, 0.9),
        )


def _printed() -> Iterator[Trial]:
    """The notices as PDF: every line broken by the width of the page or of its cell."""
    for scheme_id in _TABLES:
        yield Trial(
            scheme=scheme_id,
            shape="合并大表（PDF）",
            suffix=".pdf",
            content=lambda scheme_id=scheme_id: pdf(  # type: ignore[misc]
                tree_as_table(scheme_of(scheme_id))
            ),
            least=(0.98, 0.9),
            printed=True,
        )
    for scheme_id in _SEEDS:
        yield Trial(
            scheme=scheme_id,
            shape="原文的标题、段落和表（PDF）",
            suffix=".pdf",
            content=lambda scheme_id=scheme_id: pdf(  # type: ignore[misc]
                paper_of(read_text(seed_text(scheme_id)))
            ),
            least=(0.95, 0.95),
            printed=True,
        )
