"""A pile in which everything is wrong that can be: a clear line for each, the rest goes on, nothing half written."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdf
from click.testing import CliRunner

from timeline.commands.add import command

PROSE = "<p>The lock gates gave way on Monday, said the canal office, and forty barges lay dry in the basin.</p>"
GOOD = f"<html><body><article><h1>Lock gates give way</h1>{PROSE * 3}</article></body></html>"


def pdf(password: str = "") -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=595, height=842)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def bomb() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", 8) as archive:
        archive.writestr("word/document.xml", b"0" * 300_000_000)
    return out.getvalue()


def page(body: str) -> bytes:
    return f"<html><head><title>The Weir</title></head><body>{body}</body></html>".encode()


PILE = {
    "a-encrypted.pdf": (pdf("secret"), "this PDF is encrypted"),
    "b-pictures.pdf": (pdf(), "this PDF has no text, only pictures of pages"),
    "c-cut.pdf": (pdf()[:200], "cannot be read as PDF"),
    "d-empty.html": (page(""), "there is no text on this page"),
    "e-paywall.html": (
        page(f"<article><h1>Gates</h1>{PROSE}<p>Subscribe to continue reading.</p></article>"),
        "a paywall stands before",
    ),
    "f-cookies.html": (
        page("<div><p>We and our 872 partners use cookies. Accept all cookies?</p></div>"),
        "a notice about cookies",
    ),
    "g-login.html": (
        page("<form><p>Log in to your account</p><input type='password'></form>"),
        "a page for signing in",
    ),
    "h-robot.html": (page("<p>Checking your browser before you go on. Are you a human?</p>"), "a check for robots"),
    "i-binary.html": (b"\x7fELF\x02\x01\x01\0\0\0" * 50, "this is binary data"),
    "j-binary.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a zero byte: this is no text"),
    "k-picture.docx": (b"\xff\xd8\xff\xe0JFIF", "cannot be read as DOCX"),
    "l-bomb.docx": (bomb(), "unpacks to more than"),
    "m-nothing.txt": (b" \n\n", "the file is empty"),
    "m-addresses.txt": (
        b"# to read\nhttps://weir.example/a\nweir.example/b\nhttps://weir.example/c\n",
        "this is no web address",
    ),
    "n-mail.eml": (b"From: a@b.example\nSubject: x\n\n", "there is no text in this message"),
    "o-parts.mhtml": (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\n--x--\n",
        "there is no page",
    ),
    "p-front.md": (b"---\ntitle: [A\n---\n\nText.\n", "this is not YAML"),
    "q-latin.txt": ("Der Damm brach früh.".encode("latin-1"), "is not UTF-8"),
}


def test_of_a_bad_pile_only_the_good_is_added_and_each_of_the_rest_has_its_line(tmp_path: Path) -> None:
    project, pile = tmp_path / "project", tmp_path / "pile"
    (project / "content/articles").mkdir(parents=True)
    pile.mkdir()
    for name, (data, _) in PILE.items():
        (pile / name).write_bytes(data)
    (pile / "z-good.html").write_text(GOOD, encoding="utf-8")
    with (pile / "r-huge.html").open("wb") as stream:
        stream.truncate(500_000_000)

    result = CliRunner().invoke(command, [str(pile), "--project", str(project), "--yes"])

    assert result.exit_code == 1
    expected = {name: says for name, (_, says) in PILE.items()} | {"r-huge.html": "larger than 20 MB"}
    assert f"1 added, 0 unchanged, 0 changed, {len(expected)} failed" in result.output
    for name, says in expected.items():
        (told,) = [line for line in result.stdout.splitlines() if line.startswith(f"  {pile / name}: ")]
        assert says in told
        assert any(line.startswith(f"{pile / name}:") and " error: " in line for line in result.stderr.splitlines())
    assert "Traceback" not in result.output
    assert [file.name for file in (project / "content/articles").iterdir()] == ["lock-gates-give-way.md"]
