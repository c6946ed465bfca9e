"""How to cite an entry: in plain words, as BibTeX, as CSL-JSON."""

import re

from ..as_json import as_json
from ..frozen import Frozen
from ..locale import Locale


class Work(Frozen):
    """What is cited: an entry in a timeline. url: absolute, None where the site does not know its address."""

    key: str
    title: str
    container: str
    authors: tuple[str, ...]
    url: str | None


def plain(work: Work, locale: Locale) -> str:
    """A line for a footnote."""
    by = f"{', '.join(work.authors)}. " if work.authors else ""
    at = f" {work.url}" if work.url else ""
    told = locale.gettext("“%(title)s.” %(container)s, entry %(key)s.")
    return by + told % {"title": work.title, "container": work.container, "key": work.key} + at


def bibtex(work: Work) -> str:
    """An `@misc` entry; what TeX would take for a command is escaped."""
    fields = {
        "author": " and ".join("{" + tex(a) + "}" for a in work.authors),
        "title": "{" + tex(work.title) + "}",
        "howpublished": tex(work.container),
        "note": f"Entry {work.key}",
        "url": (work.url or "").replace("{", "%7B").replace("}", "%7D"),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{work.key},\n" + ",\n".join(lines) + "\n}\n"


def csl(work: Work) -> str:
    """Citation Style Language data, as reference managers import it."""
    item: dict[str, object] = {"id": work.key, "type": "webpage", "title": work.title}
    item["container-title"] = work.container
    if work.authors:
        item["author"] = [{"literal": a} for a in work.authors]
    if work.url:
        item["URL"] = work.url
    return as_json([item], indent=2).decode()


def tex(text: str) -> str:
    """Text with TeX's special characters escaped."""
    named = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return re.sub(r"[\\~^{}%&#$_]", lambda m: named.get(m[0], "\\" + m[0]), text)
