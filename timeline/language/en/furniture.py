"""What English-language sites put around an article. Patterns match a whole block; capitals count only where marked (?-i:…)."""

from ..furniture import Biography, Form, Furniture, alternatives

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]{0,2} )?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_DAY}(?:{_NUMBER} {_MONTH}|{_MONTH} {_NUMBER})(?:,? \d{{4}})?|{_DAY}\d{{4}}[-/.]\d\d?[-/.]\d\d?|{_DAY}\d\d?[-/.]\d\d?[-/.]\d{{2,4}})"
_CLOCK = r"\d{1,2}(?:[:.]\d\d){0,2} ?(?:[ap]\.?m\b\.?)?(?: ?(?-i:[A-Z]{2,4}|UTC ?[+-]\d+|[+-]\d\d:?\d\d))?|t\d\d:\d\d\S*"
_STAMPED = r"(?:(?:first |originally |last )?(?:published|posted|updated|modified|created|issued|released|date|on|at)(?: on| at)?:? ?)"
_GAP = r"[\s|·•,;()/–—-]*"
_STAMP = rf"{_STAMPED}?{_DATE}(?:{_GAP}(?:{_STAMPED}|{_DATE}|{_CLOCK}|\d+ min(?:ute)?s?\b(?: read)?))*{_GAP}\.?"

_PARTICLE = r"(?:van|von|der|den|de|da|di|del|della|la|le|al|bin|ibn|ben|ter|dos|du)"
_NAME = rf"(?-i:[A-Z][\w.'’-]*(?: (?:{_PARTICLE} )*[A-Z][\w.'’-]*){{1,3}})"
_NAMES = rf"{_NAME}(?:(?:,| and| &|, and) {_NAME}){{0,4}}"
_SITE = r"(?:[\w-]+\.){1,4}[a-z]{2,8}\b(?:/\S*)?"
_SOURCE = rf"(?-i:[A-Z0-9@])[^.!?:;()\[\]]{{0,60}}|(?-i:{_SITE})|https?://\S+"
_JOB = r"""(?:journalist|reporter|correspondent|writer|editor|author|columnist|contributor|blogger|photojournalist|novelist|
    essayist|freelancer?|critic|commentator|producer|copywriter|content creator|intern)s?"""

_NETWORKS = r"""(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|e-?mail|print|messenger|copy link|tumblr|
    pocket|flipboard|instagram|youtube|tiktok|threads|bluesky|mastodon|sms|more)"""

_FORMS = (
    # ------------------------------------------------------------ prompts
    Form("prompt", "any", alternatives(
        r"advert(?:isement|ising)?|sponsored(?: content| by .{1,40})?|promoted(?: content)?",
        r"(?:story|article) continues (?:below|after)(?: (?:this |the )?(?:advertisement|ad|video|photo))?",
        r"(?:skip|jump) to (?:main |the )?content|scroll (?:down )?to continue(?: reading)?|loading(?:\.\.\.|…)",
        rf"share(?: (?:this|on|via)\b(?: .{{0,50}})?)?:?|(?:share(?: this)?:? ?)?(?:{_NETWORKS}\b[\s|,·•/&]*(?:and )?){{2,}}",
        r"click to (?:share|print|email|tweet)\b.{0,60}|(?:tweet|retweet|save|bookmark|listen|print)(?: this(?: article)?)?",
        r"""(?:please )?(?:sign up|subscribe|register)\b(?=.{0,160}\b(?:newsletters?|inbox|alerts?|updates|e-?mails?|channel|
            podcast|free|unlimited|account|digest|today))[^.!?]{0,220}[.!]?""",
        r"get .{1,80}\b(?:newsletter|in your inbox|to your inbox|delivered)\b.{0,120}",
        r"(?:follow|like|join|find) us on .{1,120}|download (?:the|our) .{1,40}\bapp\b.{0,60}",
        r"(?:we|this (?:web)?site|our (?:web)?site|by (?:continuing|using|clicking))\b.{0,80}\bcookies?\b.{0,200}",
        r"(?:accept|reject|manage)(?: all)? cookies|(?:log|sign) in(?: or (?:register|subscribe|sign up))?",
    )),
    Form("prompt", "tail", alternatives(
        r"(?:leave|post|write|add|submit) (?:a|your) (?:reply|comment|response)(?: to .{1,60})?(?: cancel reply)?",
        r"(?:\d+|no) (?:comments?|repl(?:y|ies)|responses?)(?: (?:on|to) .{1,120})?|comments?(?: \(\d+\))?:?",
        r"(?:view|show|load)(?: all| more)? (?:\d+ )?comments|join the (?:conversation|discussion)",
    ), label=True),
    Form("prompt", "tail", alternatives(
        r"cancel reply|comments (?:are closed|off)\.?|be the first to comment",
        r"your e-?mail address will not be published.{0,80}|required fields are marked.{0,10}",
        r"(?:you must be )?logged in to (?:post|leave|reply).{0,60}|log in to (?:reply|comment|leave a comment)",
        r"save my name, e-?mail.{0,100}|(?:name|e-?mail|website|comment)(?: ?\*)|notify me of .{1,60}",
        r"(?:thank you|thanks) for reading.{0,120}|support (?:our|independent|quality) journalism.{0,160}",
        r"(?:have|got) (?:a|any) (?:tip|news tip|story|question)s?\b.{0,120}|contact us(?: at .{1,60})?",
        r"(?:previous|next|older|newer) (?:article|post|story)\b.{0,120}|back to top|tags?:.{0,200}|filed under:?.{0,120}",
    )),
    # ------------------------------------------------------------ links to where the text came from
    Form("link", "tail", alternatives(
        r"(?:source|original|article|external|web|permanent|direct) link|permalink",
        r"(?:view|read|see|go to|find)(?: the)? (?:full|original|entire|complete|whole) (?:article|story|post|report|source|text|version)(?: (?:here|on|at) .{0,60}| here)?\.?",
        r"(?:link to )?(?:the )?original (?:article|source|post|story)(?: link)?|read (?:more )?(?:here|at .{1,40})",
        r"https?://\S+",
    )),
    Form("origin", "any", r"[(\[]? ?(?:news |original )?source(?:s|d from)? ?[:：] ?(?P<origin>" + _SOURCE + r")[)\]]?\.?"),
    Form("origin", "tail", r"""(?:this (?:article|story|post|report|piece) )?(?:was )?(?:first|originally) (?:published|appeared)
        (?: (?:on|in|by|at))+ (?P<origin>""".replace("\n        ", "") + _SOURCE + r")\.?"),
    # ------------------------------------------------------------ other stories
    Form("sidebar", "any", alternatives(
        r"(?:related|recommended|popular|trending|latest|top|featured)(?: (?:articles?|stories|story|posts?|topics?|coverage|news|content|reading|links|now|for you))?:?",
        r"(?:read|see|watch) (?:also|more|next|now):?|also (?:read|see|watch|on .{1,40}):?|more (?:on this(?: story| topic)?|stories|news|from .{1,60}|like this):?",
        r"(?:you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in)|don[’']t miss|most (?:read|popular|viewed|shared)|up next|what to (?:read|know) next|editors?[’']? ?(?:s[’']? )?picks?):?",
    ), label=True),
    Form("sidebar", "any", r"(?:related|read also|also read|also see|see also|read more|read next|more|watch|listen|don[’']t miss|recommended)(?: (?:story|article|news))?: ?\S.{3,160}"),
    # ------------------------------------------------------------ pictures
    Form("caption", "any", alternatives(
        r"[(\[]?(?:file )?(?:photo(?:graph)?|image|picture|pic|illustration|video|graphic)s?(?: (?:credit|source|caption))?(?: ?[:/|]| (?:by|courtesy(?: of)?)\b) ?[^.!?]{1,120}[.)\]]*",
        r"(?:(?:photo |image )?credits?|caption) ?: ?[^.!?]{1,120}\.?|(?:enlarge this image|toggle caption|file photo)\b[^.!?]{0,100}",
        r"[(\[]?(?:getty images?|shutterstock|ap photo|afp|reuters|epa|istock)(?: ?[/|].{1,60})?[)\]]?",
    )),
    # ------------------------------------------------------------ who and when
    Form("byline", "head", alternatives(
        rf"(?:(?:written|reported|story|words|text|analysis|opinion) )?by:? {_NAMES}(?:{_GAP}.{{0,120}})?",
        rf"(?:author|reporter|writer)s?: ?{_NAMES}.{{0,80}}",
        rf"{_NAMES}(?:, (?-i:[A-Z])[^|.]{{1,60}})?\s*[|·•–—-]\s*{_STAMP}",
        rf"{_NAMES}, {_STAMP}",
        r"by (?:our |a )?(?:own |staff |special |foreign |[a-z]+ )?(?:correspondents?|reporters?|staff(?: writers?)?|agencies|newsroom)",
        r"(?:our )?staff (?:writer|reporter|correspondent)s?|from our (?:own )?correspondent|news ?desk|web ?desk",
    )),
    Form("byline", "tail", r"[(\[]?(?:additional )?(?:reporting|writing|editing|compiled|translated|edited|written)(?: and (?:writing|editing))? by .{1,240}"),
    Form("dateline", "head", alternatives(
        _STAMP,
        rf"(?-i:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){{0,3}})(?:, [\w. ]{{2,30}})?(?:,? {_DATE})? ?\((?-i:[A-Z])[\w ./]{{1,40}}\)(?: ?[-–—_]+)?",
        rf"(?-i:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){{0,3}}),? {_DATE}(?: ?[-–—_]+)?",
        r"\d+ min(?:ute)?s?(?: read)?|reading time:? .{1,30}",
    )),
    # ------------------------------------------------------------ rights
    Form("copyright", "any", alternatives(
        r"(?:©|\(c\)|copyright ?(?:©|\(c\)|\d{4}|by\b|:)).{0,240}",
        r"this (?:material|article|content|story) may not be .{1,200}|(?:the )?views expressed .{1,200}",
    )),
    Form("copyright", "tail", r".{0,200}\ball rights reserved\.?"),
)  # fmt: skip

_ENDINGS = (
    ("caption", r"[(\[](?:file )?(?:photo|image|picture|credit)s?\b[^)\]]{0,100}[)\]]\.?"),
    ("caption", r"[(\[][^()\[\]]{0,60}(?:getty images|afp|reuters|ap photo|epa|shutterstock)[^()\[\]]{0,40}[)\]]"),
    ("caption", r"(?:[/|] ?|\bvia )(?:getty images|afp|reuters|ap|epa|shutterstock)"),
)

_BIOGRAPHY = Biography(
    opening=rf"(?:about (?:the )?author:? ?)?(?P<name>{_NAME}|(?:the|this) (?:author|writer))(?:, .{{1,60}},)?"
    rf" (?:(?:is|was|has been)\b(?=[^.!?]{{0,120}}\b{_JOB}\b)|(?:writes|reports|blogs) (?:about|on|for|from)|covers)\b",
    clue=r"\b(?:for|at|with|of|based|covers?|covering|brings?|writes?|reports?|specialis\w+|specializ\w+|follow|award|passion\w*|years?|@\w+|e-?mail)\b",
    story=r"\b(?:said|says|told|added|arrested|detained|killed|died|injured|shot|missing|charged|sentenced|accused|kidnapped|released|yesterday|today|(?:on|last|next|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
)

FURNITURE = Furniture(_FORMS, _ENDINGS, _BIOGRAPHY)
