"""Why two mentions may be one event, in words."""

from ...model import EventMention
from .likeness import SAME_KIND, Likeness

_TOLD = 8  # how many shared words are named


def evidence(a: EventMention, b: EventMention, likeness: Likeness) -> tuple[str, ...]:
    """Why two mentions may be one event, in words."""
    out = []
    if likeness.trigger >= SAME_KIND:
        out.append(
            f"both tell of “{a.lemma}”" if a.lemma == b.lemma else f"“{a.lemma}” and “{b.lemma}” are one kind of event"
        )
    if likeness.verbatim:
        out.append("both quote the same words")
    shared = _in_words(a, b, likeness)
    if shared:
        out.append("both have: " + ", ".join(shared[:_TOLD]))
    return tuple(out)


def _in_words(a: EventMention, b: EventMention, likeness: Likeness) -> list[str]:
    """What both have, names as they are written."""
    keys = {p.key for p in b.participants}
    named = {p.key: p.name for p in a.participants if p.key in keys}
    parts = {word.strip("#@") for key in named for word in key.split()}
    return [*dict.fromkeys(named.values()), *(word for word in likeness.shared if word not in parts)]
