"""What a person is shown of an article that has arrived, what they can answer, and what becomes of it."""

from collections.abc import Callable, Iterator

from ..algebra.edtf import interval_of
from ..frozen import Frozen
from ..language.dates import as_edtf
from .arrival import Arrival, told
from .page.dates import Clue

#: Shows a prompt and gives the line that a person has typed.
Ask = Callable[[str], str]
#: Shows a line.
Say = Callable[[str], None]

HELP = """\
  Enter          take it as shown: a date that is only likely is left to be inferred
  y              take the likely date
  2024-05-14     or any other date, in words too: this is when it was published
  n              its date is not known, whatever the page says
  t TEXT         its title is TEXT
  p TEXT         its publisher is TEXT
  s              leave this article out
  a              take it and all that follow, as shown
  q              stop here"""

KEEP, REPLACE, BESIDE = "keep", "replace", "beside"


class Answer(Frozen):
    """What a person wants. arrival: the article as they want it, None where it is to be left out; all: no more
    questions; stop: nothing more is to be added.
    """

    arrival: Arrival | None
    all: bool = False
    stop: bool = False


def lines(arrival: Arrival) -> Iterator[str]:
    """An article as it is shown."""
    yield f"  Title      {arrival.title}"
    yield f"  Publisher  {arrival.fact('publisher') or '(not told)'}"
    if arrival.fact("author"):
        yield f"  Author     {arrival.fact('author')}"
    yield f"  Published  {_published(arrival)}"
    for clue in arrival.clues:
        if clue.edtf != arrival.fact("published"):
            yield f"             {clue.edtf}, {_because(clue)}"


def likely(arrival: Arrival) -> Clue | None:
    """The day that would be taken, if somebody said yes."""
    return next(iter(arrival.clues), None)


def settle(arrival: Arrival, ask: Ask, say: Say, language: str) -> Answer:
    """Show an article and ask until it is settled. language: of the project, for dates in words."""
    while True:
        for line in lines(arrival):
            say(line)
        if "published" in arrival.keys:
            prompt = "  Enter takes it; ? shows what else you can type"
        elif arrival.fact("published"):
            prompt = "  Enter takes it, date and all; or type another date; ? shows what else"
        elif arrival.clues:
            day = arrival.clues[0].edtf
            prompt = f"  Enter leaves the date to be inferred, y takes {day}; or type it; ? shows what else"
        else:
            prompt = "  Enter leaves the date to be inferred; or type it; ? shows what else"
        written = ask(prompt).strip()
        word, _, rest = written.partition(" ")
        match word.lower():
            case "":
                return Answer(arrival)
            case "a":
                return Answer(arrival, all=True)
            case "s":
                return Answer(None)
            case "q":
                return Answer(None, stop=True)
            case "?" | "help":
                say(HELP)
            case "t" if rest.strip():
                arrival = told(arrival, title=rest.strip())
            case "p" if rest.strip():
                arrival = told(arrival, publisher=rest.strip())
            case "n":
                return Answer(told(arrival, published=None, published_source=None))
            case "y" if (clue := likely(arrival)) is not None:
                return Answer(told(arrival, published=clue.edtf, published_source=clue.source))
            case _:
                edtf = as_edtf(written, language)
                if edtf is not None and interval_of(edtf) is not None:
                    return Answer(told(arrival, published=edtf, published_source="person"))
                say(f"  “{written}” is no date; write 2024-05-14, or 14 May 2024, or ? for help")


def changed(ask: Ask, say: Say) -> str:
    """What is to become of an article that has changed: KEEP the old text, REPLACE it, or put the new BESIDE it."""
    while True:
        written = ask("  Enter keeps the old text; r replaces it; b puts the new one beside it").strip().lower()
        if written in ("", "r", "b"):
            return {"": KEEP, "r": REPLACE, "b": BESIDE}[written]
        say("  type r or b, or nothing")


def _published(arrival: Arrival) -> str:
    day = arrival.fact("published")
    if "published" in arrival.keys:
        return "as its front matter says"
    if day:
        taken = next((clue for clue in arrival.clues if clue.edtf == day), None)
        return f"{day}, {taken.evidence()}" if taken else day
    return "likely one of these, not taken by itself:" if arrival.clues else "(nothing tells; it will be inferred)"


def _because(clue: Clue) -> str:
    return clue.evidence() + (f" – {clue.doubt}" if clue.doubt else "")
