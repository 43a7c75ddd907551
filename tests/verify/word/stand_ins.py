"""Reports in which a section says nothing but that something is to be written, or is elsewhere."""

from collections.abc import Callable

from docx.document import Document


def only_says(words: str, times: int = 1) -> Callable[[Document], None]:
    """The report in which so many answers, from the first indicator on, are these words alone."""
    return say(*[words] * times)


def say(*texts: str) -> Callable[[Document], None]:
    """The report in which the answers, from the first indicator on, are these texts."""

    def edit(document: Document) -> None:
        paragraphs = [one for one in document.paragraphs if one.text.startswith("第 ")]
        own = next(n for n, one in enumerate(paragraphs) if "处：" in one.text)
        for paragraph, text in zip(paragraphs[own + 1 :], texts, strict=False):
            paragraph.runs[0].text = text

    return edit
