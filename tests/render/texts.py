"""Collects the texts of the theme and brings its catalogues up to date: `python -m tests.render.texts`, `make texts`.

What is new in a catalogue is left empty, what is no longer used is taken out; a test finds both.
"""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "templates/locale"
TEMPLATE = FOLDER / "texts.pot"
#: The functions whose arguments are texts, in templates and in the program.
KEYWORDS = {"_": None, "gettext": None, "marked": None, "ngettext": (1, 2), "count": (1, 2), "counted": (1, 2)}
HEADER = '''# The texts of timeline's theme{name}. `make texts` brings this file up to date.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"{more}

'''


def catalogue() -> Catalog:
    """Every text that stands in the templates and the rooms that say something to readers."""
    found = Catalog()
    for path in _files():
        method = "python" if path.suffix == ".py" else "jinja2"
        for _, text, comments, _ in extract_from_file(method, path, KEYWORDS, options={"silent": "false"}):
            found.add(text, locations=[(path.relative_to(ROOT).as_posix(), 0)], auto_comments=comments)
    return found


def templates() -> list[Path]:
    """The templates of the site; the page for reviewing is for the one who makes it, and speaks English."""
    return sorted(p for p in (ROOT / "templates").rglob("*.html") if "review" not in p.parts)


def _files() -> Iterator[Path]:
    yield from templates()
    yield from sorted(p for room in ("render", "export") for p in (ROOT / "timeline" / room).glob("*.py"))


def written(texts: Catalog, locale: str = "") -> str:
    """A catalogue as a file: without lines and days, which would change with every change of something else."""
    out = io.BytesIO()
    write_po(out, texts, width=118, omit_header=True, include_lineno=False, ignore_obsolete=True)
    more = f'\n"Language: {locale}\\n"\n"Plural-Forms: {texts.plural_forms}\\n"' if locale else ""
    name = f" in {texts.locale.english_name}" if texts.locale else ""
    return HEADER.format(name=name, more=more) + out.getvalue().decode()


def read(file: Path) -> Catalog:
    """A catalogue from its file."""
    with file.open("rb") as content:
        return read_po(content, locale=file.stem)


def main() -> None:
    """Write the template, and every catalogue with what is new in it."""
    texts = catalogue()
    FOLDER.mkdir(exist_ok=True)
    TEMPLATE.write_text(written(texts), encoding="utf-8")
    for file in sorted(FOLDER.glob("*.po")):
        known = read(file)
        known.update(texts, no_fuzzy_matching=True, update_header_comment=False)
        file.write_text(written(known, file.stem), encoding="utf-8")


if __name__ == "__main__":
    main()
