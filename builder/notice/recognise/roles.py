"""What each heading is for the scheme: an indicator, a condition, text to be printed or nothing."""

import re
from decimal import Decimal

from builder.notice.lines import Line, Table
from builder.notice.question import Question
from builder.notice.recognise.amounts import written
from builder.notice.recognise.annexes import lines_of
from builder.notice.recognise.choices import known_total
from builder.notice.recognise.labels import Mark, squeezed
from builder.notice.recognise.node import Node, Role
from builder.notice.recognise.work import Work

_ELIGIBLE = re.compile(
    r".*(?:基本要求|参评要求|(?:基本|参评|申报|申请|评选|推荐|准入|前置|门槛|必备|认定)条件"
    r"|(?:申报|参评)资格|门槛指标)(?:[（(][^（()）]*[)）])?$"
)
_VETO = re.compile(
    r".*(?:否决事项|否决情形|一票否决|否决项|不予受理|不得参评|不得申报|取消.{0,4}资格).*"
)


def is_condition(name: str) -> bool:
    """Whether a heading of that name stands over what an applicant must be, or must not."""
    return _ELIGIBLE.fullmatch(name) is not None or _VETO.fullmatch(name) is not None


_OVERVIEW = re.compile(r"概述|总则|概要|说明")
_COMPLIANT = re.compile(r"(?:未发生|无).*(?:违法|违规|事故)")


def give_roles(work: Work) -> None:
    """Say of every heading what it is, and lift the indicators out of what only holds them."""
    for root in work.roots:
        _role(root)
    work.roots = _lifted(work, work.roots)
    _bonus(work)
    _unscored_beside_scored(work)
    for node in work.walk:
        if node.role is Role.INDICATOR:
            _overview(work, node)
            _vetoing(work, node)


def _role(node: Node) -> None:
    if node.scored:
        node.role = Role.INDICATOR
        for child in node.children:
            _role_beneath(child)
        return
    name = squeezed(node.name)
    role = Role.SECTION
    if _VETO.fullmatch(name):
        role = Role.VETO
    elif _ELIGIBLE.fullmatch(name) and not any(isinstance(one, Table) for one in node.raw):
        role = Role.ELIGIBILITY
    for each in node.walk:
        each.role = role


def _role_beneath(node: Node) -> None:
    """Beneath what has points everything is an indicator, but for conditions and lists."""
    if not node.scored and _VETO.fullmatch(squeezed(node.name)):
        _role(node)
        return
    node.role = Role.INDICATOR
    for child in node.children:
        _role_beneath(child)


def _lifted(work: Work, roots: list[Node]) -> list[Node]:
    """The roots, with the children of headings that only stand over the whole tree among them.

    A heading with points is an indicator. One without, over what has, is one where its siblings
    are such headings, too; alone it only says that the tree begins.
    """
    ungraded = [root for root in roots if not root.graded]
    over = [root for root in ungraded if root.scored and root.points is None and not root.weight]
    alike = {root.head.mark for root in over if root.head.mark is not Mark.NONE or root.of_table}
    if over and all(root.of_table for root in over):
        return roots
    others = [root for root in ungraded if root.head.mark in alike and root not in over]
    if len(over) > 1 and len(alike) == 1 and not others:
        # Chapters of indicators; where only some parts hold any, they are parts of a document.
        return roots
    whole = _whole(work, roots)
    if whole is not None:
        work.head.total = work.head.total or whole.points
        over.append(whole)
    lifted: list[Node] = []
    for root in roots:
        lifted.append(root)
        if root not in over:
            continue
        children, root.children = root.children, []
        root.role = Role.SECTION if root.raw or root.contents else Role.DROPPED
        if root.points is not None:
            root.name, root.points = f"{root.name}（{written(root.points)}分）", None
        if root.role is Role.DROPPED:
            work.leave(root.lines, "只是下面各项指标的总标题")
            lifted.pop()
        lifted += _lifted(work, children)
    return lifted


def _whole(work: Work, roots: list[Node]) -> Node | None:
    """The heading over the whole tree that prints the total beside its name, if there is one.

    Of several for different kinds of applicants a person says which is meant; the others go.
    """
    found = [
        root
        for root in roots
        if root.points is not None
        and _WHOLE.search(root.name)
        and sum(child.points is not None for child in root.children) > 1
    ]
    if len(found) > 1 and all(_KIND.search(root.name) for root in found):
        found = _one_standard(work, roots, found)
    return found[0] if len(found) == 1 else None


def _one_standard(work: Work, roots: list[Node], found: list[Node]) -> list[Node]:
    names = tuple(root.title for root in found)
    chosen = work.ask(
        Question(
            key=f"standard:{'、'.join(map(squeezed, names))}",
            subject="做哪一套标准",
            words=f"{'、'.join(f'“{name}”' for name in names)}像是各自成套的标准，"
            "一个方案只写一套。这次做哪一套？",
            proposal=names[0],
            place=found[0].place,
            options=(*names, _TOGETHER),
        )
    )
    if chosen == _TOGETHER:
        return []
    for other in [root for root in found if root.title != chosen]:
        for node in other.walk:
            lines = [line for one in node.raw for line in lines_of(one)]
            work.leave([*node.lines, *lines], f"属于另一套标准“{other.title}”")
        roots.remove(other)
    return [root for root in found if root.title == chosen]


_TOGETHER = "是同一套的几个部分"
_KIND = re.compile(r"[类组型奖](?!织)|个人|团队|单位|企业|机构")
_WHOLE = re.compile(r"(?:评审|评价|评分|考核)(?:指标|内容|标准|要点|项目|要求)|指标体系")


def _bonus(work: Work) -> None:
    """Ask what is to be done with points that come on top of the total, or go off it."""
    for node in work.roots:
        if node.role is not Role.INDICATOR or not _ON_TOP.search(node.name):
            continue
        worth = sum((root.points or Decimal(0) for root in work.roots), Decimal(0))
        if node.points is not None and worth == known_total(work):
            # With it the parts come to the total: it is one of them.
            continue
        adds = node.points is not None and "扣" not in node.name and "减" not in node.name
        answer = work.ask(
            Question(
                key=f"bonus:{squeezed(node.name)}",
                subject=f"“{node.title}”怎样算",
                words=f"“{node.title}”是加分或扣分，不在总分之内。"
                "算作一项指标（写成加分项，在总分之外另计，最多是它的分值），还是只印出来作参考、不计分？",
                proposal="算作一项指标" if adds else "只作参考文字",
                place=node.place,
                options=("只作参考文字", "算作一项指标"),
            )
        )
        if answer != "只作参考文字":
            node.bonus = True
            continue
        for each in node.walk:
            each.role = Role.SECTION
            if each.points is not None:
                each.name, each.points = f"{each.name}（{written(each.points)}分）", None
        work.guess(node.lines, f"参考文字“{node.title}”", "加分或扣分，不在总分之内")


_ON_TOP = re.compile(r"加分|扣分|附加分|奖励分|减分")


def _unscored_beside_scored(work: Work) -> None:
    """Ask whether a heading without points among those with some is filled in without a score."""
    for node in work.roots:
        if node.role is not Role.INDICATOR or node.scored:
            continue
        answer = work.ask(
            Question(
                key=f"unscored:{squeezed(node.title)}",
                subject=f"“{node.title}”没有分值",
                words=f"“{node.title}”没有分值，与它并列的都有。申报者要填写而不计分，还是只作参考文字？",
                proposal="填写但不计分",
                place=node.place,
                options=("填写但不计分", "参考文字"),
            )
        )
        for each in node.walk:
            each.role = Role.UNSCORED if answer == "填写但不计分" else Role.SECTION
        work.guess(node.lines, f"指标“{node.title}”（{answer}）", "没有分值")


def _overview(work: Work, node: Node) -> None:
    """Among clauses without points of their own the overview takes no score."""
    if node.points is None or len(node.children) <= 1:
        return
    if any(child.points is not None for child in node.children):
        return
    for child in node.children:
        if _OVERVIEW.fullmatch(squeezed(child.name)) and child.role is Role.INDICATOR:
            answer = work.ask(
                Question(
                    key="overview",
                    subject="“概述”是否计分",
                    words=f"“{child.title}”等条款只说明评什么。这些条款不计分吗？",
                    proposal="不计分",
                    place=child.place,
                    options=("不计分", "计分"),
                )
            )
            if answer == "不计分":
                child.role = Role.UNSCORED


def _vetoing(work: Work, node: Node) -> None:
    """Propose that an indicator which says that nothing bad happened is told of as a veto."""
    words = "".join(block.text for block in node.raw if isinstance(block, Line))
    words += "".join(entry.text for entry in node.entries)
    if node.points is None or node.children or not _COMPLIANT.search(words):
        return
    if len(words) > _LONGEST:
        return
    answer = work.ask(
        Question(
            key=f"veto:{squeezed(node.title)}",
            subject=f"“{node.title}”近于否决",
            words=f"“{node.title}”写的是没有违法违规和事故，近于否决。照常计分，同时提示吗？",
            proposal="计分并提示",
            place=node.place,
            options=("计分并提示", "只计分"),
        )
    )
    node.veto = answer == "计分并提示"


_LONGEST = 200
