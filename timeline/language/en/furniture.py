"""What English-language sites put around an article.

A pattern matches a whole block, blind to capitals except within (?-i:…). Its line ends and the blanks after them are
left out.
"""

from ..furniture import Biography, Form, Furniture, alternatives

# ---------------------------------------------------------------- dates and names, as lines of furniture write them
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]{0,2} )?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"{_WEEKDAY}(?:(?:{_NUMBER} {_MONTH}|{_MONTH} {_NUMBER})(?:,? \d{{4}})?"
    r"|\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{2,4})"
)
_ZONE = r"(?: ?(?-i:[A-Z]{2,4}|UTC ?[+-]\d+|[+-]\d\d:?\d\d))?"
_CLOCK = rf"\d{{1,2}}(?:[:.]\d\d){{0,2}} ?(?:[ap]\.?m\b\.?)?{_ZONE}|t\d\d:\d\d\S*"
_STAMPED = (
    r"(?:(?:first |originally |last )?(?:published|posted|updated|modified|created|issued|date|on|at)(?: on| at)?:? ?)"
)
_GAP = r"[\s|·•,;()/–—-]*"
_STAMP = rf"{_STAMPED}?{_DATE}(?:{_GAP}(?:{_STAMPED}|{_DATE}|{_CLOCK}|\d+ min(?:ute)?s?\b(?: read)?))*{_GAP}\.?"

_PARTICLE = r"(?:van|von|der|den|de|da|di|del|della|la|le|al|bin|ibn|ben|ter|dos|du)"
_NAME = rf"(?-i:[A-Z][\w.'’-]*(?: (?:{_PARTICLE} )*[A-Z][\w.'’-]*){{1,3}})"
_NAMES = rf"{_NAME}(?:(?:, and|,| and| &) {_NAME}){{0,4}}"
_PLACE = r"(?-i:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})"
_SITE = r"(?:[\w-]+\.){1,4}[a-z]{2,8}\b(?:/\S*)?"
_SOURCE = rf"(?-i:[A-Z0-9@])[^.!?:;()\[\]]{{0,60}}|(?-i:{_SITE})|https?://\S+"

# ---------------------------------------------------------------- prompts: what the reader is asked to do
_ADVERTISING = Form("prompt", "any", alternatives(
    r"(?:advert(?:isement|ising)?)? ?continue reading(?: the (?:main )?(?:story|article))?(?: below)?",
    r"advert(?:isement|ising)?|sponsored(?: content| by .{1,40})?|promoted(?: content)?",
    r"(?:story|article) continues (?:below|after)(?: (?:this |the )?(?:advertisement|ad|video|photo))?",
    r"(?:skip|jump) to (?:main |the )?content|scroll (?:down )?to continue(?: reading)?",
    r"loading(?:\.\.\.|…)",
))  # fmt: skip
_NETWORK = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|e-?mail|print|messenger|copy link|tumblr|pocket"
    r"|flipboard|instagram|youtube|tiktok|threads|bluesky|mastodon|sms|more)"
)
_SHARING = Form("prompt", "any", alternatives(
    r"(?:read or )?share(?: (?:this|on|via)\b(?: .{0,50})?)?:?(?: https?://\S+)?",
    rf"(?:share(?: this)?:? ?)?(?:{_NETWORK}\b[\s|,·•/&]*(?:and )?){{2,}}",
    r"click to (?:share|print|email|tweet)\b.{0,60}|(?:tweet|save|bookmark|listen|print)(?: this(?: article)?)?",
    r"(?:follow|like|join|find) us on .{1,120}|download (?:the|our) .{1,40}\bapp\b.{0,60}",
))  # fmt: skip
_SUBSCRIBING = Form("prompt", "any", alternatives(
    r"""(?:please )?(?:sign up|subscribe|register)\b(?=.{0,160}\b(?:newsletters?|inbox|alerts?|updates|e-?mails?
        |channel|podcast|free|unlimited|account|digest|today))[^.!?]{0,220}[.!]?""",
    r"get .{1,80}\b(?:newsletter|in your inbox|to your inbox|delivered)\b.{0,120}",
    r"(?:we|this (?:web)?site|our (?:web)?site|by (?:continuing|using|clicking))\b.{0,80}\bcookies?\b.{0,200}",
    r"(?:accept|reject|manage)(?: all)? cookies|(?:log|sign) in(?: or (?:register|subscribe|sign up))?",
))  # fmt: skip
_COMMENTS = Form("prompt", "tail", alternatives(
    r"(?:leave|post|write|add|submit) (?:a|your) (?:reply|comment|response)(?: to .{1,60})?(?: cancel reply)?",
    r"(?:\d+|no) (?:comments?|repl(?:y|ies)|responses?)(?: (?:on|to) .{1,120})?|comments?(?: \(\d+\))?:?",
    r"(?:view|show|load)(?: all| more)? (?:\d+ )?comments|join the (?:conversation|discussion)",
), label=True)  # fmt: skip
_COMMENTING = Form("prompt", "tail", alternatives(
    r"cancel reply|comments (?:are closed|off)\.?|be the first to comment",
    r"your e-?mail address will not be published.{0,80}|required fields are marked.{0,10}",
    r"(?:you must be )?logged in to (?:post|leave|reply).{0,60}|log in to (?:reply|comment|leave a comment)",
    r"save my name, e-?mail.{0,100}|(?:name|e-?mail|website|comment)(?: ?\*)|notify me of .{1,60}",
))  # fmt: skip
_PARTING = Form("prompt", "tail", alternatives(
    r"(?:thank you|thanks) for reading.{0,120}|support (?:our|independent|quality) journalism.{0,160}",
    r"(?:have|got) (?:a|any) (?:tip|news tip|story|question)s?\b.{0,120}|contact us(?: at .{1,60})?",
    r"(?:previous|next|older|newer) (?:article|post|story)\b.{0,120}|back to top|tags?:.{0,200}|filed under:?.{0,120}",
))  # fmt: skip

# ---------------------------------------------------------------- where the text came from
_LINK = Form("link", "tail", alternatives(
    r"(?:source|original|article|external|web|permanent|direct) link|permalink|https?://\S+",
    r"""(?:view|read|see|go to|find)(?: the)? (?:full|original|entire|complete|whole) (?:article|story|post|report
        |source|text|version)(?: (?:here|on|at) .{0,60}| here)?\.?""",
    r"(?:link to )?(?:the )?original (?:article|source|post|story)(?: link)?|read (?:more )?(?:here|at .{1,40})",
))  # fmt: skip
_ORIGIN = Form("origin", "any", (
    rf"[(\[]? ?(?:news |original )?source(?:s|d from)? ?[:：] ?(?P<origin>{_SOURCE})[)\]]?\.?"
))  # fmt: skip
_FIRST_PUBLISHED = Form("origin", "tail", (
    r"(?:this (?:article|story|post|report|piece) )?(?:was )?(?:first|originally) (?:published|appeared)"
    rf"(?: (?:on|in|by|at))+ (?P<origin>{_SOURCE})\.?"
))  # fmt: skip

# ---------------------------------------------------------------- other stories
_OTHER_STORIES = Form("sidebar", "any", alternatives(
    r"""(?:related|recommended|popular|trending|latest|top|featured)
        (?: (?:articles?|stories|story|posts?|topics?|coverage|news|content|reading|links|now|for you))?:?""",
    r"(?:read|see|watch) (?:also|more|next|now):?|also (?:read|see|watch|on .{1,40}):?",
    r"more (?:on this(?: story| topic)?|stories|news|from .{1,60}|like this):?",
    r"you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in):?|don[’']t miss:?|up next:?",
    r"(?:most (?:read|popular|viewed|shared)|what to (?:read|know) next|editors?[’']? ?(?:s[’']? )?picks?):?",
), label=True)  # fmt: skip
_OTHER_STORY = Form("sidebar", "any", (
    r"(?:related|read also|also read|also see|see also|read more|read next|more|watch|listen|don[’']t miss|recommended)"
    r"(?: (?:story|article|news))?: ?\S.{3,160}"
))  # fmt: skip

# ---------------------------------------------------------------- pictures, authors, dates, rights
_AGENCY = r"(?:getty images?|afp|reuters|ap photo|epa|shutterstock|istock)"
_CAPTION = Form("caption", "any", alternatives(
    r"""[(\[]?(?:file )?(?:photo(?:graph)?|image|picture|pic|illustration|video|graphic)s?
        (?: (?:credit|source|caption))?(?: ?[:/|]| (?:by|courtesy(?: of)?)\b) ?[^.!?]{1,120}[.)\]]*""",
    r"(?:(?:photo |image )?credits?|caption) ?: ?[^.!?]{1,120}\.?",
    r"(?:enlarge this image|toggle caption|file photo)\b[^.!?]{0,100}|(?:photos?|images?|videos?|gallery)",
    r"[(\[]courtesy(?: of)? [^.!?]{2,100}[)\]]",
    rf"[(\[]?{_AGENCY}(?: ?[/|].{{1,60}})?[)\]]?",
))  # fmt: skip
_BYLINE = Form("byline", "head", alternatives(
    rf"(?:(?:written|reported|story|words|text|analysis|opinion) )?by:? {_NAMES}(?:{_GAP}[^.!?]{{0,120}})?",
    rf"(?:author|reporter|writer)s?: ?{_NAMES}.{{0,80}}",
    rf"{_NAMES}(?:, (?-i:[A-Z])[^|.]{{1,60}})?\s*[|·•–—-]\s*{_STAMP}",
    rf"{_NAMES}, {_STAMP}",
    r"by (?:our |a )?(?:own |special |[a-z]+ )?(?:correspondents?|reporters?|staff(?: writers?)?|agencies)",
    r"(?:our )?staff (?:writer|reporter|correspondent)s?|from our (?:own )?correspondent|news ?desk|web ?desk",
))  # fmt: skip
_CREDITS = Form("byline", "tail", alternatives(
    r"""[(\[]?(?:additional )?(?:reporting|writing|editing|compiled|translated|edited|written)
        (?: and (?:writing|editing))? by .{1,240}""",
    rf"(?:[\w.'’]+ )?{_NAMES} contributed (?:to this (?:report|story|article)|reporting)(?: from .{{2,60}})?\.?",
))  # fmt: skip
_DATELINE = Form("dateline", "head", alternatives(
    _STAMP,
    rf"{_PLACE}(?:, [\w. ]{{2,30}})?(?:,? {_DATE})? ?\((?-i:[A-Z])[\w ./]{{1,40}}\)(?: ?[-–—_]+)?",
    rf"{_PLACE},? {_DATE}(?: ?[-–—_]+)?",
    r"\d+ min(?:ute)?s?(?: read)?|reading time:? .{1,30}",
))  # fmt: skip
_COPYRIGHT = Form("copyright", "any", alternatives(
    r"(?:©|\(c\)|copyright ?(?:©|\(c\)|\d{4}|by\b|:)).{0,240}",
    r"this (?:material|article|content|story) may not be .{1,200}|(?:the )?views expressed .{1,200}",
))  # fmt: skip
# Seen from its end: no paragraph is searched for the words.
_RESERVED = Form("copyright", "tail", r"(?>.{0,220})(?:(?<=\ball rights reserved)|(?<=\ball rights reserved\.))")

_JOB = (
    r"(?:journalist|reporter|correspondent|writer|editor|author|columnist|contributor|blogger|photojournalist|novelist"
    r"|essayist|freelancer?|critic|commentator|producer|copywriter|content creator|intern)s?"
)
_BIOGRAPHY = Biography(
    opening=(
        rf"(?:about (?:the )?author:? ?)?(?P<name>{_NAME}|(?:the|this) (?:author|writer))(?:, .{{1,60}},)? "
        rf"(?:(?:is|was|has been)\b(?=[^.!?]{{0,120}}\b{_JOB}\b)|(?:writes|reports) (?:about|on|for|from)|covers)\b"
    ),
    clue=(
        r"\b(?:for|at|with|of|based|covers?|covering|brings?|writes?|reports?|speciali[sz]\w+|follow|award|passion\w*"
        r"|years?|e-?mail)\b|@\w+"
    ),
    story=(
        r"\b(?:said|says|told|added|arrested|detained|killed|died|injured|shot|missing|charged|sentenced|accused"
        r"|kidnapped|released|yesterday|today|(?:on|last|next|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    ),
)

FURNITURE = Furniture(
    forms=(
        _ADVERTISING, _SHARING, _SUBSCRIBING, _COMMENTS, _COMMENTING, _PARTING, _LINK, _ORIGIN, _FIRST_PUBLISHED,
        _OTHER_STORIES, _OTHER_STORY, _CAPTION, _BYLINE, _CREDITS, _DATELINE, _COPYRIGHT, _RESERVED,
    ),
    endings=(
        ("caption", r"[(\[](?:file )?(?:photo|image|picture|credit)s?\b[^)\]]{0,100}[)\]]\.?"),
        ("caption", rf"[(\[][^()\[\]]{{0,60}}{_AGENCY}[^()\[\]]{{0,40}}[)\]]"),
        ("caption", rf"(?:[/|] ?|\bvia )(?:{_AGENCY}|ap)"),
    ),
    biography=_BIOGRAPHY,
)  # fmt: skip
