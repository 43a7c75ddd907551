"""Workbooks and reports that were not held against one another, and why."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from builder.findings.finding import Finding
from builder.model.compared_text import reduced
from builder.model.verdict import Status, Verdict
from builder.pipeline.left_out import may_be_material
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.run import Verified
from builder.verify.unfilled import BLANK_REPORT, BLANK_WORKBOOK

_CODE = "QA607"
_BLANK = frozenset({BLANK_WORKBOOK, BLANK_REPORT})
# Materials that were saved in another format.
_OTHER_FORMATS = frozenset({"QA261", "QA262"})
_WORKBOOK, _REPORT = "评分表", "申报材料"


def halves(verified: Sequence[Verified], left_out: Sequence[Finding]) -> Mapping[int, Finding]:
    """Why a file was not held against the other half of its set, by its place in the run.

    A run over workbooks only, or over reports only, asks for nothing else.
    """
    kinds = {one.file.is_document for one in verified if one.file is not None}
    if len(kinds) < 2 and not any(one.code in _OTHER_FORMATS for one in left_out):
        return {}
    asked = _Run(verified, left_out)
    found: dict[int, Finding] = {}
    for place, one in enumerate(verified):
        why = asked.why_alone(one)
        if why:
            found[place] = Finding.at(_CODE, one.verdict.path, actual=why)
    return found


class _Run:
    """The files of a run by what they are to one another."""

    def __init__(self, verified: Sequence[Verified], left_out: Sequence[Finding]) -> None:
        self._verified = verified
        self._left_out = left_out
        self._by_path = {one.verdict.path: one.verdict for one in verified}
        self._report_of = {
            one.file.beside.name: one
            for one in verified
            if one.file is not None and one.file.beside is not None
        }

    def why_alone(self, one: Verified) -> str:
        """Why a file was compared with no other; empty where it was, or says why itself."""
        file, verdict = one.file, one.verdict
        if file is None or verdict.status is Status.UNREADABLE or _is_blank(verdict):
            return ""
        if not file.is_document:
            return self._workbook_alone(one, file)
        if file.beside is not None:
            other = self._by_path.get(file.beside.name)
            lost = other is not None and other.status is Status.UNREADABLE
            return f"{_WORKBOOK}（{PurePath(file.beside.name).name}）无法核验" if lost else ""
        same = [*self._others(one, file)]
        if len(same) > 1:
            names = "、".join(PurePath(each.verdict.path).name for each in same[:3])
            return f"有 {len(same)} 份{_WORKBOOK}（{names}），分不清和哪一份核对"
        if same:
            return f"{_WORKBOOK}（{same[0].verdict.path}）没有和它放在一起"
        return self._unseen(file, _WORKBOOK)

    def _workbook_alone(self, one: Verified, file: ReturnedFile) -> str:
        report = self._report_of.get(one.verdict.path)
        if report is not None:
            lost = report.verdict.status is Status.UNREADABLE
            name = PurePath(report.verdict.path).name
            return f"{_REPORT}（{name}）无法核验" if lost else ""
        # Where there is a report after all, it is told there.
        return "" if any(self._others(one, file)) else self._unseen(file, _REPORT)

    def _others(self, one: Verified, file: ReturnedFile) -> Iterator[Verified]:
        """The files of the other kind that are of the same applicant."""
        called = _called(one.verdict)
        for other in self._verified:
            if other.file is None or other.file.is_document == file.is_document:
                continue
            if _is_blank(other.verdict):
                continue
            if called and called == _called(other.verdict):
                yield other

    def _unseen(self, file: ReturnedFile, material: str) -> str:
        folder = PurePath(file.folder)
        names = [
            PurePath(each.place.path).name
            for each in self._left_out
            if PurePath(each.place.path).parent == folder and may_be_material(each)
        ]
        maybe = f"；{'、'.join(names[:3])} 没有核验，可能就是" if names else ""
        return f"没有见到同一单位的{material}{maybe}"


def _is_blank(verdict: Verdict) -> bool:
    return any(one.code in _BLANK for one in verdict.findings)


def _called(verdict: Verdict) -> str:
    return reduced(verdict.applicant).casefold()
