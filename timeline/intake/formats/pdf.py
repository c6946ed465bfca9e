"""A PDF with a text layer: the lines of its pages made paragraphs again, without what stands on every page."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO

from ...authored.forms import is_language_tag
from ...diagnostics import InputError, error
from ...reading.pages import mark
from ...reading.plain import read_plain
from ..arrival import Arrival, described
from ..encodings import unscrambled
from ..naming import parted, title_from
from ..outside import reading
from ..writing import as_markdown, clean

SUFFIXES = (".pdf",)

_OPEN, _CLOSE = "\ue000", "\ue001"  # for private use, hence in no text
_LEAST_TEXT = 20  # characters a page, below which its text is a picture
_TOP = 12  # lines among which the headline stands
_EDGE = 2  # lines at the top and the foot of a page where running heads stand
_FULL = 0.8  # of the usual width: a shorter line may end a paragraph
_MARKS = re.compile(r"<!-- page .*? -->\s?")
_DENSE = re.compile(r"[\u3001-\u30ff\u3400-\u9fff]")  # writing without blanks between words
_SENTENCE_END = re.compile(r"[.!?…:。！？][\"'”’»)\]]*\Z")
_LIGATURE = re.compile("[\ufb00-\ufb06\u2e80-\u2fd5]")  # signs of a font: "ﬁ" in one, radicals for characters
_FILE_NAME = re.compile(r"\A(?:untitled|microsoft \w+ - .*|.*\.(?:docx?|pdf|html?|indd|txt))\Z", re.I)

# What browsers print above and below a page: the moment of printing, which is no date of the article; the address.
_PRINTED = re.compile(r"\A\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?:\s?[AP]M)?\b.*", re.I)
_ADDRESS = re.compile(r"\A(?P<address>(?:https?|file)://\S+)\s*(?P<page>\d+/\d+)?\Z")


def intake(data: bytes, path: str) -> Arrival:
    """The text as an article. Who made the file and when says nothing about the article: no author, no date is taken.

    Raises `InputError` for what is encrypted, damaged or only pictures.
    """
    with reading(path, "PDF"):
        from pypdf import PasswordType, PdfReader

        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            hint = "open it with its password and print it into a new PDF"
            raise InputError([error(path, 0, 0, "encrypted", "this PDF is encrypted", hint)])
        pages = [_lines(page.extract_text()) for page in reader.pages]
        labels = [str(label) for label in reader.page_labels]
        named = unscrambled(str(reader.metadata.title or "")) if reader.metadata else ""
        language = str(reader.root_object.get("/Lang", ""))
    if sum(len(line) for page in pages for line in page) < _LEAST_TEXT * max(1, len(pages)):
        hint = "run OCR over it (such as ocrmypdf), then add the result"
        raise InputError([error(path, 0, 0, "no-text", "this PDF has no text, only pictures of pages", hint)])
    address = _printed_from(pages)
    bare = list(_without_running_heads(pages))
    numbers = [""] * len(bare) if address or len(bare) < 2 else labels  # a browser's sheets are no pages of the source
    body = _marked(as_markdown(_paragraphs(_with_numbers(bare, numbers))))
    named = "" if _FILE_NAME.match(named.strip()) else named.strip()
    title, publisher = parted(named, bare[0][:_TOP])
    facts = {
        "title": title or title_from(read_plain(_MARKS.sub("", body), path)),
        "publisher": publisher,
        "url": address,
        "language": language if is_language_tag(language) else None,
    }
    return described(facts, body)


def _with_numbers(pages: Sequence[Sequence[str]], numbers: Sequence[str]) -> list[str]:
    """The lines of all pages; the first of each that has a number begins with it, between two signs of nobody's."""
    numbered = []
    for page, number in zip(pages, numbers, strict=True):
        opening = f"{_OPEN}{number}{_CLOSE}" if number and not set(number) & set("<>") else ""
        numbered += [opening + line if i == 0 else line for i, line in enumerate(page)]
    return numbered


def _marked(body: str) -> str:
    return re.sub(rf"{_OPEN}(.*?){_CLOSE}", lambda m: f"{mark(m[1])} ", body)


def _lines(text: str) -> list[str]:
    lines = clean(_LIGATURE.sub(_letters, text)).split("\n")
    return [unscrambled(" ".join(line.split())) for line in lines if line.strip()]


def _letters(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])


def _printed_from(pages: Sequence[Sequence[str]]) -> str | None:
    """The address that a browser has printed at the foot, where it is whole."""
    edges = (_ADDRESS.match(line) for page in pages for line in (*page[:_EDGE], *page[-_EDGE:]))
    whole = (m["address"] for m in edges if m and m["page"] and m["address"].startswith("http"))
    return next((address for address in whole if "…" not in address and "..." not in address), None)


def _without_running_heads(pages: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """The pages without what a browser prints, and without lines at the edges that most have, but for numbers."""
    at_edges = Counter(form for page in pages for form in {_form(page[i]) for i in _edges(page)})
    running = {form for form, times in at_edges.items() if len(pages) > 2 and 2 * times > len(pages)}

    def runs(line: str) -> bool:
        return _form(line) in running or bool(_PRINTED.match(line) or _ADDRESS.match(line)) or line.isdecimal()

    for page in pages:
        edges = _edges(page)
        yield [line for i, line in enumerate(page) if i not in edges or not runs(line)]


def _edges(page: Sequence[str]) -> set[int]:
    return {i for i in range(len(page)) if i < _EDGE or i >= len(page) - _EDGE}


def _form(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _width(line: str) -> int:
    """How wide a line is set: a sign of Chinese or Japanese takes the place of two letters."""
    return len(line) + len(_DENSE.findall(line))


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Lines joined to paragraphs: one ends where a sentence does and the line is not full."""
    usual = sorted(map(_width, lines))[len(lines) * 9 // 10] if lines else 0
    paragraph = ""
    for line in lines:
        page, _, words = line.rpartition(_CLOSE)
        parted = paragraph[-2:-1].isalpha() and paragraph.endswith("-") and words[:1].islower()
        if parted and page:  # the page begins behind the word that it parts
            rest, _, words = words.partition(" ")
            paragraph, line = paragraph[:-1] + rest, f"{page}{_CLOSE}{words}"
            parted = False
        blank = "" if _DENSE.match(paragraph[-1:]) and _DENSE.match(words) else " "
        paragraph = paragraph[:-1] + line if parted else f"{paragraph}{blank}{line}".strip()
        if _width(words) < _FULL * usual and (_SENTENCE_END.search(line) or _width(words) < usual / 2):
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph
