"""A web page that needs nothing else: its head, and how it looks with large letters, on a small screen, in the dark.

It has no script, and asks nobody for anything: it can be mailed, printed and read without a network.
"""

from xml.etree.ElementTree import Element, SubElement, tostring

from bot.domain.chat import Document

# A line of at most 40 letters' width; a member's long word breaks, so that nothing runs out of a narrow screen.
_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1.125rem/1.6 sans-serif;max-width:40rem;margin:auto;padding:1rem;overflow-wrap:anywhere}"
    "h1,h2,h3{line-height:1.25}dt{font-weight:bold}dd{margin:0 0 .5rem 1rem}"
)


class Page:
    """A page with its title as its first heading. What comes under that goes into `main`, headings in order."""

    def __init__(self, title: str, language: str = "en") -> None:
        """`language`: that of all its words, so that a screen reader says them well."""
        self._root = Element("html", {"lang": "en-GB" if language == "en" else language})
        head = SubElement(self._root, "head")
        SubElement(head, "meta", {"charset": "utf-8"})
        SubElement(head, "meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"})
        SubElement(head, "title").text = title
        SubElement(head, "style").text = _STYLE
        self.main = SubElement(SubElement(self._root, "body"), "main")
        self.add("h1", title)

    def add(self, tag: str, text: str | None = None, within: Element | None = None) -> Element:
        """One more element with this text: at the end of the page, or of another element."""
        added = SubElement(self.main if within is None else within, tag)
        added.text = text
        return added

    def document(self, name: str) -> Document:
        """The page as a file of this name."""
        text = tostring(self._root, encoding="unicode", method="html")
        return Document(f"{name}.html", "text/html", f"<!DOCTYPE html>\n{text}\n")
