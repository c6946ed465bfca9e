"""The same review in a terminal: one item at a time as lines of text, one short answer each."""

import textwrap
from collections.abc import Callable, Iterator

from ..authored.forms import BadValueError
from ..diagnostics import InputError
from . import pages
from .items import Answer
from .session import GoneError, Session
from .views import Shown

_WIDTH = 88
_PROMPT = "answer"
_ALWAYS = "s later · u undo · q quit"

Say = Callable[[str], object]


def run(session: Session, say: Say, ask: Callable[[str], str]) -> None:
    """Ask until nothing is left, everything was put off, or the person quits. ask: a prompt, gives what is typed."""
    put_off: set[str] = set()
    while True:
        item = session.show(None)
        if item is None or item.id in put_off:
            say(f"{session.decided} decided, {len(session.left())} left")
            return
        seen = pages.shown(item, session.state.project)
        say("\n".join(lines(seen, len(session.left()))))
        typed = ask(_PROMPT).strip()
        if typed == "q":
            say(f"{session.decided} decided, {len(session.left())} left")
            return
        if typed == "s":
            put_off.add(item.id)
            session.later(item.id)
        elif typed == "u":
            say(_undone(session))
        else:
            say(_decided(session, seen, typed))


def lines(item: Shown, left: int) -> Iterator[str]:
    """An item: what it is about, its words, the dates that may be meant, the answers."""
    yield f"── {left} left ── {item.heading}"
    if item.source:
        name = item.source.publisher or item.source.title
        when = {"inferred": "published probably ", "unknown": "publication date "}.get(item.source.basis, "published ")
        yield f"   {name}, {when}{item.source.published} ({item.source.place})"
    yield from _wrapped(item.message)
    if item.kind not in ("article", "publication", "near"):
        for passage in item.passages:
            if passage.near:
                yield from _wrapped("".join(f"[{text}]" if mark else text for text, mark in passage.pieces), "   | ")
    if item.kind == "article":
        marks = [(text, mark) for p in item.passages for text, mark in p.pieces if mark]
        yield from (line for text, mark in marks for line in _wrapped(f"“{text}”: {mark.says}", "   | "))
    for card in item.cards:
        yield from _wrapped(f"{card.when}: {card.title}", "   • ")
        if item.kind in ("near", "differ", "entry", "accepted"):
            for source, quote in card.quotes:
                yield from _wrapped(f"{source}: “{quote}”", "     ")
    for what, before, after in item.changes:
        yield from _wrapped(f"{what}: {before or 'none'} → {after or 'none'}", "   • ")
    for choice in item.choices:
        now = " (as it is now)" if choice.now else ""
        yield f"   {choice.key}  {choice.words}{now}"
        yield from (line for step in choice.why for line in _wrapped(step, "      "))
    answers = [f"{r.key} {r.words.removesuffix(' …').lower()}" for r in item.replies if not r.panel]
    typing = ["or type a date"] if item.typing else []
    if item.effect:
        yield from _wrapped(f"your answer {item.effect}" if item.kind != "finding" else f"write: {item.effect}")
    yield "   " + " · ".join([*answers, *typing, _ALWAYS])


def answer(item: Shown, typed: str) -> Answer:
    """What somebody has typed, as an answer. Raises BadValueError where it is none."""
    for choice in item.choices:
        if typed == choice.key:
            return Answer(choice.action, choice.value)
    for reply in item.replies:
        if typed == reply.key and not reply.panel:
            return Answer(reply.action)
    if item.typing and len(typed) > 1:
        return Answer(item.typing, typed)
    raise BadValueError(f"'{typed}' is no answer here", "type one of the keys that are shown")


def _decided(session: Session, item: Shown, typed: str) -> str:
    try:
        decided = session.decide(item.id, answer(item, typed))
    except BadValueError as wrong:
        return f"   {wrong}" + (f"\n   {wrong.hint}" if wrong.hint else "")
    except (GoneError, InputError) as problem:
        return textwrap.indent(str(problem), "   ")
    written = "\n".join(textwrap.indent(lines, "   > ") for lines in decided.lines())
    return f"   {decided.words}\n{written}\n" if written else f"   {decided.words}\n"


def _undone(session: Session) -> str:
    try:
        step = session.undo()
    except InputError as problem:
        return textwrap.indent(str(problem), "   ")
    return f"   undone: {step.words}\n" if step else "   there is nothing to undo\n"


def _wrapped(text: str, indent: str = "   ") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent)
