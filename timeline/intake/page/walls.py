"""Pages that are no article: a wall stands before it. Told by little text, and by what it says."""

import re
from collections.abc import Set

from ...diagnostics import InputError, error
from ...frozen import Frozen


class _Wall(Frozen):
    """signs: what it says, in small letters. beside: an article with more characters than these was saved in spite of
    it. anywhere: it may also say so outside of what was taken for the article.
    """

    code: str
    message: str
    hint: str
    beside: int
    signs: str
    anywhere: bool = False

    def stands(self, article: str, page: str) -> bool:
        """Does it stand before the article?"""
        seen = page if self.anywhere or not article else article
        return re.search(self.signs, seen.lower()) is not None


_WALLS = (
    _Wall(
        "paywall",
        "a paywall stands before the article; only its beginning was saved",
        "save it while you are signed in",
        1500,
        r"subscribe (?:now )?(?:to|and) (?:continue|keep|read|unlock)|to continue reading|unlock this (?:article|story)"
        r"|(?:exclusively|only|reserved) for (?:our )?(?:subscribers|members)|nur für abonnenten|réservé aux abonnés"
        r"|mit (?:einem )?abo(?:nnement)? weiterlesen|artikel ist kostenpflichtig|solo para suscriptores",
        anywhere=True,
    ),
    _Wall(
        "cookie-wall",
        "this is a notice about cookies, not an article",
        "answer the notice in the browser, then save the page",
        800,
        r"we (?:and our (?:\d+ )?partners )?use cookies|accept (?:all )?(?:the )?cookies"
        r"|cookies (?:zustimmen|akzeptieren)|cookie (?:settings|preferences|policy|consent)"
        r"|wir (?:verwenden|nutzen) cookies|nous utilisons des cookies"
        r"|utilizamos cookies",
    ),
    _Wall(
        "login",
        "this is a page for signing in, not an article",
        "sign in, then save the article",
        250,
        r"(?:sign|log) ?in (?:to|with|or|below)|forgot (?:your )?password|create (?:an|your) account|passwort vergessen"
        r"|mot de passe oublié|olvidaste tu contraseña",
    ),
    _Wall(
        "robot-check",
        "this is a check for robots or an error page, not an article",
        "open it in the browser, then save the page",
        400,
        r"are you (?:a )?(?:human|robot)|verify (?:that )?you are (?:a )?human|enable javascript|checking your browser"
        r"|access denied|page not found",
    ),
)


def refuse_walls(article: str, page: str, path: str, betrayed: Set[str] = frozenset()) -> None:
    """Raises `InputError` where no article was saved.

    article: the text that was taken for it; page: all text of the page; betrayed: walls that its markup speaks of.
    """
    for wall in _WALLS:
        if len(article) <= wall.beside and (wall.code in betrayed or wall.stands(article, page)):
            raise InputError([error(path, 0, 0, wall.code, wall.message, wall.hint)])
    if not article:
        hint = "open it in the browser, wait for the text, and save it again"
        raise InputError([error(path, 0, 0, "empty", "there is no text on this page", hint)])
