"""How many keys a review takes: a person who knows the dates goes through stories in a browser, by keyboard alone.

    python -m tests.benchmarks.review_keys STORY… [--undated | --undated-half] [--retrieved-after DAYS] [--log]

A STORY is a folder with `<article>.txt`, `<article>.meta.json` (title, publisher, url, published) and `gold.json`:
`mentions` (article, quote, expression, edtf or null, kind) and `events` (date, also, mentions with article and quote).
Every key counts, those of a typed date too. The person answers what is asked, mends what is wrong in each article and
accepts the rest; then the project is built anew and compared. Told are, for each story, the key presses, how many of
the dates were right before and after, and how many of the events that some entry cites.
"""

import argparse
import datetime as dt
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from timeline.algebra.edtf import interval_of
from timeline.model import Article, Event, Span, Timex3
from timeline.review.queue import Told
from timeline.review.server import serving
from timeline.review.session import Session

from ..browser import tools

TODAY = dt.date(2026, 1, 1)
MOST = 400  # questions; nobody is asked so many
ROUNDS = 2  # times that something is mended; what is still wrong then is left


# ---------------------------------------------------------------- what is right
def agrees(right: str, told: str | None) -> bool:
    """Does a date say what is right? A clock time counts as its day; what is about or a stretch need only overlap."""
    a, b = interval_of(right), interval_of(told) if told else None
    if a is None or b is None:
        return False
    if (a.first, a.past) == (b.first, b.past):
        return True
    if "~" not in right and "/" not in right:
        return False
    slack = 3 if "~" in right and a.days == 1 else 0
    return b.first <= a.last + slack and a.first - slack <= b.last and b.days <= max(31, 3 * a.days)


@dataclass(frozen=True)
class Mention:
    """Words of an article and what they mean. edtf: None where there is no date; is_date: they are a date at all."""

    span: Span
    edtf: str | None
    is_date: bool
    words: str


@dataclass
class Story:
    """What somebody who knows a story knows."""

    name: str
    published: dict[str, str]
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    events: list[tuple[list[str], list[tuple[str, Span]]]] = field(default_factory=list)  # dates, quotations


def read(folder: Path, project: Told) -> Story:
    """A story's gold, with every quotation found in the texts as the project has them."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    metas = {p.name.removesuffix(".meta.json"): json.loads(p.read_text()) for p in folder.glob("*.meta.json")}
    story = Story(folder.name, {a: m["published"][:10] for a, m in metas.items()})
    texts = {a: Letters(article.document.text) for a, article in project.articles.items()}
    for m in gold["mentions"]:
        span = texts[m["article"]].find(m["quote"], m["expression"])
        if span:
            known = Mention(span, m["edtf"], m["kind"] != "not-a-date", m["expression"])
            story.mentions.setdefault(m["article"], []).append(known)
    for e in gold["events"]:
        found = [(m["article"], texts[m["article"]].find(m["quote"])) for m in e["mentions"]]
        story.events.append(([e["date"], *e.get("also", [])], [(a, s) for a, s in found if s]))
    return story


class Letters:
    """A text by its letters and digits alone, so that lines and typography do not matter."""

    def __init__(self, text: str) -> None:
        self.at = [n for n, c in enumerate(text) if c.isalnum()]
        self.letters = "".join(text[n].lower()[0] for n in self.at)

    def find(self, quote: str, part: str | None = None) -> Span | None:
        """Where a quotation stands, or a part of it."""
        wanted = _letters(quote)
        start = self.letters.find(wanted)
        if start < 0 or not wanted:
            return None
        if part is not None:
            start, wanted = start + len(_letters(quote[:quote.index(part)])), _letters(part)
        return self.at[start], self.at[start + len(wanted) - 1] + 1


def _letters(text: str) -> str:
    return "".join(c.lower()[0] for c in text if c.isalnum())


# ---------------------------------------------------------------- what the project says
def overlap(a: Span, b: Span) -> int:
    """Characters that two stretches share."""
    return min(a[1], b[1]) - max(a[0], b[0])


def expression_of(mention: Mention, article: Article) -> Timex3 | None:
    """The expression that stands for words: the exact one, else the one that shares most."""
    found = [x for x in article.timexes if overlap((x.start, x.end), mention.span) > 0]

    def likeness(x: Timex3) -> tuple[bool, int]:
        return (x.start, x.end) == mention.span, overlap((x.start, x.end), mention.span)

    return max(found, key=likeness, default=None)


def is_right(mention: Mention, article: Article) -> bool:
    """Is a mention dated as it should be?"""
    x = expression_of(mention, article)
    if not mention.is_date:
        return x is None or x.type not in ("DATE", "TIME")
    if mention.edtf is None:
        return x is None or x.edtf is None
    return x is not None and agrees(mention.edtf, x.edtf)


def citing(quotes: Sequence[tuple[str, Span]], events: Sequence[Event]) -> list[Event]:
    """The entries that cite a quotation, half of the shorter at least."""
    return [
        e for e in events
        if any(a == c.article and 2 * overlap(s, (c.start, c.end)) >= min(s[1] - s[0], c.end - c.start)
               for a, s in quotes for c in e.citations)
    ]  # fmt: skip


def alone(text: str, span: Span) -> str:
    """Words as they are typed: with the next ones, and brackets around them, where they stand there several times."""
    start, end = span
    if len(re.findall(rf"(?<!\w){re.escape(text[start:end])}(?!\w)", text)) == 1:
        return text[start:end]
    ends = (n for n in range(end + 1, end + 80) if text[n:n + 1] == " ")
    return f"[{text[start:end]}]{next(text[end:n] for n in ends if text.count(text[start:n]) == 1)}"


# ---------------------------------------------------------------- the person
class Person:
    """Somebody at the keyboard who knows a story.

    What stands on the page is read from it, or, where that is shorter, from the session behind it; each answer is keys.
    """

    def __init__(self, page: Page, session: Session, story: Story, log: bool) -> None:
        self.page, self.session, self.story, self.log = page, session, story, log
        self.keys = 0
        self.rounds: dict[str, int] = {}

    @property
    def project(self) -> Told:
        return self.session.state.project

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1
        self.page.locator("body:not([data-busy])").wait_for(state="attached")

    def type(self, text: str) -> None:
        self.press(*text, "Enter")

    def review(self) -> None:
        """Answer until nothing is asked any more, then look through the articles that were not asked about."""
        for _ in range(MOST):
            q = self.look()
            if q["kind"] == "done" or not self.answer(q):
                break
        for name, article in self.project.articles.items():
            if list(self.wrong_in(article)):
                self.press("l")
                self.choose(name)
                self.mend(self.look())

    def look(self) -> dict[str, Any]:
        """The question as it stands on the page."""
        return self.page.evaluate(  # type: ignore[no-any-return]
            """() => {
              const q = document.querySelector(".question"), all = (s) => [...q.querySelectorAll(s)];
              return { ...q.dataset,
                choices: all(".choices [data-key]").map((b) => [b.dataset.key, b.dataset.value]),
                keys: all(".replies [data-key]").map((b) => b.dataset.key),
                marks: all(".mark").map((b) => [b.dataset.label, Number(b.dataset.start)]),
                cards: all(".card [data-label]").map((b) => b.dataset.label),
                sheet: q.querySelector(".sheet")?.dataset.start ?? "" };
            }"""
        )

    def answer(self, q: dict[str, Any]) -> bool:
        """Answer one question; False where it can only be put off."""
        before, kind = self.keys, q["kind"]
        if kind == "publication":
            self.date(q, [self.story.published[q["article"]]])
        elif kind == "date":
            self.expression(q)
        elif kind in ("differ", "entry"):
            self.entry(q)
        elif kind == "near":
            a, b = (self.known(i) for i in q["events"].split())
            self.press("m" if a & b else "k")
        elif kind == "article":
            self.mend(q)
        elif kind == "order":
            self.press("1")
        elif "a" in q["keys"]:
            again = self.rounds.get(q["id"], 0)
            self.rounds[q["id"]] = again + 1
            self.press("a" if again < ROUNDS else "k")
        else:
            return False
        if self.log:
            sys.stderr.write(f"  {kind:12} {self.keys - before:3}  {q['article']} {q['exact']}\n")
        return True

    def mend(self, q: dict[str, Any]) -> None:
        """Mend what is wrong in an article, then accept all of it."""
        name = q["article"]
        article = self.project.articles[name]
        for _ in range(len(self.story.mentions.get(name, ())) + 20):
            wrong = next(self.wrong_in(article), None)
            thing = f"{name} {wrong.id if isinstance(wrong, Event) else wrong and wrong_words(wrong)}"
            if wrong is None or self.rounds.get(thing, 0) >= ROUNDS:
                break
            self.rounds[thing] = self.rounds.get(thing, 0) + 1
            before = self.keys
            self.correct(wrong, q)
            if self.log:
                sys.stderr.write(f"    mended     {self.keys - before:3}  {thing}\n")
            q, article = self.look(), self.project.articles[name]
            if q["kind"] != "article" or q["article"] != name:
                return  # that was the last thing in it
        self.press("a" if "a" in q["keys"] and self.fresh(name) else "s")

    def fresh(self, name: str) -> bool:
        return any(i.article == name and i.events for i in self.session.left() if i.kind == "article")

    def wrong_in(self, article: Article) -> Iterator[Mention | Event | Timex3]:
        """What a person who knows better sees in an article: wrong dates, then wrong entries."""
        name = article.document.id
        yield from (m for m in self.story.mentions.get(name, ()) if not is_right(m, article))
        for wrong, quotes in self.wrong_entries():
            here = any(c.article == name for c in wrong.citations) and wrong.status == "found"
            if here and self.rounds.get(f"{name} {wrong.id}", 0) < ROUNDS:
                parted = self.marked(article, quotes) if len(wrong.citations) > 1 else iter(())
                if self.tells_one(wrong) or (x := next(parted, None)) is None:
                    yield wrong
                else:
                    yield x

    def wrong_entries(self) -> Iterator[tuple[Event, list[tuple[str, Span]]]]:
        """Entries that tell an event of the story of which no entry has the date, and its quotations."""
        for dates, quotes in self.story.events:
            found = citing(quotes, self.project.timeline.events)
            if found and not any(agrees(d, e.edtf) for d in dates for e in found):
                yield from ((e, quotes) for e in found)

    def tells_one(self, entry: Event) -> bool:
        return len(self.known(entry.id)) == 1

    def marked(self, article: Article, quotes: Sequence[tuple[str, Span]]) -> Iterator[Timex3]:
        """Expressions in quotations that belong to another entry."""
        for name, span in quotes:
            if name == article.document.id:
                yield from (x for x in article.timexes if overlap((x.start, x.end), span) > 0)

    def correct(self, wrong: Mention | Event | Timex3, q: dict[str, Any]) -> None:
        article = self.project.articles[q["article"]]
        if isinstance(wrong, Event):
            self.press(*q["cards"][q["events"].split().index(wrong.id)])
            self.entry(self.look(), wrong)
            return
        x = wrong if isinstance(wrong, Timex3) else expression_of(wrong, article)
        if x is None and isinstance(wrong, Mention):
            self.press("/")
            self.type(alone(article.document.text, wrong.span))
            self.date(self.look(), [wrong.edtf or ""])
            return
        label = next(label for label, start in q["marks"] if x is not None and start == x.start)
        self.press(*label)
        if isinstance(wrong, Timex3):
            self.press("p" if "p" in self.look()["keys"] else "b")
        else:
            self.expression(self.look())

    def expression(self, q: dict[str, Any]) -> None:
        start, end = int(q["start"]), int(q["start"]) + len(q["exact"])
        known = [m for m in self.story.mentions.get(q["article"], ()) if overlap(m.span, (start, end)) > 0]
        best = max(known, key=lambda m: overlap(m.span, (start, end)), default=None)
        now = q["choices"][0][1] if q["choices"] and "a" in q["keys"] else None
        if best is not None and not best.is_date:
            self.press("n")
        elif best is not None and best.edtf is None:
            self.press("0")
        elif best is None or best.edtf is None or agrees(best.edtf, now):
            self.press("a" if now else "s")
        else:
            self.date(q, [best.edtf])

    def entry(self, q: dict[str, Any], wrong: Event | None = None) -> None:
        """Is an entry dated as one of the events that it tells? wrong: no, it is known to be not."""
        event = self.project.events[q["events"].split()[0]]
        told = [self.story.events[n][0] for n in sorted(self.known(event.id))]
        if not told or (wrong is None and any(agrees(d, event.edtf) for dates in told for d in dates)):
            self.press("a")
        else:
            self.date(q, told[0])

    def known(self, event: str) -> set[int]:
        """Which events of the story an entry tells."""
        return {n for n, (_, quotes) in enumerate(self.story.events) if citing(quotes, [self.project.events[event]])}

    def choose(self, article: str) -> None:
        """Go to an article in the list of all."""
        title = self.project.articles[article].document.meta.title or article
        rows = self.page.locator(".articles button")
        for n in range(rows.count()):
            if rows.nth(n).locator("b").inner_text() == title:
                self.press(*(rows.nth(n).get_attribute("data-label") or ""))
                return

    def date(self, q: dict[str, Any], right: Sequence[str]) -> None:
        """Give a date by the fewest keys: a candidate, the calendar, typing."""
        for key, value in q["choices"]:
            if any(agrees(r, value) for r in right):
                return self.press(key)
        text = min(right, key=len)
        walk = steps(q["sheet"], text) if q["sheet"] else None
        if walk is not None and len(walk) < len(text):
            self.press("c", *walk, "Enter")
        else:
            self.press("e")
            self.type(text)
        return None


def wrong_words(wrong: Mention | Timex3) -> str:
    """What tells it from others of its article."""
    return f"“{wrong.words}” {wrong.span}" if isinstance(wrong, Mention) else f"the entry of {wrong.text} {wrong.start}"


def steps(start: str, wanted: str) -> list[str] | None:
    """Keys from one day of the calendar to another; None where no single day is wanted."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", wanted):
        return None
    best: list[str] | None = None
    at, to = dt.date.fromisoformat(start), dt.date.fromisoformat(wanted)
    for months in range(-12, 13):
        year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
        last = (dt.date(year + (month == 11), (month + 1) % 12 + 1, 1) - dt.timedelta(1)).day
        left = (to - dt.date(year, month + 1, min(at.day, last))).days
        for weeks in (left // 7, left // 7 + 1):
            days = left - 7 * weeks
            keys = ["PageDown" if months > 0 else "PageUp"] * abs(months)
            keys += ["ArrowDown" if weeks > 0 else "ArrowUp"] * abs(weeks)
            keys += ["ArrowRight" if days > 0 else "ArrowLeft"] * abs(days)
            best = keys if best is None or len(keys) < len(best) else best
    return best


# ---------------------------------------------------------------- a run
def write_project(folder: Path, root: Path, args: argparse.Namespace) -> None:
    """The articles of a story as a project, every line a paragraph."""
    (root / "content/articles").mkdir(parents=True)
    for n, file in enumerate(sorted(folder.glob("*.txt"))):
        meta = json.loads((folder / f"{file.stem}.meta.json").read_text(encoding="utf-8"))
        head = {k: meta[k] for k in ("title", "publisher", "url", "published") if meta.get(k) not in (None, "unknown")}
        if not str(head.get("url", "")).startswith("http"):
            head.pop("url", None)
        head["title"] = re.sub(r"^\(none; first line: (.*)\)$", r"\1", head.get("title") or file.stem)
        if args.undated or (args.undated_half and n % 2):
            day = dt.date.fromisoformat(head.pop("published")[:10]) + dt.timedelta(args.retrieved_after)
            head["retrieved"] = day.isoformat()
        front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
        body = re.sub(r"\n+", "\n\n", file.read_text(encoding="utf-8").strip())
        (root / f"content/articles/{file.stem}.md").write_text(f"---\n{front}---\n{body}\n", encoding="utf-8")


def figures(story: Story, project: Told) -> tuple[int, int, int, int]:
    """Mentions right and in all; events right and those that some entry cites."""
    mentions = [(m, project.articles[a]) for a, ms in story.mentions.items() for m in ms]
    found = [(dates, citing(quotes, project.timeline.events)) for dates, quotes in story.events]
    cited = [(dates, events) for dates, events in found if events]
    right = sum(any(agrees(d, e.edtf) for d in dates for e in events) for dates, events in cited)
    return sum(is_right(m, a) for m, a in mentions), len(mentions), right, len(cited)


def run(folder: Path, page: Page, args: argparse.Namespace) -> int:
    """Review one story and tell the figures; the number of key presses."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        write_project(folder, root, args)
        session = Session(root, TODAY)
        story = read(folder, session.state.project)
        before = figures(story, session.state.project)
        with serving(session) as address:
            page.goto(address)
            person = Person(page, session, story, args.log)
            person.review()
        after = figures(story, Session(root, TODAY).state.project)
        if args.keep:
            shutil.copytree(root, args.keep / folder.name, dirs_exist_ok=True)
    right, total, events, cited = after
    left = len(session.left())
    sys.stdout.write(
        f"{folder.name:24}{person.keys:5} keys  dates {before[0]:3} → {right:3} of {total:3}  "
        f"events {before[2]:3} → {events:3} of {cited:3} cited, {len(story.events)} in all  {left} left\n"
    )
    sys.stdout.flush()
    if args.log:
        for name, article in session.state.project.articles.items():
            for m in story.mentions.get(name, ()):
                if not is_right(m, article):
                    x = expression_of(m, article)
                    sys.stderr.write(f"  still wrong: {name} “{m.words}” {m.edtf} {x and x.edtf}\n")
    return person.keys


def main() -> None:
    """Review every story; the last line is the worst of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path, metavar="STORY")
    parser.add_argument("--undated", action="store_true", help="no article tells when it was published")
    parser.add_argument("--undated-half", action="store_true", help="every second one does not")
    parser.add_argument("--retrieved-after", type=int, default=30, metavar="DAYS", help="default: 30")
    parser.add_argument("--log", action="store_true", help="tell every answer and its keys")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the projects there")
    args = parser.parse_args()
    with sync_playwright() as playwright:
        options = tools.chromium_options()
        browser = playwright.chromium.launch(executable_path=tools.find_chromium(), args=options)
        keys = []
        for folder in args.stories:
            page = browser.new_context().new_page()
            keys.append(run(folder, page, args))
            page.context.close()
        browser.close()
    sys.stdout.write(f"KEYS most {max(keys)} mean {sum(keys) / len(keys):.1f}\n")


if __name__ == "__main__":
    main()
