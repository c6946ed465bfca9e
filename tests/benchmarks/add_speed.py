# ruff: noqa: E501 -- prose and markup
"""How long sixty articles of mixed kinds take: `python -m tests.benchmarks.add_speed [COUNT]`.

Makes saved pages, MHTML, PDF, DOCX, mails, Markdown and texts of about 600 words each, no two alike, adds them to an
empty project in a process of its own, then adds them again, and prints the processor's seconds (user and system).
"""

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import docx
import pypdf
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

_WHO = ("The harbour office", "The keeper", "A clerk of the town", "The master of the ferry", "Her sister", "The board")
_DID = ("closed", "inspected", "painted", "sold", "measured", "flooded", "reopened", "surveyed", "drained", "rented")
_WHAT = ("the lower basin", "both gates", "a row of sheds", "the old crane", "the tow path", "eleven barges", "the quay")
_WHEN = ("on Monday", "the day before", "in the second week of May", "on 12 March", "two years later", "at noon")


def prose(seed: int, paragraphs: int = 12) -> list[str]:
    """Paragraphs of four sentences that no other seed has."""
    chance = random.Random(seed)
    return [
        " ".join(
            f"{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_WHAT)} {chance.choice(_WHEN)}, said "
            f"witness {chance.randrange(10_000)}."
            for _ in range(4)
        )
        for _ in range(paragraphs)
    ]


def page(seed: int) -> bytes:
    """A page with some furniture and the day in JSON-LD."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in prose(seed))
    links = "".join(f"<li><a href='/story/{n}'>Another story of {n}</a></li>" for n in range(60))
    return (
        f"<!doctype html><html lang='en-GB'><head><title>Story {seed} | The Weir</title><script type='application/ld+json'>"
        f'{{"@type":"NewsArticle","headline":"Story {seed}","datePublished":"2031-05-{1 + seed % 28:02}"}}</script></head>'
        f"<body><nav><ul>{links}</ul></nav><main><article><h1>Story {seed}</h1>{text}</article></main>"
        f"<footer><ul>{links}</ul></footer></body></html>"
    ).encode()


def mhtml(seed: int) -> bytes:
    """The page in one file."""
    head = f"Snapshot-Content-Location: https://weir.example/{seed}\r\nMIME-Version: 1.0\r\n"
    kind = 'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n'
    return f"{head}{kind}".encode() + page(seed) + b"\r\n--b--\r\n"


def pdf(seed: int) -> bytes:
    """Three printed pages."""
    writer = pypdf.PdfWriter()
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})
    lines = [line for paragraph in prose(seed) for line in (*_wrapped(paragraph), "")]
    for start in range(0, len(lines), 50):
        sheet = writer.add_blank_page(width=595, height=842)
        content = DecodedStreamObject()
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines[start : start + 50])
        content.set_data(f"BT /F1 11 Tf 50 780 Td {shown}ET".encode())
        sheet[NameObject("/Contents")] = content
        fonts = DictionaryObject({NameObject("/F1"): font})
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    writer.add_metadata({"/Title": f"Story {seed}"})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _wrapped(paragraph: str, width: int = 90) -> list[str]:
    lines, line = [], ""
    for word in paragraph.split():
        if len(line) + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*lines, line]


def word(seed: int) -> bytes:
    """A document of a word processor."""
    document = docx.Document()
    document.add_heading(f"Story {seed}", 0)
    for paragraph in prose(seed):
        document.add_paragraph(paragraph)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def mail(seed: int) -> bytes:
    """A newsletter."""
    message = EmailMessage()
    message["Subject"], message["From"] = f"Story {seed}", "The Weir <news@weir.example>"
    message["Date"] = f"{1 + seed % 28} May 2031 09:05:00 +0200"
    message.set_content("\n\n".join(prose(seed)))
    return bytes(message)


def text(seed: int) -> bytes:
    """A scrape."""
    return "\n".join((f"Story {seed}", *prose(seed))).encode()


#: What a pile is made of, in this mixture.
KINDS: tuple[tuple[str, Callable[[int], bytes]], ...] = (
    *((".html", page),) * 4, (".mhtml", mhtml), (".mhtml", mhtml), (".pdf", pdf), (".pdf", pdf), (".docx", word),
    (".eml", mail), (".txt", text), (".md", text),
)  # fmt: skip


def pile(folder: Path, count: int) -> None:
    """So many articles of all kinds."""
    for n in range(count):
        suffix, make = KINDS[n % len(KINDS)]
        (folder / f"story-{n:03}{suffix}").write_bytes(make(n))


def seconds(*arguments: str) -> float:
    """What `timeline add` takes of the processor."""
    program = "import sys; from timeline.cli import main; sys.argv[0] = 'timeline'; main()"
    before = os.times()
    subprocess.run([sys.executable, "-c", program, "add", *arguments], check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def main() -> None:
    """Make, add, tell."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with tempfile.TemporaryDirectory() as folder:
        saved, project = Path(folder, "saved"), Path(folder, "project")
        saved.mkdir()
        (project / "content/articles").mkdir(parents=True)
        pile(saved, count)
        first = seconds(str(saved), "--project", str(project), "--yes")
        added = len(list((project / "content/articles").iterdir()))
        again = seconds(str(saved), "--project", str(project), "--yes")
        still = len(list((project / "content/articles").iterdir()))
    told = f"{added} of {count} articles added in {first:.1f} s of the processor; again in {again:.1f} s, {still} there"
    sys.stdout.write(told + "\n")


if __name__ == "__main__":
    main()
