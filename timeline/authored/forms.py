"""From nodes to what a schema asks for: checked values, and every mistake of a mapping at once."""

import difflib
import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from ..diagnostics import Diagnostic
from ..model import Place
from .nodes import Items, Mapping, Node, Scalar, at

_MOST_KNOWN = 40  # words that are named where none is near
_LONGEST_WORD = 100  # characters that a word may have for which the nearest right one is looked for
_ADDRESS = re.compile(r"https?://[^\s<>\"'`{}|\\^]+", re.I)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

T = TypeVar("T")


class BadValueError(ValueError):
    """A value that does not do: what is wrong with it, and what to write."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Both are whole phrases without a final stop."""
        super().__init__(message)
        self.hint = hint


class Form:
    """A mapping that is being filled in: each getter gives a checked value, or None and a finding in `findings`."""

    def __init__(self, mapping: Mapping, keys: Iterable[str], findings: list[Diagnostic]) -> None:
        """Notes at once every key that is none of `keys`."""
        self._mapping, self.findings = mapping, findings
        known = tuple(keys)
        for key, place in mapping.places.items():
            if key not in known:
                findings.append(at(place, "unknown-key", f"unknown key '{key}'", suggestion(key, known)))

    def place(self, key: str) -> Place:
        """Where a value stands; where it is missing, its mapping."""
        node = self._mapping.nodes.get(key)
        return node.place if node else self._mapping.place

    def text(self, key: str) -> str | None:
        """A single value, as written."""
        node = self._mapping.nodes.get(key)
        if node is None or isinstance(node, Scalar):
            return None if node is None else node.text
        self.findings.append(at(node.place, "no-text", f"'{key}' has one value, not several", f"write {key}: …"))
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of values; a single one is a list of one."""
        node = self._mapping.nodes.get(key)
        nodes = node.nodes if isinstance(node, Items) else (node,) if node else ()
        if all(isinstance(n, Scalar) for n in nodes):
            return tuple(n.text for n in nodes if isinstance(n, Scalar) and n.text is not None)
        place = next(n.place for n in nodes if not isinstance(n, Scalar))
        self.findings.append(at(place, "no-text", f"'{key}' is a list of single values", f"write {key}: [one, two]"))
        return ()

    def items(self, key: str) -> "tuple[Node, ...]":
        """The entries of a list, whatever they are; none where there is no list."""
        node = self._mapping.nodes.get(key)
        return node.nodes if isinstance(node, Items) else ()

    def mapping(self, key: str) -> Mapping | None:
        """A group of keys with their values."""
        node = self._mapping.nodes.get(key)
        if node is None or isinstance(node, Mapping):
            return node
        self.findings.append(at(node.place, "no-mapping", f"'{key}' is a group of keys", f"write {key}: {{…: …}}"))
        return None

    def mappings(self, key: str) -> tuple[Mapping, ...]:
        """A list of groups of keys; a single group is a list of one."""
        node = self._mapping.nodes.get(key)
        nodes = node.nodes if isinstance(node, Items) else (node,) if node else ()
        for n in nodes:
            if not isinstance(n, Mapping):
                self.findings.append(at(n.place, "no-mapping", f"'{key}' lists groups of keys", "write: - …: …"))
        return tuple(n for n in nodes if isinstance(n, Mapping))

    def required(self, key: str) -> bool:
        """Is a key there and filled in? If not, that is a finding."""
        node = self._mapping.nodes.get(key)
        if node is not None and not (isinstance(node, Scalar) and node.text is None):
            return True
        self.findings.append(at(self.place(key), "missing-key", f"'{key}' is missing", f"write {key}: …"))
        return False

    def checked(self, key: str, check: Callable[[str], T]) -> T | None:
        """A single value, passed through `check`, which raises `BadValueError` where it does not do."""
        written = self.text(key)
        if written is None:
            return None
        try:
            return check(written)
        except BadValueError as problem:
            self.findings.append(at(self.place(key), f"bad-{key}", f"{key}: {problem}", problem.hint))
            return None


def one_of(*words: str) -> Callable[[str], str]:
    """A check: the value is one of these words."""

    def check(written: str) -> str:
        if written in words:
            return written
        meant = nearest(written, words)
        hint = f"write '{meant}'" if meant else "write one of these"
        raise BadValueError(f"'{written}' is none of {', '.join(words)}", hint)

    return check


def day(written: str) -> date:
    """A check: a calendar day as year-month-day."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise BadValueError(f"'{written}' is no day", "write year-month-day, as in 2023-12-10") from None


def web_address(written: str) -> str:
    """A check: an absolute address of the web."""
    if _ADDRESS.fullmatch(written):
        return written
    raise BadValueError(f"'{written}' is no web address", "write it whole, beginning with https://")


def is_language_tag(written: str) -> bool:
    """Has it the form of a BCP 47 tag, as far as language, script, region and variant go?"""
    return _LANGUAGE.fullmatch(written) is not None


def language_tag(written: str) -> str:
    """A check: the tag of a language."""
    if is_language_tag(written):
        return written
    raise BadValueError(f"'{written}' is no language tag", "write a tag such as en, en-GB or de")


def time_zone(written: str) -> str:
    """A check: the name of a zone of the IANA database."""
    try:
        ZoneInfo(written)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        meant = _zone_meant(written)
        hint = f"write '{meant}'" if meant else "write it as in Asia/Seoul"
        raise BadValueError(f"'{written}' is no time zone", hint) from None
    return written


@cache
def _zone_meant(written: str) -> str | None:
    """The zone that was probably meant; it takes long among all there are."""
    return nearest(written, available_timezones())


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that was probably meant."""
    if len(word) > _LONGEST_WORD:
        return None
    by_lower = {w.lower(): w for w in words}
    close = difflib.get_close_matches(word.lower(), by_lower, n=1)
    return by_lower[close[0]] if close else None


def suggestion(word: str, words: Iterable[str]) -> str:
    """What to write instead of a word that is not known."""
    known = tuple(words)
    meant = nearest(word, known)
    if meant:
        return f"write '{meant}'"
    more = f" and {len(known) - _MOST_KNOWN} more" if len(known) > _MOST_KNOWN else ""
    return f"known are {', '.join(known[:_MOST_KNOWN])}{more}" if known else "there is none yet"
