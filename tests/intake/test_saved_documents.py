"""PDF, DOCX and mails: their words as paragraphs again, and what cannot be read."""

from collections.abc import Sequence
from datetime import date
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from tests.intake.told import meta_of, refusal
from timeline.intake import reader
from timeline.reading.article import read_article

FIRST = [
    "The lock gates at Ostrel gave way on Monday, the office",
    "said, and forty barges lay dry at night. Nobody was.",
]
SECOND = [
    "The keeper had heard the timber creak for days, she re-",
    "membered, and sent the crews ashore in good time.",
]


# ---------------------------------------------------------------- PDF
def pdf(*pages: Sequence[str], title: str = "", password: str = "", owner: str = "") -> bytes:
    """Pages with lines of text, each line below the one before."""
    writer = pypdf.PdfWriter()
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})
    for lines in pages:
        page = writer.add_blank_page(width=595, height=842)
        content = DecodedStreamObject()
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        content.set_data(f"BT /F1 11 Tf 50 780 Td {shown}ET".encode())
        page[NameObject("/Contents")] = content
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    if title:
        writer.add_metadata({"/Title": title})
    if password or owner:
        writer.encrypt(password, owner or password, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_lines_of_a_pdf_become_paragraphs_again() -> None:
    found = reader.read(pdf(["Lock gates give way", *FIRST[:1], "said.", *SECOND]), "a.pdf")
    assert found.title == "Lock gates give way"
    assert found.body == (
        "Lock gates give way\n\n"
        "The lock gates at Ostrel gave way on Monday, the office said.\n\n"
        "The keeper had heard the timber creak for days, she remembered, and sent the crews ashore in good time."
    )


def test_a_paragraph_goes_on_over_the_page_and_running_heads_are_no_part_of_it() -> None:
    words = ["barges", "crews", "gates", "keepers"]
    pages = [["The Weir, 6 May 2031", f"and then the {word} of the old town went down to", str(n)] for n, word in
             enumerate(words, 1)]  # fmt: skip
    body = reader.read(pdf(*pages), "a.pdf").body
    assert body == " ".join(
        f"<!-- page {n} --> and then the {word} of the old town went down to" for n, word in enumerate(words, 1)
    )


def test_the_pages_of_a_pdf_are_known_to_its_words_and_no_part_of_them() -> None:
    first, second = [*FIRST, "the keepers of the old lock re-"], ["membered it well. Nobody was hurt.", *SECOND]
    found = reader.read(pdf(first, second), "a.pdf")
    document = read_article(found.article("2031-09-01").encode(), "a", "a.md")
    assert "<!--" not in document.text + found.title
    assert [document.page_at(document.text.index(w)) for w in ("forty", "remembered", "it well", "timber")] == [
        "1", "1", "2", "2"
    ]  # fmt: skip


def test_what_a_browser_prints_around_a_page_is_its_address_and_not_its_date() -> None:
    around = ["5/7/31, 2:40 PM Lock gates give way", "https://weir.example/lock 1/1"]
    data = pdf([*FIRST, *SECOND, *around], title="Lock gates give way")
    assert meta_of(data, "a.pdf").url == "https://weir.example/lock"
    assert "5/7/31" not in reader.read(data, "a.pdf").body


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("Gates gone", "Gates gone"), ("Microsoft Word - lock.docx", FIRST[0]), ("lock_final.pdf", FIRST[0])],
)
def test_the_title_is_the_files_own_unless_it_is_a_file_name(stated: str, expected: str) -> None:
    assert reader.read(pdf([*FIRST, "", *SECOND], title=stated), "a.pdf").title.startswith(expected)


def test_a_pdf_says_nothing_of_when_and_by_whom_it_was_written() -> None:
    meta = meta_of(pdf([*FIRST, *SECOND]), "a.pdf")
    assert (meta.published, meta.author, meta.retrieved) == (None, None, date(2031, 9, 1))


def test_a_pdf_that_only_may_not_be_changed_is_read() -> None:
    assert "forty barges" in reader.read(pdf([*FIRST, *SECOND], owner="x"), "a.pdf").body


def test_a_pdf_that_cannot_be_read_is_refused() -> None:
    whole = pdf([*FIRST, *SECOND])
    assert refusal(pdf(FIRST, password="x"), "a.pdf") == "encrypted"
    assert refusal(pdf([], []), "a.pdf") == "no-text"
    assert refusal(b"", "a.pdf") == "damaged"
    assert refusal(whole[: len(whole) // 3], "a.pdf") == "damaged"
    assert refusal(b"\x89PNG\r\n\x1a\n\0\0", "a.pdf") == "damaged"


# ---------------------------------------------------------------- DOCX
def as_docx(document: docx.document.Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_document_keeps_its_headings_lists_and_tables_in_order() -> None:
    document = docx.Document()
    document.add_heading("Lock gates give way", 0)
    document.add_paragraph("1986. The gates were *new* then.")
    document.add_heading("Figures", 2)
    document.add_paragraph("forty barges", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, words in zip((c for row in table.rows for c in row.cells), ["barges", "40", "hurt", ""], strict=True):
        cell.text = words
    document.add_paragraph("Repairs begin next week.")
    found = reader.read(as_docx(document), "a.docx")
    assert found.title == "Lock gates give way"
    assert found.body == (
        "# Lock gates give way\n\n1986\\. The gates were \\*new\\* then.\n\n## Figures\n\n- forty barges\n\n"
        "barges | 40\n\nhurt\n\nRepairs begin next week."
    )
    assert meta_of(as_docx(document), "a.docx").author is None


def test_a_document_that_cannot_be_read_is_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as other:
        other.writestr("a.txt", "no document")
    assert refusal(as_docx(docx.Document()), "a.docx") == "empty"
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "a.docx") == "encrypted"
    assert refusal(out.getvalue(), "a.docx") == "damaged"
    assert refusal(b"PK\x03\x04", "a.docx") == "damaged"


def test_a_document_that_unpacks_to_a_flood_is_refused_before_it_is_unpacked() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as bomb, bomb.open("word/document.xml", "w") as stream:
        for _ in range(210):
            stream.write(bytes(1_000_000))
    assert refusal(out.getvalue(), "a.docx") == "too-large"


# ---------------------------------------------------------------- mails
PLAIN = (
    "The lock gates gave way on Monday, said the office.\n\nNobody was hurt, and forty barges lay dry at night.\n" * 3
)
HTML = f"<html><body>{''.join(f'<p>{line}</p>' for line in PLAIN.splitlines() if line)}</body></html>"


def mail(subject: str = "Lock gates give way", plain: str = PLAIN, markup: str = "", sent: str = "") -> bytes:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = '"Ida Moss" <ida@weir.example>'
    message["Date"] = sent or "Tue, 06 May 2031 09:05:00 +0200"
    message.set_content(plain)
    if markup:
        message.add_alternative(markup, subtype="html")
    return message.as_bytes()


def test_a_mail_is_an_article_of_its_sender_on_its_day() -> None:
    meta = meta_of(mail("Re: Lock gates give way"), "a.eml")
    assert (meta.title, meta.author) == ("Lock gates give way", "Ida Moss")
    assert (meta.published, meta.published_source) == ("2031-05-06T09:05+02:00", "mail")
    assert reader.read(mail(), "a.eml").body.startswith("The lock gates gave way on Monday, said the office.\n\nNobody")


def test_a_mail_that_passes_another_on_says_nothing_of_its_author_and_day() -> None:
    meta = meta_of(mail("Fwd: Lock gates give way"), "a.eml")
    assert (meta.title, meta.author, meta.published) == ("Lock gates give way", None, None)


@pytest.mark.parametrize("sent", ["soon", "Tue, 99 May 2031"])
def test_a_mail_without_a_sane_date_has_none(sent: str) -> None:
    assert meta_of(mail(sent=sent), "a.eml").published is None


def test_where_the_text_only_says_that_there_is_a_page_the_page_is_read() -> None:
    found = reader.read(mail(plain="View this mail in a browser.", markup=HTML), "a.eml")
    assert "Nobody was hurt" in found.body
    assert "browser" not in found.body


def test_a_mail_without_text_is_refused() -> None:
    assert refusal(mail(plain=""), "a.eml") == "empty"
