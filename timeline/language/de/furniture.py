"""What German-language sites put around an article. How the patterns are written: see the English table."""

from ..furniture import Biography, Form, Furniture, alternatives

# ---------------------------------------------------------------- dates and names, as lines of furniture write them
_MONTH = (
    r"(?:jan(?:uar)?|jänner|feb(?:ruar|er|r)?|märz|mrz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?"
    r"|okt(?:ober)?|nov(?:ember)?|dez(?:ember)?)\b\.?"
)
_WEEKDAY = (
    r"(?:(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so)\b[.,]{0,2} "
    r"(?:de[nmr] )?)?"
)
_DATE = rf"{_WEEKDAY}(?:\d\d?\. ?{_MONTH}(?: \d{{4}})?|\d\d?\. ?\d\d?\. ?\d{{2,4}}|\d{{4}}-\d\d?-\d\d?)"
_CLOCK = r"(?:um )?\d{1,2}(?:[:.]\d\d)? ?(?:uhr\b)?(?: ?(?-i:MEZ|MESZ|UTC|CET))?"
_STAMPED = (
    r"(?:(?:zuletzt |letzte )?(?:veröffentlicht|erschienen|aktualisiert|aktualisierung|stand|vom|am)(?: am)?:? ?)"
)
_GAP = r"[\s|·•,;()/–—-]*"
_READING = r"(?:lesezeit:? )?\d+ min(?:uten)?\b\.?"
_STAMP = rf"{_STAMPED}?{_DATE}(?:{_GAP}(?:{_STAMPED}|{_DATE}|{_CLOCK}|{_READING}))*{_GAP}\.?"
_PARTICLE = r"(?:van|von|vom|zu|zum|der|de|di|del|la|al|bin|und)"
_NAME = rf"(?-i:[A-ZÄÖÜ][\w.'’-]*(?: (?:{_PARTICLE} )*[A-ZÄÖÜ][\w.'’-]*){{1,3}})"
_NAMES = rf"{_NAME}(?:(?:, und|,| und| &) {_NAME}){{0,4}}"
_PLACE = r"(?-i:[A-ZÄÖÜ][A-ZÄÖÜ.'’-]+(?: [A-ZÄÖÜ][A-ZÄÖÜ.'’-]+){0,3})"
_SITE = r"(?:[\w-]+\.){1,4}[a-z]{2,8}\b(?:/\S*)?"
_SOURCE = rf"(?-i:[A-ZÄÖÜ0-9@])[^.!?:;()\[\]]{{0,60}}|(?-i:{_SITE})|https?://\S+"
_AGENCY = r"(?:dpa|apa|afp|epd|kna|reuters|getty images?|imago|picture alliance|shutterstock|keystone|sda|ansa)"

# ---------------------------------------------------------------- prompts: what the reader is asked to do
_NETWORK = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|telegram|xing|pinterest|e-?mail|drucken|mastodon|bluesky|threema|mehr)"
)
_ADVERTISING = Form("prompt", "any", alternatives(
    r"anzeige|werbung|advertorial|gesponsert(?:er inhalt)?|zum (?:haupt)?inhalt(?: springen)?",
    r"wird geladen(?:\.\.\.|…)?",
    r"(?:artikel|text) (?:wird )?nach der (?:anzeige|werbung) (?:fortgesetzt|weiter.{0,10})",
    rf"(?:artikel |beitrag )?teilen(?: (?:auf|via|per|mit) .{{1,50}})?:?|(?:{_NETWORK}\b[\s|,·•/&]*(?:und )?){{2,}}",
    r"(?:artikel |beitrag )?(?:merken|drucken|vorlesen|anhören|kommentieren|versenden|empfehlen)",
    r"(?:jetzt )?(?:newsletter|abo|probeabo) (?:abonnieren|bestellen|testen).{0,120}",
    r"(?:jetzt )?(?:anmelden|registrieren|abonnieren)|(?:alle )?cookies (?:akzeptieren|ablehnen)",
    r"(?:wir|diese (?:web)?seite|unsere (?:web)?seite)\b.{0,80}\bcookies?\b.{0,200}",
    r"folgen sie uns auf .{1,120}",
))  # fmt: skip
_COMMENTS = Form("prompt", "tail", alternatives(
    r"(?:\d+|keine?) kommentare?(?: zu .{1,120})?|kommentare?(?: \(\d+\))?:?|diskutieren sie mit.{0,60}",
    r"(?:einen )?kommentar (?:schreiben|verfassen|hinterlassen)",
    r"schreiben sie (?:uns )?(?:einen|ihren) kommentar.{0,60}",
), label=True)  # fmt: skip
_PARTING = Form("prompt", "tail", alternatives(
    r"nach oben|zur (?:startseite|übersicht)|zurück(?: zur .{1,40})?|(?:schlagwörter|themen|tags?):.{0,200}",
    r"(?:vorheriger|nächster) (?:artikel|beitrag)\b.{0,120}|haben sie (?:einen )?(?:fehler|hinweis).{0,160}",
))  # fmt: skip

# ---------------------------------------------------------------- where the text came from, other stories
_LINK = Form("link", "tail", alternatives(
    r"(?:zum )?(?:original(?:artikel|beitrag)?|quell(?:e|en)link)|https?://\S+",
    r"(?:den )?(?:ganzen|vollständigen) (?:artikel|beitrag) lesen.{0,60}",
))  # fmt: skip
_ORIGIN = Form("origin", "any", rf"[(\[]? ?quellen? ?: ?(?P<origin>{_SOURCE})[)\]]?\.?")
_OTHER_STORIES = Form("sidebar", "any", alternatives(
    r"(?:(?:mehr )?zum thema|lesen sie auch|auch interessant|das könnte sie (?:auch )?interessieren|meistgelesen):?",
    r"(?:weitere (?:artikel|meldungen|nachrichten|themen)|verwandte (?:artikel|themen)):?",
    r"mehr (?:nachrichten|aus .{1,40}|dazu):?",
), label=True)  # fmt: skip
_OTHER_STORY = Form("sidebar", "any", (
    r"(?:lesen sie (?:auch|mehr|dazu)|siehe auch|mehr dazu|auch interessant|video|podcast)(?: ?: ?| – )\S.{3,160}"
))  # fmt: skip

# ---------------------------------------------------------------- pictures, authors, dates, rights
_CAPTION = Form("caption", "any", alternatives(
    r"[(\[]?(?:symbol|archiv)?(?:foto|bild|grafik|illustration|video)s?(?:credit|quelle)?(?: ?[:/|]| von\b)"
    r" ?[^.!?]{1,120}[.)\]]*",
    r"(?:symbol|archiv)(?:foto|bild)\b[^.!?]{0,100}|bildnachweis ?: ?[^.!?]{1,120}\.?",
    rf"[(\[]?{_AGENCY}(?: ?[/|].{{1,60}})?[)\]]?",
))  # fmt: skip
_TEXT = r"(?:bericht|kommentar|analyse|interview|gastbeitrag|reportage|text)"
_BYLINE = Form("byline", "head", alternatives(
    rf"(?:(?:ein )?{_TEXT} )?von:? {_NAMES}(?:{_GAP}[^.!?]{{0,120}})?",
    rf"(?:autor(?:in|en)?|redaktion|text): ?{_NAMES}.{{0,80}}",
    rf"{_NAMES}\s*[|·•,–—-]\s*{_STAMP}",
    r"von (?:unserem |unserer )?(?:korrespondent(?:en|in)|redaktion|agenturen?).{0,40}",
))  # fmt: skip
_DATELINE = Form("dateline", "head", alternatives(
    _STAMP,
    rf"{_PLACE}(?:,? {_DATE})? ?\((?-i:[a-zA-Z])[\w ./]{{1,40}}\)(?: ?[-–—.]+)?",
    rf"{_PLACE},? {_DATE}(?: ?[-–—]+)?|lesezeit:? .{{1,30}}|\d+ min(?:uten)?\b\.?(?: lesezeit)?",
))  # fmt: skip
_COPYRIGHT = Form("copyright", "any", alternatives(
    r"(?:©|\(c\)|copyright ?(?:©|\(c\)|\d{4}|by\b|:)).{0,240}",
    r"(?:.{0,120}\b)?alle rechte vorbehalten\.?",
    r"(?:nachdruck|vervielfältigung)(?: und .{1,40})? (?:nur|ist|sind|verboten|untersagt)\b.{0,120}",
))  # fmt: skip

_JOB = (
    r"(?:journalist|reporter|korrespondent|redakteur|autor|kolumnist|redaktor|volontär|schriftsteller|publizist"
    r"|historiker)(?:in)?"
)
_BIOGRAPHY = Biography(
    opening=(
        r"(?:(?:zum autor|zur autorin|über den autor|über die autorin):? ?)?"
        rf"(?P<name>{_NAME}|(?:der|die) autor(?:in)?) "
        rf"(?:(?:ist|war)\b(?=[^.!?]{{0,120}}\b{_JOB}\b)|(?:schreibt|berichtet) (?:über|für|aus))\b"
    ),
    clue=r"\b(?:bei|für|seit|arbeitet|schreibt|berichtet|lebt|redaktion|jahre?n?|e-?mail)\b|@\w+",
    story=(
        r"\b(?:sagte|sagt|erklärte|teilte|festgenommen|getötet|starb|verletzt|vermisst|verurteilt|angeklagt"
        r"|gestern|heute|am (?:mon|diens|donners|frei|sams|sonn)tag|am mittwoch)\b"
    ),
)

FURNITURE = Furniture(
    forms=(
        _ADVERTISING, _COMMENTS, _PARTING, _LINK, _ORIGIN, _OTHER_STORIES, _OTHER_STORY, _CAPTION, _BYLINE, _DATELINE,
        _COPYRIGHT,
    ),
    endings=(
        ("caption", r"[(\[](?:symbol|archiv)?(?:foto|bild)s?\b[^)\]]{0,100}[)\]]\.?"),
        ("caption", rf"(?:[/|] ?|\bvia ){_AGENCY}"),
    ),
    biography=_BIOGRAPHY,
)  # fmt: skip
