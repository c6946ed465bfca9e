"""Places whose clocks are known: which zone of the IANA database a city, or a country with one zone, keeps."""

import re
from functools import cache

from ...kept import pattern

#: Cities as datelines and the names of newspapers have them, and countries with one zone. Names that are words or
#: persons as well ("Nice", "Victoria"), and cities of one name in several zones, are left out.
_NAMES = {
    "Africa/Abidjan": "Abidjan, Ivory Coast",
    "Africa/Accra": "Accra, Ghana",
    "Africa/Addis_Ababa": "Addis Ababa, Ethiopia",
    "Africa/Algiers": "Algiers, Algeria",
    "Africa/Cairo": "Cairo, Egypt",
    "Africa/Casablanca": "Casablanca, Rabat, Marrakesh, Morocco",
    "Africa/Dakar": "Dakar, Senegal",
    "Africa/Dar_es_Salaam": "Dar es Salaam, Dodoma, Tanzania",
    "Africa/Harare": "Harare, Zimbabwe",
    "Africa/Johannesburg": "Johannesburg, Cape Town, Pretoria, Durban, South Africa",
    "Africa/Kampala": "Kampala, Uganda",
    "Africa/Khartoum": "Khartoum, Sudan",
    "Africa/Lagos": "Lagos, Abuja, Kano, Maiduguri, Nigeria",
    "Africa/Luanda": "Luanda, Angola",
    "Africa/Nairobi": "Nairobi, Mombasa, Kenya",
    "Africa/Tripoli": "Tripoli, Benghazi, Libya",
    "Africa/Tunis": "Tunis, Tunisia",
    "America/Argentina/Buenos_Aires": "Buenos Aires, Argentina",
    "America/Bogota": "Bogota, Bogotá, Medellín, Colombia",
    "America/Caracas": "Caracas, Venezuela",
    "America/Chicago": "Chicago, Houston, Dallas, New Orleans, St. Louis, Minneapolis, Milwaukee",
    "America/Costa_Rica": "Costa Rica",
    "America/Denver": "Denver, Salt Lake City, Albuquerque",
    "America/Guatemala": "Guatemala City, Guatemala",
    "America/Havana": "Havana, Cuba",
    "America/La_Paz": "La Paz, Bolivia",
    "America/Lima": "Lima, Peru",
    "America/Los_Angeles": "Los Angeles, San Francisco, Seattle, San Diego, Las Vegas, Sacramento",
    "America/Mexico_City": "Mexico City, Guadalajara",
    "America/New_York": "Washington, New York, Boston, Philadelphia, Atlanta, Miami, Detroit, Baltimore, Pittsburgh, "
    "Cincinnati, Charlotte",
    "America/Panama": "Panama City, Panama",
    "America/Phoenix": "Phoenix",
    "America/Sao_Paulo": "São Paulo, Sao Paulo, Rio de Janeiro, Brasília, Brasilia",
    "America/Toronto": "Toronto, Ottawa, Montreal, Quebec",
    "America/Vancouver": "Vancouver",
    "Asia/Almaty": "Almaty, Astana",
    "Asia/Baghdad": "Baghdad, Mosul, Basra, Iraq",
    "Asia/Baku": "Baku, Azerbaijan",
    "Asia/Bangkok": "Bangkok, Thailand",
    "Asia/Beirut": "Beirut, Lebanon",
    "Asia/Colombo": "Colombo, Sri Lanka",
    "Asia/Damascus": "Damascus, Aleppo, Syria",
    "Asia/Dhaka": "Dhaka, Bangladesh",
    "Asia/Dubai": "Dubai, Abu Dhabi, United Arab Emirates",
    "Asia/Gaza": "Gaza, Gaza City, Ramallah",
    "Asia/Ho_Chi_Minh": "Hanoi, Ho Chi Minh City, Vietnam",
    "Asia/Hong_Kong": "Hong Kong",
    "Asia/Jakarta": "Jakarta",
    "Asia/Jerusalem": "Jerusalem, Tel Aviv, Haifa, Israel",
    "Asia/Kabul": "Kabul, Kandahar, Afghanistan",
    "Asia/Karachi": "Karachi, Islamabad, Lahore, Peshawar, Pakistan",
    "Asia/Kathmandu": "Kathmandu, Nepal",
    "Asia/Kolkata": "New Delhi, Delhi, Mumbai, Kolkata, Chennai, Bengaluru, Hyderabad, India, Hindustan",
    "Asia/Kuala_Lumpur": "Kuala Lumpur, Malaysia",
    "Asia/Kuwait": "Kuwait, Kuwait City",
    "Asia/Manila": "Manila, Philippines, Philippine",
    "Asia/Pyongyang": "Pyongyang, North Korea",
    "Asia/Qatar": "Doha, Qatar",
    "Asia/Riyadh": "Riyadh, Jeddah, Saudi Arabia",
    "Asia/Seoul": "Seoul, Busan, South Korea, Korea, Donga, Chosun, JoongAng, Hankyoreh, Yonhap",
    "Asia/Shanghai": "Beijing, Shanghai, Guangzhou, Shenzhen, Wuhan, China, Xinhua",
    "Asia/Singapore": "Singapore",
    "Asia/Taipei": "Taipei, Taiwan",
    "Asia/Tashkent": "Tashkent",
    "Asia/Tbilisi": "Tbilisi",
    "Asia/Tehran": "Tehran, Iran",
    "Asia/Tokyo": "Tokyo, Osaka, Kyoto, Hiroshima, Japan, Asahi, Mainichi, Yomiuri, Kyodo",
    "Asia/Yangon": "Yangon, Rangoon, Myanmar",
    "Asia/Yerevan": "Yerevan, Armenia",
    "Atlantic/Reykjavik": "Reykjavik, Iceland",
    "Australia/Brisbane": "Brisbane",
    "Australia/Melbourne": "Melbourne",
    "Australia/Sydney": "Sydney, Canberra",
    "Europe/Amsterdam": "Amsterdam, The Hague, Rotterdam, Netherlands",
    "Europe/Athens": "Athens, Greece",
    "Europe/Belgrade": "Belgrade, Serbia",
    "Europe/Berlin": "Berlin, Munich, München, Hamburg, Frankfurt, Cologne, Köln, Bonn, Germany, Deutschland",
    "Europe/Brussels": "Brussels, Antwerp, Belgium",
    "Europe/Bucharest": "Bucharest, Romania",
    "Europe/Budapest": "Budapest, Hungary",
    "Europe/Copenhagen": "Copenhagen, Denmark",
    "Europe/Dublin": "Dublin, Ireland",
    "Europe/Helsinki": "Helsinki, Finland",
    "Europe/Istanbul": "Istanbul, Ankara, Izmir",
    "Europe/Kyiv": "Kyiv, Kiev, Kharkiv, Lviv, Odesa, Ukraine",
    "Europe/Lisbon": "Lisbon",
    "Europe/London": "London, Manchester, Edinburgh, Glasgow, Liverpool, Belfast, Cardiff, Britain, United Kingdom, "
    "BBC",
    "Europe/Madrid": "Madrid, Barcelona",
    "Europe/Minsk": "Minsk, Belarus",
    "Europe/Moscow": "Moscow, St. Petersburg",
    "Europe/Oslo": "Oslo, Norway",
    "Europe/Paris": "Paris, Marseille, Lyon, Strasbourg",
    "Europe/Prague": "Prague, Czech Republic",
    "Europe/Riga": "Riga, Latvia",
    "Europe/Rome": "Rome, Milan, Naples, Italy",
    "Europe/Sofia": "Sofia, Bulgaria",
    "Europe/Stockholm": "Stockholm, Sweden",
    "Europe/Tallinn": "Tallinn, Estonia",
    "Europe/Vienna": "Vienna, Wien, Salzburg, Austria, Österreich",
    "Europe/Vilnius": "Vilnius, Lithuania",
    "Europe/Warsaw": "Warsaw, Kraków, Gdańsk, Poland",
    "Europe/Zagreb": "Zagreb, Croatia",
    "Europe/Zurich": "Zurich, Zürich, Geneva, Bern, Basel, Switzerland, Schweiz",
    "Pacific/Auckland": "Auckland, Wellington, New Zealand",
    "Pacific/Honolulu": "Honolulu, Hawaii",
}

#: Zones that are written behind clock times, by the letters that the lexicons keep of them.
LETTERS = {
    "Z": "UTC",
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "BST": "Europe/London",
    "CET": "Europe/Berlin",
    "IST": "Asia/Kolkata",
    "JST": "Asia/Tokyo",
}


def zone_of(words: str) -> tuple[str, str] | None:
    """(zone, the name that tells it) of the places named in some words; None where they name none, or several zones."""
    found = {_zones()[name.casefold()]: name for name in _pattern().findall(words)}
    return next(iter(found.items())) if len(found) == 1 else None


@cache
def _zones() -> dict[str, str]:
    return {name.casefold(): zone for zone, names in _NAMES.items() for name in names.split(", ")}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted((name for names in _NAMES.values() for name in names.split(", ")), key=len, reverse=True)
    return pattern(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
