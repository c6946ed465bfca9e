"""What a browser is answered: the session's items and decisions as HTML and JSON."""

import json
import threading
from collections.abc import Mapping

from ..preview import News
from ..urls import INDEX
from . import pages, queue
from .items import Answer, Item
from .session import Decided, Session
from .views import Progress, Shown

Reply = dict[str, object]

_ASSETS = ("review.css", "review.js")
_LONGEST = 10_000  # characters of a value or a reason


class Desk:
    """One page at one session. Every method may be called from any thread."""

    def __init__(self, session: Session, news: News) -> None:
        """news: what open pages wait for."""
        self._session, self._news = session, news
        self._lock = threading.RLock()
        news.tell("")

    # ---------------------------------------------------------------- looking
    def page(self, token: str) -> str:
        """The whole page, at the next item. token: what every change must carry."""
        with self._lock:
            session = self._session
            item = session.show(None)
            return session.theme.fragment(
                "review/page.html", title=session.state.result.timeline.title, token=token, seen=self._seen(),
                item=self._shown(item) if item else None, progress=self._progress(),
            )  # fmt: skip

    def item(self, name: str | None, whole: bool = False, back: str = "", queued: bool = False) -> Reply:
        """An item by its id, the next one where it is not there. back: from which item it was opened.

        queued: it is wanted only as long as it waits for an answer.
        """
        with self._lock:
            session = self._session
            waiting = {i.id for i in session.left()}
            item = (session.show(name) if name in waiting or not queued else None) or session.show(None)
            seen = self._shown(item, whole, back) if item else None
            place = session.state.beside.place(next(iter(item.events), None)) if item else INDEX
            return self._reply(session.theme.fragment("review/item.html", item=seen), place)

    def articles(self) -> Reply:
        """The list of all articles."""
        with self._lock:
            project = self._session.state.project
            every = [queue.article(project, a) for a in project.timeline.articles]
            listed = pages.listed(project, self._session.left(), every)
            return self._reply(self._session.theme.fragment("review/articles.html", articles=listed), None)

    def news(self, seen: str) -> Reply:
        """What has changed since, as soon as something has."""
        told: Reply = json.loads(self._news.wait(seen))
        return told

    def asset(self, name: str) -> bytes | None:
        """A file of the page."""
        return self._session.theme.file(f"review/{name}") if name in _ASSETS else None

    def beside(self, path: str) -> bytes | None:
        """A file of the site as it would be now."""
        return self._session.state.beside.file(path or INDEX)

    # ---------------------------------------------------------------- changing
    def decide(self, sent: Mapping[str, str]) -> Reply:
        """Take a decision; the next item. Raises as `Session.decide`."""
        answer = Answer(sent.get("action", ""), sent.get("value", "")[:_LONGEST], sent.get("reason", "")[:_LONGEST])
        with self._lock:
            name = sent.get("item", "")
            if answer.action == "mark" and "=" not in answer.value:
                return self.item(self._session.words(name, answer.value.strip()).id, back=name)
            decided = self._session.decide(name, answer)
            self._news.tell(self._session.state.error)
            return self._next(decided, sent.get("back", ""))

    def undo(self, sent: Mapping[str, str]) -> Reply:
        """Take the last decision back; the item that it was about."""
        with self._lock:
            step = self._session.undo()
            if step is None:
                return {**self.item(sent.get("item")), "said": "There is nothing to undo."}
            self._news.tell(self._session.state.error)
            return {**self.item(step.item), "said": f"Undone: {step.words}"}

    def later(self, sent: Mapping[str, str]) -> Reply:
        """Put an item off; the next one."""
        with self._lock:
            self._session.later(sent.get("item", ""))
            return self.item(sent.get("back") or None)

    # ---------------------------------------------------------------- what every answer has
    def _next(self, decided: Decided, back: str) -> Reply:
        path = ", ".join(dict.fromkeys(added.path for added in decided.written[:1]))
        said = f"{decided.words} – written to {path}" if path else decided.words
        reply = self.item(back or None)
        place = self._session.state.beside.place(self._home(decided.event))
        written = "\n".join(decided.lines())
        return {**reply, "said": said, "written": written, "page": place}

    def _home(self, event: str | None) -> str | None:
        """The entry that one has become."""
        now = self._session.state.project.events.get(event or "")
        return now.id if now else None

    def _reply(self, html: str, place: str | None) -> Reply:
        progress = self._session.theme.fragment("review/progress.html", progress=self._progress())
        error = self._session.state.error
        return {"html": html, "progress": progress, "seen": self._seen(), "page": place, "error": error}

    def _shown(self, item: Item, whole: bool = False, back: str = "") -> Shown:
        queued = item.id in {i.id for i in self._session.left()}
        return pages.shown(item, self._session.state.project, whole, back, queued)

    def _progress(self) -> Progress:
        return pages.progress(self._session.left(), self._session.decided)

    def _seen(self) -> str:
        told = json.loads(self._news.wait("", 0))
        return f"{told['built']}.{told['told']}"
