"""An applicant's own report with what was found in it as comments in its margin.

Parts that nothing is added to stay as they came; comments that the program put there before are
taken out first, those of other people stay (ECMA-376 Part 1, 17.13.4).
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from builder.findings.finding import Finding
from builder.formula.blank import visible
from builder.model.returned_document import OWN_AUTHOR
from builder.model.verdict import Verdict
from builder.ooxml.namespaces import WORD
from builder.ooxml.office_file import OfficeFile, whole_number
from builder.ooxml.refusal import RefusedError
from builder.ooxml.whole_tree import own_tree
from builder.ooxml.word_markup import word_tag

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NONE = f'<w:comments xmlns:w="{WORD[0]}"/>'
_INITIALS = "核"


def annotated_document(content: bytes, verdict: Verdict) -> bytes | Finding:
    """The file with every finding of the verdict in it, or the finding why that cannot be done."""
    try:
        return _annotated(OfficeFile(content), verdict)
    except RefusedError as refusal:
        return Finding.at("QA810", verdict.path, actual=refusal.reason)


def _annotated(package: OfficeFile, verdict: Verdict) -> bytes:
    part = package.main_part
    document = package.tree(part)
    if document.tag != word_tag("document"):  # of the strict format, for one
        raise RefusedError("QA234", actual=part)
    comments_part = _comments_part(package, part)
    comments = package.tree(comments_part) if comments_part in package else own_tree(_NONE)
    _take_out_own(document, comments)
    paragraphs = _paragraphs(document)
    number = max((whole_number(each.get(word_tag("id"))) for each in comments), default=0) + 1
    for finding in verdict.findings:
        paragraph = paragraphs.get(finding.place.bookmark, paragraphs[""])
        _comment(comments, number, finding)
        _anchor(paragraph, number)
        number += 1
    package.put(part, document)
    if comments_part not in package:
        package.declare(comments_part, _TYPE)
        package.relate(part, "comments", comments_part)
    package.put(comments_part, comments)
    return package.content()


def _comments_part(package: OfficeFile, document: str) -> str:
    known = package.related(document, "comments")
    return known or package.free_name("word/comments", ".xml")


def _take_out_own(document: Element, comments: Element) -> None:
    own = {
        each.get(word_tag("id")) for each in comments if each.get(word_tag("author")) == OWN_AUTHOR
    }
    for each in list(comments):
        if each.get(word_tag("id")) in own:
            comments.remove(each)
    above = {child: parent for parent in document.iter() for child in parent}
    for mark in [each for each in above if each.tag in _MARKS and each.get(word_tag("id")) in own]:
        parent = above[mark]
        parent.remove(mark)
        if parent.tag == word_tag("r") and not len(parent):  # a run that held nothing else
            above[parent].remove(parent)


def _paragraphs(document: Element) -> dict[str, Element]:
    """The paragraph of every bookmark by its name; the first of all has no name."""
    found: dict[str, Element] = {}
    for paragraph in document.iter(word_tag("p")):
        found.setdefault("", paragraph)
        for mark in paragraph.iter(word_tag("bookmarkStart")):
            found.setdefault(mark.get(word_tag("name")) or "", paragraph)
    if not found:
        raise RefusedError("QA232", actual="正文段落")
    return found


def _comment(comments: Element, number: int, finding: Finding) -> None:
    comment = SubElement(comments, word_tag("comment"))
    for name, value in (("id", str(number)), ("author", OWN_AUTHOR), ("initials", _INITIALS)):
        comment.set(word_tag(name), value)
    label = f"{finding.rule.severity.label} {finding.code}"
    for line in (f"{label}：{finding.message}", f"办法：{finding.fix}"):
        text = SubElement(_run(SubElement(comment, word_tag("p"))), word_tag("t"))
        text.text = visible(line)


def _anchor(paragraph: Element, number: int) -> None:
    """Tie a comment to a whole paragraph."""
    properties = paragraph.find(word_tag("pPr"))
    start = Element(word_tag("commentRangeStart"))
    paragraph.insert(0 if properties is None else 1, start)
    marks: Iterable[Element] = (
        start,
        SubElement(paragraph, word_tag("commentRangeEnd")),
        SubElement(_run(paragraph), word_tag("commentReference")),
    )
    for mark in marks:
        mark.set(word_tag("id"), str(number))


def _run(parent: Element) -> Element:
    return SubElement(parent, word_tag("r"))


_MARKS = frozenset(map(word_tag, ("commentRangeStart", "commentRangeEnd", "commentReference")))
