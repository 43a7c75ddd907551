"""Reports in which a section says nothing but that something is to be written, or is elsewhere."""

from collections.abc import Callable

from docx.document import Document


def only_says(words: str, times: int = 1) -> Callable[[Document], None]:
    """The report in which so many answers, from the first indicator on, are these words alone."""

    def edit(document: Document) -> None:
        paragraphs = [one for one in document.paragraphs if one.text.startswith("第 ")]
        own = next(n for n, one in enumerate(paragraphs) if "处：" in one.text)
        for paragraph in paragraphs[own + 1 : own + 1 + times]:
            paragraph.runs[0].text = words

    return edit
