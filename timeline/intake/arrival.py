"""An article that has arrived: what every form is read into, and what is written of it."""

from collections.abc import Mapping

from ..authored.written import scalar
from ..diagnostics import Diagnostic
from ..frozen import Frozen, replace
from .page.dates import Clue


class Arrival(Frozen):
    """An article that has arrived. body: Markdown; "" for a source that is only described.

    facts: keys of the front matter with their values, in the order to be written. brought: front matter that a person
    wrote, which stays as it is; keys: those that it has. warnings: what somebody should look at, although it can be
    added. clues: days on which it may have been published, the likeliest first; `published` is among the facts only
    where they leave no doubt.
    """

    title: str
    body: str
    facts: tuple[tuple[str, str], ...] = ()
    brought: str = ""
    keys: frozenset[str] = frozenset()
    warnings: tuple[Diagnostic, ...] = ()
    clues: tuple[Clue, ...] = ()

    def fact(self, key: str) -> str | None:
        """What it says of itself under a key, unless that is in the front matter that it brought."""
        return dict(self.facts).get(key)

    def article(self, retrieved: str, sha256: str = "") -> str:
        """The whole file. retrieved: the day or moment, in ISO 8601; sha256: of the bytes that were read, in hex."""
        told = {"title": self.title, **dict(self.facts)}
        told = {**told, "retrieved": told.get("retrieved", retrieved), "sha256": sha256}
        new = {key: value for key, value in told.items() if value and key not in self.keys}
        lines = "".join(f"{key}: {_scalar(key, value)}\n" for key, value in new.items())
        return f"---\n{self.brought}{lines}---\n" + (f"\n{self.body}\n" if self.body else "")


def described(
    facts: Mapping[str, str | None], body: str, warnings: tuple[Diagnostic, ...] = (), clues: tuple[Clue, ...] = ()
) -> Arrival:
    """An article with what its file says of it: values by key of the front matter, in the order to be written.

    None stands for what is not said; there is a title.
    """
    known = {key: " ".join(value.split()) for key, value in facts.items() if value}
    return Arrival(known["title"], body, tuple(known.items()), warnings=warnings, clues=clues)


def told(arrival: Arrival, **facts: str | None) -> Arrival:
    """The article with some facts set otherwise; None takes one out. A title is also that of the article."""
    known = {**dict(arrival.facts), **facts}
    kept = tuple((key, value) for key, value in known.items() if value is not None)
    return replace(arrival, facts=kept, title=facts.get("title") or arrival.title)


#: What is told in words and numbers of our own, which YAML takes as they are.
_OURS = frozenset(("published", "published_source", "retrieved", "sha256"))


def _scalar(key: str, value: str) -> str:
    return value if key in _OURS else scalar(value)
