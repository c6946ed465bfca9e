"""The language of the site: its texts from gettext catalogues, its dates, numbers and lists by CLDR, through Babel.

A text stands in the code and the templates in English, which is its key. `templates/locale/<code>.po` translates it; a
project's own file is asked before the one that comes with the program, text by text.
"""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

import babel
from babel.dates import parse_pattern
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal

from .config import Config
from .diagnostics import InputError, error

FOLDER = "locale"
SOURCE = "en"  # the language that the texts are written in
_PLACEHOLDER = re.compile(r"%(?:\(\w+\))?\w")
_WORLD = "en_001"  # English of no country: the day before the month


class Locale:
    """Texts and forms of one language. code: as HTML's `lang` has it. direction: "ltr" "rtl"."""

    def __init__(self, code: str = SOURCE, catalogues: Sequence[NullTranslations] = ()) -> None:
        """A locale of CLDR by its code ("de", "de-AT"). catalogues: those asked first stand first.

        Raises ValueError where CLDR does not know it.
        """
        self.code = code.replace("_", "-")
        try:
            self._cldr = babel.Locale.parse(_WORLD if code == SOURCE else code, sep="-" if "-" in code else "_")
        except babel.UnknownLocaleError as unknown:
            raise ValueError(f"no locale of that name: {code}") from unknown
        self.direction = "rtl" if self._cldr.text_direction == "rtl" else "ltr"
        self._texts = NullTranslations()
        for catalogue in reversed(catalogues):
            catalogue.add_fallback(self._texts)
            self._texts = catalogue
        # A site writes few numbers and few dates, each many times.
        self._number = cache(lambda n: str(format_decimal(n, locale=self._cldr)))
        self._format = cache(lambda skeleton: str(parse_pattern(self.pattern(skeleton)).format))
        self._date = cache(lambda skeleton, *fields: self._format(skeleton) % _Fields(self._cldr, dict(fields)))

    # ---------------------------------------------------------------- texts
    def gettext(self, text: str) -> str:
        """A text in this language, in English where nobody has translated it."""
        return self._texts.gettext(text) if text else ""

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The form of a text that goes with a number."""
        return self._texts.ngettext(one, many, n)

    def count(self, one: str, many: str, n: int) -> str:
        """A number in words around it; `%(n)s` in the text is the number as it is written here."""
        return self.ngettext(one, many, n) % {"n": self.number(n)}

    def number(self, n: int) -> str:
        """A whole number with its thousands apart."""
        return self._number(n)

    def listed(self, items: Iterable[str]) -> str:
        """One, two and three."""
        return str(format_list(list(items), locale=self._cldr))

    # ---------------------------------------------------------------- parts of dates
    def date(self, skeleton: str, fields: Mapping[str, str | int]) -> str:
        """A date by one of CLDR's skeletons. fields: "month" and "weekday" by number, "day", "year" as it is written.

        Python's dates end where history begins: so the pattern is filled here, for any year.
        """
        return self._date(skeleton, *fields.items())

    def pattern(self, skeleton: str) -> str:
        """The order and the signs of a date: "d. MMMM y"."""
        whole = {"yMMMMd": "long", "yMMMMEEEEd": "full"}.get(skeleton)
        found = self._cldr.date_formats[whole] if whole else self._cldr.datetime_skeletons[skeleton]
        return str(found.pattern)

    def month(self, number: int, width: str = "wide") -> str:
        """Its name where it stands alone; January is 1. width: "wide" "abbreviated"."""
        return str(self._cldr.months["stand-alone"][width][number])

    def weekday(self, number: int) -> str:
        """Its name where it stands alone; Monday is 1."""
        return str(self._cldr.days["stand-alone"]["wide"][number - 1])


class _Fields(dict[str, str]):
    """What CLDR's letters stand for, of one date."""

    def __init__(self, cldr: babel.Locale, given: Mapping[str, str | int]) -> None:
        super().__init__(y=str(given.get("year", "")), d=str(given.get("day", "")))
        if month := int(given.get("month", 0)):
            self.update(M=str(month), MM=f"{month:02}", L=str(month), LL=f"{month:02}")
            for letter, use in (("M", "format"), ("L", "stand-alone")):
                self[letter * 3] = cldr.months[use]["abbreviated"][month]
                self[letter * 4] = cldr.months[use]["wide"][month]
        if weekday := int(given.get("weekday", 0)):
            self["EEEE"] = cldr.days["format"]["wide"][weekday - 1]
            self["cccc"] = cldr.days["stand-alone"]["wide"][weekday - 1]


def marked(text: str) -> str:
    """A text that is translated where it is shown, marked where it is written."""
    return text


def load(config: Config, folders: Iterable[Path]) -> Locale:
    """The locale of a site: `locale`, else `language` where there are texts in it, else English.

    folders: of templates, the project's first. Raises InputError where there are no such texts, or a catalogue cannot
    be read.
    """
    folders = [f / FOLDER for f in folders]
    there = {SOURCE, *(file.stem for folder in folders for file in folder.glob("*.po"))}
    wanted = config.locale or config.language
    stem = next((s for s in _stems(wanted) if s in there), None)
    if stem is None and config.locale is None:
        return Locale()
    try:
        if stem is None:
            raise ValueError(f"there are no texts in {wanted}")
        files = [folder / f"{s}.po" for s in dict.fromkeys((*_stems(wanted), stem)) for folder in folders]
        return Locale(wanted if stem else SOURCE, [_catalogue(file) for file in files if file.is_file()])
    except ValueError as unknown:
        hint = f"one of {', '.join(sorted(there))}; or write templates/{FOLDER}/{wanted}.po"
        raise InputError([error("timeline.yaml", 0, 0, "locale", str(unknown), hint)]) from unknown


def _stems(code: str) -> tuple[str, str]:
    """Names that a catalogue for a locale can have: "de_AT", "de"."""
    whole = code.replace("-", "_")
    return whole, whole.partition("_")[0]


def _catalogue(file: Path) -> GNUTranslations:
    """A catalogue, compiled. Raises InputError where it is none."""
    shown = "/".join(file.parts[-3:])  # templates/locale/de.po
    hint = "msgfmt --check names all that is wrong with it"
    try:
        with file.open("rb") as content:
            texts = read_po(content, locale=file.stem, abort_invalid=True)
    except PoFileError as wrong:
        what = f"is no catalogue: {wrong.args[0].rpartition(' on ')[0] or wrong}"
        raise InputError([error(shown, wrong.lineno + 1, 0, "locale", what, hint)]) from wrong
    except (babel.UnknownLocaleError, ValueError) as wrong:
        raise InputError([error(shown, 0, 0, "locale", f"is no catalogue: {wrong}", hint)]) from wrong
    for message in (m for m in texts if m.id):
        names = [sorted(_PLACEHOLDER.findall(form)) for form in _forms(message.id)]
        if any(form and sorted(_PLACEHOLDER.findall(form)) not in names for form in _forms(message.string)):
            what = f"has not the placeholders of its text: {', '.join(sorted(set(names[-1])))}"
            raise InputError([error(shown, message.lineno or 0, 0, "locale", what, "write the same ones")])
    compiled = io.BytesIO()
    write_mo(compiled, texts)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _forms(text: str | Sequence[str] | None) -> Sequence[str]:
    """All forms of a text, the one with the number 1 first."""
    return (text,) if isinstance(text, str) else text or ()
