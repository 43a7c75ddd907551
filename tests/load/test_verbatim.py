"""Official text comes out letter for letter in the workbook and in Word, or lint points at it."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.kit.planning import plan_workbook
from builder.load.lint import lint_scheme
from builder.load.scheme_file import Loaded
from builder.model.resolution import resolve
from builder.model.scheme import Scheme
from builder.word.planning import plan_document
from tests.load.samples import HEAD, save

# Words and signs of notices, and every sign that Markdown or the scheme language knows.
WORDS = (
    *("企业", "质量", "如何", "注：", "领导", "的", "满分", "不超过", "权重", "A", "b", "IT", "5S"),
    *("2024", "70", "3.5", "12号", "10分", "％", "（5分）", "（一）", "一、", "①", "——", "。"),
    *("[", "]", "(", ")", "{", "}", "<", ">", "<b>", "</td>", "&nbsp;", "&lt;", "|", "||", "`"),
    *("*", "**", "***", "_", "__", "~", "~~~", "#", "##", "＃", "+", "-", "---", "=", "===", "!"),
    *("\\", "\\\\", ":", "：", "1)", "1.", "10.", "・", "《", "》", "“", "”", '"', "'", "/", "@"),
    *(
        " ",
        "    ",
        "\t",
        "　",
        ".",
        ";",
        "；",
        "？",
        "%",
        "^",
        "≥",
        "×",
        "℃",
        "𠮷",
        "，",
        "```",
        "$",
    ),
)
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map("".join)
# How a person says that a sign is text; what remains of it is the rest.
ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~（【［〔满总分标共合小本最至不≤])")


def squeezed(text: str) -> str:
    """A text without white space, which every writing of it may change."""
    return "".join(text.split())


def texts_of(scheme: Scheme) -> tuple[str, str]:
    """Everything that the workbook prints, and everything that the Word report prints."""
    kit = resolve(scheme, {})
    cells = (cell.content for sheet in plan_workbook(kit).sheets for cell in sheet.cells)
    book = "\n".join(text for text in cells if isinstance(text, str))
    return squeezed(book), squeezed(repr_of(plan_document(kit)))


def repr_of(plan: object) -> str:
    """Every text in a plan, one after another."""
    if isinstance(plan, str):
        return plan
    if isinstance(plan, tuple):
        return "\n".join(map(repr_of, plan))
    names = getattr(plan, "__dataclass_fields__", {})
    return "\n".join(repr_of(getattr(plan, name)) for name in names)


def told(loaded: Loaded, line: int) -> bool:
    """Whether lint points at the line."""
    return any(one.place.line == line for one in loaded.findings)


def check(folder: Path, written: str, line: int, pasted: str) -> None:
    """Lint points at the line, or both files print it."""
    loaded = lint_scheme(save(folder, written))
    if told(loaded, line) or not pasted.strip():
        return
    assert loaded.scheme is not None, loaded.findings
    wanted = squeezed(pasted)
    for printed in texts_of(loaded.scheme):
        assert any(one in printed for one in readings(wanted)), (pasted, wanted)


def readings(wanted: str) -> tuple[str, ...]:
    """A line with its backslashes, without those that are marks, and without its points."""
    plain = ESCAPED.sub("", wanted.replace("\\\\", "\0")).replace("\0", "\\")
    found = (wanted, plain, wanted.removeprefix("-"), wanted.removeprefix(">"), wanted.lstrip("#"))
    return tuple(dict.fromkeys((*found, *(re.sub(r"（5分）$", "", one) for one in found))))


@pytest.mark.parametrize("kind", ["criterion", "note", "heading", "reference"])
@settings(
    max_examples=settings().max_examples * 7,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(pasted=LINES)
def test_a_pasted_line_is_printed_letter_for_letter_or_told(
    kind: str, pasted: str, tmp_path: Path
) -> None:
    shapes = {
        "criterion": ("# 1 领导（60分）\n\n{}\n", 13),
        "note": ("# 1 领导（60分）\n\n甲\n\n> 注：{}\n", 15),
        "heading": ("# 1 领导（60分）\n\n## 1.1 名{} 的（60分）\n\n甲\n", 13),
        "reference": ("# 1 领导（60分）\n\n甲\n\n# 附 {{reference}}\n\n{}\n", 17),
    }
    shape, line = shapes[kind]
    check(tmp_path, HEAD + shape.format(pasted), line, pasted)
