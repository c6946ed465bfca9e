"""Days that have a name: which day they are in a year."""

from collections.abc import Callable

from ...algebra.calendar import easter, ordinal, weekday

Rule = Callable[[int], int]


def fixed(month: int, day: int) -> Rule:
    """The same day every year."""
    return lambda year: ordinal(year, month, day)


def from_easter(days: int) -> Rule:
    """Counted from western Easter Sunday."""
    return lambda year: easter(year) + days


def nth(n: int, iso_weekday: int, month: int, shift: int = 0) -> Rule:
    """The n-th weekday of a month (negative: from its end), or some days after it."""

    def at(year: int) -> int:
        if n > 0:
            first = ordinal(year, month)
            return first + (iso_weekday - weekday(first)) % 7 + 7 * (n - 1) + shift
        last = ordinal(year + month // 12, month % 12 + 1) - 1
        return last - (weekday(last) - iso_weekday) % 7 + 7 * (n + 1) + shift

    return at


def from_advent(days: int) -> Rule:
    """Counted from the first Sunday of Advent, the fourth before Christmas."""

    def at(year: int) -> int:
        christmas = ordinal(year, 12, 25)
        return christmas - weekday(christmas) - 21 + days

    return at


def in_leap_years(rule: Rule) -> Callable[[int], int | None]:
    """Only in years that four divides."""
    return lambda year: rule(year) if year % 4 == 0 else None


def once(year: int, month: int, day: int) -> int:
    """A day that names one event."""
    return ordinal(year, month, day)


#: By key; a key is the English name in lower case.
RULES: dict[str, Callable[[int], int | None]] = {
    "super tuesday": in_leap_years(nth(1, 2, 3)),
    "new year's day": fixed(1, 1),
    "new year's eve": fixed(12, 31),
    "christmas": fixed(12, 25),
    "christmas eve": fixed(12, 24),
    "boxing day": fixed(12, 26),
    "valentine's day": fixed(2, 14),
    "st patrick's day": fixed(3, 17),
    "st david's day": fixed(3, 1),
    "st george's day": fixed(4, 23),
    "st andrew's day": fixed(11, 30),
    "burns night": fixed(1, 25),
    "waitangi day": fixed(2, 6),
    "lady day": fixed(3, 25),
    "cinco de mayo": fixed(5, 5),
    "trafalgar day": fixed(10, 21),
    "hogmanay": fixed(12, 31),
    "holocaust memorial day": fixed(1, 27),
    "world aids day": fixed(12, 1),
    "april fools' day": fixed(4, 1),
    "may day": fixed(5, 1),
    "halloween": fixed(10, 31),
    "all saints' day": fixed(11, 1),
    "guy fawkes night": fixed(11, 5),
    "veterans day": fixed(11, 11),
    "armistice day": fixed(11, 11),
    "remembrance day": fixed(11, 11),
    "independence day": fixed(7, 4),
    "juneteenth": fixed(6, 19),
    "bastille day": fixed(7, 14),
    "australia day": fixed(1, 26),
    "anzac day": fixed(4, 25),
    "canada day": fixed(7, 1),
    "epiphany": fixed(1, 6),
    "midsummer's day": fixed(6, 24),
    "candlemas": fixed(2, 2),
    "michaelmas": fixed(9, 29),
    "inauguration day": fixed(1, 20),
    "flag day": fixed(6, 14),
    "groundhog day": fixed(2, 2),
    "earth day": fixed(4, 22),
    "victory day": fixed(5, 9),
    "international women's day": fixed(3, 8),
    "liberation day": fixed(8, 15),
    "children's day": fixed(5, 5),
    "orthodox christmas": fixed(1, 7),
    "easter": from_easter(0),
    "good friday": from_easter(-2),
    "easter monday": from_easter(1),
    "palm sunday": from_easter(-7),
    "mothering sunday": from_easter(-21),
    "maundy thursday": from_easter(-3),
    "ash wednesday": from_easter(-46),
    "shrove tuesday": from_easter(-47),
    "ascension day": from_easter(39),
    "pentecost": from_easter(49),
    "whit monday": from_easter(50),
    "corpus christi": from_easter(60),
    "trinity sunday": from_easter(56),
    "thanksgiving": nth(4, 4, 11),
    "black friday": nth(4, 4, 11, 1),
    "cyber monday": nth(4, 4, 11, 4),
    "labor day": nth(1, 1, 9),
    "memorial day": nth(-1, 1, 5),
    "martin luther king day": nth(3, 1, 1),
    "presidents day": nth(3, 1, 2),
    "columbus day": nth(2, 1, 10),
    "mother's day": nth(2, 7, 5),
    "father's day": nth(3, 7, 6),
    "election day": nth(1, 1, 11, 1),
    "st nicholas day": fixed(12, 6),
    "immaculate conception": fixed(12, 8),
    "walpurgis night": fixed(4, 30),
    "swiss national day": fixed(8, 1),
    "assumption day": fixed(8, 15),
    "german unity day": fixed(10, 3),
    "austrian national day": fixed(10, 26),
    "reformation day": fixed(10, 31),
    "all souls' day": fixed(11, 2),
    "st martin's day": fixed(11, 11),
    "shrove monday": from_easter(-48),
    "holy saturday": from_easter(-1),
    "repentance day": from_advent(-11),
    "sunday of the dead": from_advent(-7),
    "first advent": from_advent(0),
}

#: Names of one event, not of a day of every year.
ONCE: dict[str, int] = {
    "d-day": once(1944, 6, 6),
    "ve day": once(1945, 5, 8),
    "vj day": once(1945, 8, 15),
    "black tuesday": once(1929, 10, 29),
    "9/11": once(2001, 9, 11),
    "7/7": once(2005, 7, 7),
}


def day_of(key: str, year: int) -> int | None:
    """Day number of a named day in a year; year 0 asks for a day that happened once. None where it is not known."""
    if year == 0:
        return ONCE.get(key)
    rule = RULES.get(key)
    if rule is not None:
        return rule(year)
    return _movable(key, year)


def _movable(key: str, year: int) -> int | None:
    """Feasts of other calendars, from the holidays library's tables."""
    from .movable import day_of as movable_day

    return movable_day(key, year)
