"""On which half of the world a document's seasons are those of its readers."""

import re
from urllib.parse import urlsplit

from ...kept import pattern
from ...model import Document

_PLACES = pattern(
    r"\b(?:Australia|New Zealand|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Hobart|Darwin|Auckland|Wellington|"
    r"Christchurch|Dunedin|Queensland|Tasmania|New South Wales|South Africa|Johannesburg|Cape Town|Durban|Pretoria|"
    r"Argentina|Buenos Aires|Chile|Santiago|Uruguay|Montevideo|Brazil|S[aã]o Paulo|Rio de Janeiro|Bolivia|Paraguay|"
    r"Zimbabwe|Harare|Namibia|Windhoek|Botswana|Mozambique|Maputo)\b",
    re.I,
)
#: Of the tz database: zones of countries that have four seasons, the other way round.
_ZONES = pattern(
    r"(?:Australia|Antarctica)/|Pacific/(?:Auckland|Chatham)|Africa/(?:Johannesburg|Harare|Windhoek|Gaborone|Maputo)|"
    r"America/(?:Argentina|Buenos_Aires|Santiago|Montevideo|Sao_Paulo|Asuncion|La_Paz)"
)
#: ISO 3166 codes, as in `en-AU` and in the names of hosts.
_COUNTRIES = frozenset("AU NZ ZA AR CL UY BR BO PY ZW NA BW MZ".split())  # noqa: SIM905
_DATELINE = pattern(r"([A-Z][\w .,’'-]{2,40}?)\s*(?:\([\w ]+\)\s*)?[-–—]\s")


def southern(document: Document) -> bool:
    """Is the publisher of the southern hemisphere? What is stated decides: its place, time zone, language, address.

    Without any of these, its name or the dateline may tell.
    """
    meta = document.meta
    if meta.place:
        return bool(_PLACES.search(meta.place))
    if meta.timezone:
        return bool(_ZONES.match(meta.timezone))
    region = meta.language.upper().partition("-")[2]
    if region:
        return region in _COUNTRIES
    host = urlsplit(meta.url).hostname if meta.url else None
    if host and host.rpartition(".")[2].upper() in _COUNTRIES:
        return True
    dateline = _DATELINE.match(document.text)
    return bool(_PLACES.search(f"{meta.publisher or ''} {dateline[1] if dateline else ''}"))
