"""A company's own report with what was found in it as comments in its margin.

Parts that nothing is added to stay as they came; comments that the program put there before are
taken out first, those of other people stay (ECMA-376 Part 1, 17.13.4).
"""

from collections.abc import Iterable

from lxml import etree

from builder.findings.finding import Finding, Place
from builder.model.returned_document import OWN_AUTHOR
from builder.model.verdict import Verdict
from builder.plan.document.texts import UNHOLDABLE
from builder.write.annotate.package import Package, UnfitError, markup, whole_number

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NONE = f'<w:comments xmlns:w="{_WORD}"/>'.encode()
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_INITIALS = "核"


def annotated_document(content: bytes, verdict: Verdict) -> bytes | Finding:
    """The file with every finding of the verdict in it, or the finding why that cannot be done."""
    try:
        return _annotated(Package(content), verdict)
    except UnfitError as error:
        return Finding(code="QA810", place=Place(path=verdict.path), actual=str(error))


def _annotated(package: Package, verdict: Verdict) -> bytes:
    main = {relation.kind: relation.part for relation in package.relations("")}
    if "officeDocument" not in main:
        raise UnfitError("找不到正文部件")
    part = main["officeDocument"]
    document = package.tree(part)
    if document.tag != _tag("document"):
        raise UnfitError("正文用的是严格格式")
    comments_part = _comments_part(package, part)
    comments = package.tree(comments_part) if comments_part in package else markup(_NONE)
    _take_out_own(document, comments)
    paragraphs = _paragraphs(document)
    number = max((whole_number(each.get(_tag("id"))) for each in comments), default=0) + 1
    for finding in verdict.findings:
        paragraph = paragraphs.get(finding.place.bookmark, paragraphs[""])
        _comment(comments, number, finding)
        _anchor(paragraph, number)
        number += 1
    package.put_tree(part, document)
    if comments_part not in package:
        package.declare(comments_part, _TYPE)
        package.relate(part, "comments", comments_part)
    package.put_tree(comments_part, comments)
    return package.content()


def _comments_part(package: Package, document: str) -> str:
    known = [one.part for one in package.relations(document) if one.kind == "comments"]
    return known[0] if known else package.free_name("word/comments", ".xml")


def _take_out_own(document: etree._Element, comments: etree._Element) -> None:
    own = {each.get(_tag("id")) for each in comments if each.get(_tag("author")) == OWN_AUTHOR}
    for each in list(comments):
        if each.get(_tag("id")) in own:
            comments.remove(each)
    for mark in list(document.iter(*map(_tag, _MARKS))):
        if mark.get(_tag("id")) in own:
            _remove(mark)


def _remove(mark: etree._Element) -> None:
    """Take out a mark, and the run that holds nothing else."""
    parent = mark.getparent()
    if parent is None:
        return
    parent.remove(mark)
    above = parent.getparent()
    if parent.tag == _tag("r") and above is not None and not len(parent):
        above.remove(parent)


def _paragraphs(document: etree._Element) -> dict[str, etree._Element]:
    """The paragraph of every bookmark by its name; the first of all has no name."""
    found: dict[str, etree._Element] = {}
    for paragraph in document.iter(_tag("p")):
        found.setdefault("", paragraph)
        for mark in paragraph.iter(_tag("bookmarkStart")):
            found.setdefault(mark.get(_tag("name")) or "", paragraph)
    if not found:
        raise UnfitError("正文里没有段落")
    return found


def _comment(comments: etree._Element, number: int, finding: Finding) -> None:
    comment = etree.SubElement(comments, _tag("comment"))
    for name, value in (("id", str(number)), ("author", OWN_AUTHOR), ("initials", _INITIALS)):
        comment.set(_tag(name), value)
    label = f"{finding.rule.severity.label} {finding.code}"
    for line in (f"{label}：{finding.message}", f"办法：{finding.fix}"):
        text = etree.SubElement(_run(etree.SubElement(comment, _tag("p"))), _tag("t"))
        text.text = UNHOLDABLE.sub("□", line)


def _anchor(paragraph: etree._Element, number: int) -> None:
    """Tie a comment to a whole paragraph."""
    properties = paragraph.find(_tag("pPr"))
    start = etree.Element(_tag("commentRangeStart"))
    paragraph.insert(0 if properties is None else 1, start)
    marks: Iterable[etree._Element] = (
        start,
        etree.SubElement(paragraph, _tag("commentRangeEnd")),
        etree.SubElement(_run(paragraph), _tag("commentReference")),
    )
    for mark in marks:
        mark.set(_tag("id"), str(number))


def _run(parent: etree._Element) -> etree._Element:
    return etree.SubElement(parent, _tag("r"))


def _tag(name: str) -> str:
    return f"{{{_WORD}}}{name}"
