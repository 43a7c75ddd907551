"""A part as a tree that grows while it is read, and is cut back behind its reader.

The elements are built without running Python for each, so this is for the parts that are large.
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, TreeBuilder

from builder.ooxml.container import Container
from builder.ooxml.limits import BRANCH_BYTES, DEPTH, Budget, refuse_over
from builder.ooxml.namespaces import namespace_of
from builder.ooxml.parser import parsed
from builder.ooxml.refusal import RefusedError
from builder.ooxml.whole_tree import take_apart


class GrowingTree:
    """The elements of one part, parsed as far as somebody asked for them.

    Only the chunk being read and one unfinished branch are in memory. Every iterator must be used
    up before the one around it goes on.
    """

    def __init__(
        self,
        container: Container,
        part: str,
        roots: frozenset[str],
        budget: Budget,
        *,
        texts_only: bool = False,
    ) -> None:
        """Parse up to the root; raises ``RefusedError`` (QA234) when it is none of ``roots``.

        With ``texts_only`` what is no text, such as a format, may be missing from the tree.
        """
        builder = TreeBuilder()
        above = self._above = builder.start("", {})
        self._progress = parsed(container, part, budget, builder, texts_only=texts_only)
        self._done = False
        while not len(above):
            self._grow()
        self.root = above[0]  # its attributes complete, its children not
        if self.root.tag not in roots:
            raise RefusedError("QA234", actual=part)
        self._path: list[Element] = [self.root]  # from the root to the element being read

    def children(self, parent: Element) -> Iterator[Element]:
        """Each child as soon as it begins; what the caller leaves unread of it is read over.

        ``parent`` is the element being read. Raises ``RefusedError`` (QA222) for markup nested
        too deep.
        """
        path = self._path
        self._within_depth(len(path))
        waited = 0
        while True:
            whole = parent[:-1]  # a sibling began after each
            path.append(parent)
            for child in whole or parent[:]:
                path[-1] = child
                yield child
                if not whole:
                    for _ in self.children(child):
                        pass
                elif len(child):
                    self.check_depth(child, 0)
            path.pop()
            if len(parent):
                del parent[: len(whole) or 1]
                waited = 0
            elif self._is_whole():
                break
            else:
                waited = self._wait(waited)

    def found(
        self, tags: frozenset[str], known: Iterable[str], within: Element | None = None
    ) -> Iterator[Element]:
        """Every element of one of the tags as soon as it begins, whatever it stands in.

        What is in markup of no ``known`` namespace is read over, as Office skips what it may
        ignore (ECMA-376 Part 3).
        """
        for child in self.children(self.root if within is None else within):
            if child.tag in tags:
                yield child
            if namespace_of(child) in known:
                yield from self.found(tags, known, child)

    def entries(self, parent: Element) -> Iterator[Element]:
        """Every child of the element being read, whole."""
        for batch in self.batches(parent):
            for element in batch:
                self.check_depth(element)
                yield element

    def is_over(self, element: Element) -> bool:
        """Whether the element being read has ended because a sibling began after it.

        Quick, and an answer for all but the last of many siblings.
        """
        return self._path[-2][-1] is not element

    def batches(self, parent: Element) -> Iterable[list[Element]]:
        """All children of the element being read, as many at a time as are whole.

        How deep these nest is for the caller to check, who knows what to expect.
        """
        if not self._is_whole():
            return self._batches_to_come(parent)
        batch = parent[:]
        del parent[:]
        return (batch,)

    def aside(self, element: Element) -> Iterator[Element]:
        """An element of a batch, for as long as it is the element being read."""
        self._path.append(element)
        yield element
        for _ in self.children(element):
            pass
        self._path.pop()

    def _batches_to_come(self, parent: Element) -> Iterator[list[Element]]:
        waited = 0
        while not self._is_whole():
            if len(parent) > 1:
                yield parent[:-1]
                del parent[:-1]
                waited = 0
            waited = self._wait(waited)
        yield parent[:]
        del parent[:]

    def check_depth(self, element: Element, above: int = 1) -> None:
        """Refuse a whole element ``above`` levels under the one being read if it nests too deep.

        Raises ``RefusedError`` (QA222).
        """
        self._within_depth(len(self._path) + above + bool(len(element)))
        for child in element:
            if len(child):
                self.check_depth(child, above + 1)

    def text(self, element: Element, above: int = 2) -> str:
        """The text of a whole element since the last element in it began."""
        if not len(element):
            return element.text or ""
        self.check_depth(element, above)
        text = ""
        while len(element):
            element = element[-1]
            text = (element.tail or "") + text
        return (element.text or "") + text

    def last_text(self) -> str:
        """The same of the element being read."""
        element, waited = self._path[-1], 0
        while not self._is_whole():
            waited = self._wait(waited)
        return self.text(element, 0)

    def _is_whole(self) -> bool:
        """Whether the element being read has ended: something began after it or around it."""
        inner, path = self._path[-1], self._path
        for outer in path[-2::-1]:
            if not len(outer) or outer[-1] is not inner:  # only a whole one is emptied
                return True
            inner = outer
        return self._done

    def _wait(self, waited: int) -> int:
        """Grow, and count the bytes for which nothing has become whole."""
        refuse_over(BRANCH_BYTES, waited)
        waited += self._grow()
        last = self._path[-1]
        depth = len(self._path)
        while len(last):  # an element that never ends may nest as deep as it is long
            last, depth = last[-1], depth + 1
            self._within_depth(depth)
        return waited

    def _within_depth(self, depth: int) -> None:
        """Refuse what nests deeper than any part we read, and let go of it piece by piece."""
        try:
            refuse_over(DEPTH, depth)
        except RefusedError:
            take_apart(self._above)
            raise

    def _grow(self) -> int:
        """Parse one more chunk, so many bytes long; after the last one the tree is done."""
        for size in self._progress:
            return size
        self._done = True
        return 0
