"""How much of a shipped scheme a draft has: nodes, criteria, questions."""

from dataclasses import dataclass
from pathlib import Path

from builder.findings.finding import Finding
from builder.formula.render import plain_number
from builder.load.scheme_file import draft_of
from builder.load.source import Source
from builder.model.official import Indicator
from builder.model.scheme import Scheme
from builder.notice.draft import Draft, make_draft
from builder.notice.fate import Fate
from builder.notice.question import Decisions
from builder.notice.reading.opened import open_notice
from tests.schemes.notices import squeezed

Tree = dict[tuple[str, ...], tuple[str, tuple[str, ...]]]


@dataclass(frozen=True, kw_only=True)
class Share:
    """What was right of what there is; ``wrong`` are nodes with other points and no question."""

    nodes: int
    right_nodes: int
    criteria: int
    right_criteria: int
    questions: int
    unused: int
    findings: int
    wrong: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def of_nodes(self) -> float:
        """The share of nodes with the right name, parent and points."""
        return self.right_nodes / self.nodes

    @property
    def of_criteria(self) -> float:
        """The share of criteria that stand under their node word for word."""
        return self.right_criteria / self.criteria if self.criteria else 1


def drafted(path: Path, decisions: Decisions) -> Draft:
    """The draft of the notice at ``path``."""
    notice = open_notice(path)
    assert not isinstance(notice, Finding), notice.message
    draft = make_draft(notice, decisions, "draft", "draft.md")
    assert isinstance(draft, Draft), draft
    return draft


def share(expected: Scheme, draft: Draft) -> Share:
    """What the draft has of the scheme."""
    lines = tuple(draft.text.split("\n"))
    scheme = draft_of(Source(path="draft.md", text=draft.text, lines=lines)).scheme
    made = {} if scheme is None else _tree(scheme)
    wanted = _tree(expected)
    asked = " ".join(question.key for question in draft.questions)
    wrong = [
        "/".join(path)
        for path, (points, _) in wanted.items()
        if path in made and made[path][0] != points and path[-1] not in asked
    ]
    missing = ["/".join(path) for path in wanted if path not in made]
    texts = [
        (path, text, path in made and text in made[path][1])
        for path, (_, criteria) in wanted.items()
        for text in criteria
    ]
    missing += [f"{path[-1]}：{text[:24]}" for path, text, found in texts if not found]
    return Share(
        nodes=len(wanted),
        right_nodes=sum(path in made and made[path][0] == one[0] for path, one in wanted.items()),
        criteria=len(texts),
        right_criteria=sum(found for _, _, found in texts),
        questions=len(draft.questions),
        unused=draft.account.characters(Fate.UNUSED),
        findings=len(draft.findings),
        wrong=tuple(wrong),
        missing=tuple(missing),
    )


def _tree(scheme: Scheme) -> Tree:
    tree: Tree = {}

    def add(node: Indicator, above: tuple[str, ...]) -> None:
        path = (*above, squeezed(node.number).rstrip(".") + squeezed(node.name))
        points = "" if node.points is None else plain_number(node.points)
        criteria = tuple(
            squeezed(one.printed) + ("" if one.points is None else plain_number(one.points))
            for one in node.criteria
        )
        tree[path] = (points, criteria)
        for child in node.children:
            add(child, path)

    for root in scheme.indicators:
        add(root, ())
    return tree
