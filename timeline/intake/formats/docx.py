"""A word processor's document, DOCX: its paragraphs, headings, lists and tables."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from ...diagnostics import InputError, error
from ...reading.plain import read_plain
from ..arrival import Arrival, described
from ..naming import title_from
from ..outside import reading
from ..writing import clean, escaped

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

SUFFIXES = (".docx",)

_OLE = b"\xd0\xcf\x11\xe0"  # what an encrypted document is wrapped in, and an old .doc
_LARGEST = 200_000_000  # bytes unpacked


def intake(data: bytes, path: str) -> Arrival:
    """The document as an article. Who made the file need not be who wrote the article: no author, no date is taken.

    Raises `InputError` for what is encrypted, damaged or without text.
    """
    if data.startswith(_OLE):
        message = "this document is encrypted, or in the old form .doc"
        raise InputError([error(path, 0, 0, "encrypted", message, "save it as .docx without a password")])
    _refuse_bomb(data, path)
    with reading(path, "DOCX"):
        from docx import Document

        document = Document(BytesIO(data))
        body = "\n\n".join(_blocks(document))
        title = document.core_properties.title or _title_line(document)
    if not body:
        hint = "if it shows pictures of pages, run OCR over them and save the text"
        raise InputError([error(path, 0, 0, "empty", "there is no text in this document", hint)])
    return described({"title": title or title_from(read_plain(body, path))}, body)


def _refuse_bomb(data: bytes, path: str) -> None:
    try:
        size = sum(entry.file_size for entry in ZipFile(BytesIO(data)).infolist())
    except BadZipFile:
        message = "cannot be read as DOCX: it is damaged, or something else"
        raise InputError([error(path, 0, 0, "damaged", message, "open it, save it anew, and name that file")]) from None
    if size > _LARGEST:
        message = f"unpacks to more than {_LARGEST // 1_000_000} MB"
        raise InputError([error(path, 0, 0, "too-large", message, "save its text without the pictures")])


def _blocks(document: "Document") -> Iterator[str]:
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            for row in part.rows:
                # A merged cell comes once for each of its columns.
                cells = dict.fromkeys(" ".join(clean(cell.text).split()) for cell in row.cells)
                if line := " | ".join(filter(None, cells)):
                    yield escaped(line)
        elif words := " ".join(clean(part.text).split()):
            yield _opening(part) + escaped(words)


def _opening(paragraph: "Paragraph") -> str:
    """The mark of Markdown for a paragraph's style."""
    style = _style(paragraph)
    if style == "title":
        return "# "
    if style.startswith("heading "):
        return "#" * min(6, int(style.split()[1]) if style.split()[1].isdecimal() else 2) + " "
    return "- " if style.startswith("list ") else ""


def _style(paragraph: "Paragraph") -> str:
    return (paragraph.style.name or "").lower() if paragraph.style else ""


def _title_line(document: "Document") -> str | None:
    """What is set as title, or else as the first heading."""
    marked = [p for p in document.paragraphs if _style(p) in ("title", "heading 1") and p.text.strip()]
    return marked[0].text if marked else None
