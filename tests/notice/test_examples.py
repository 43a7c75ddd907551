"""The rules by which the examples are scored are recognised, or a person is asked for them."""

from pathlib import Path

import pytest

from builder.load.scheme_file import draft_of
from builder.load.source import Source
from builder.model.leaf_rules import DirectPoints
from builder.model.scheme import Scheme
from tests.notice.examples import example_paper
from tests.notice.measure import drafted
from tests.notice.shapes import word
from tests.notice.trials import EXAMPLES, decisions, expected


def rules(scheme: Scheme) -> dict[str, str]:
    """How each indicator is scored; a step of its own is no rule of the notice."""
    return {
        node.name: type(node.rule).__name__
        for node in scheme.walk
        if node.rule is not None and not isinstance(node.rule, DirectPoints)
    }


@pytest.mark.parametrize("example", EXAMPLES)
def test_rules_are_recognised_or_asked(example: str, tmp_path: Path) -> None:
    path = tmp_path / f"{example}.docx"
    path.write_bytes(word(example_paper(example)))
    draft = drafted(path, decisions(example))
    lines = tuple(draft.text.split("\n"))
    scheme = draft_of(Source(path="draft.md", text=draft.text, lines=lines)).scheme
    assert scheme is not None
    assert draft.findings == ()
    made, asked = rules(scheme), " ".join(one.key for one in draft.questions)
    wanted = rules(expected(example))
    missed = {name for name, rule in wanted.items() if made.get(name) != rule and name not in asked}
    assert missed == set()
    right = sum(made.get(name) == rule for name, rule in wanted.items())
    assert right >= len(wanted) / 2
