"""Two reports of one story, written from templates: other countries, people and dates each time.

One report names weekdays ("on Sunday"), the other days of the month ("on the 10th"); together they tell when. What the
reports must come to is computed from the same plan, never read off a result.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

COUNTRIES = (
    ("Norway", "Norwegian", "Oslo"), ("Portugal", "Portuguese", "Lisbon"), ("Kenya", "Kenyan", "Nairobi"),
    ("Chile", "Chilean", "Santiago"), ("Vietnam", "Vietnamese", "Hanoi"), ("Hungary", "Hungarian", "Budapest"),
    ("Morocco", "Moroccan", "Rabat"), ("Canada", "Canadian", "Ottawa"),
)  # fmt: skip
GIVEN = ("Ada", "Boris", "Clara", "Dmitri", "Elena", "Farid", "Greta", "Hugo")
FAMILY = ("Lundqvist", "Abernathy", "Castellano", "Okonjo", "Vermeer", "Petrakis", "Halloran", "Nakata")
GROUPS = ("the Red Dawn", "the Black Lantern", "the Silver Hand", "the Iron Tide")


@dataclass(frozen=True, slots=True)
class Plan:
    """Who and when. Days: the attack, the first call, the vote, the call and the minister's statement."""

    first: tuple[str, str, str]  # country, adjective, capital
    second: tuple[str, str, str]
    third: tuple[str, str, str]
    leaders: tuple[str, str]
    minister: str
    group: str
    attack: date
    first_call: date
    vote: date
    call: date

    @property
    def people(self) -> set[str]:
        """Families and the group, by which a story is told from others."""
        return {name.split()[1] for name in (*self.leaders, self.minister)} | {self.group}

    @property
    def days(self) -> set[str]:
        """The days that a timeline of both reports must have, and no others."""
        return {d.isoformat() for d in (self.attack, self.first_call, self.vote, self.call)}


def plan(seed: int) -> Plan:
    """A plan by chance; the call falls on a Sunday, the vote two days before it, in one month."""
    chance = random.Random(seed)
    first, second, third = chance.sample(COUNTRIES, 3)
    given, family = chance.sample(GIVEN, 3), chance.sample(FAMILY, 3)
    names = [f"{g} {f}" for g, f in zip(given, family, strict=True)]
    call = date(chance.randint(2015, 2024), chance.randint(3, 12), chance.randint(12, 20))
    call += timedelta(days=(6 - call.weekday()) % 7)
    return Plan(
        first, second, third, (names[0], names[1]), names[2], chance.choice(GROUPS),
        call - timedelta(days=62), call - timedelta(days=50), call - timedelta(days=2), call,
    )  # fmt: skip


def month_day(day: date) -> str:
    """ "March 5"."""
    return f"{day:%B} {day.day}"


def ordinal(day: date) -> str:
    """ "the 5th"."""
    n = day.day
    suffix = "th" if 10 < n % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"the {n}{suffix}"


def weekday_report(p: Plan) -> str:
    """The report that names weekdays."""
    (_, one, _), (land, two, _), (_, three, capital) = p.first, p.second, p.third
    a, b = p.leaders
    return "\n".join(
        (
            f"{one} President {a} and {two} Prime Minister {b} held a telephone conversation on Sunday, while the "
            f"fighting in {land} went on. It lasted about 40 minutes.",
            f"On {month_day(p.vote)}, the UN Security Council failed to adopt a resolution on an arms embargo against "
            f"{land}, because of a {three} veto.",
            f"{three} Foreign Minister {p.minister} said on Sunday that {capital} favours a short pause in the "
            "fighting, but no embargo.",
            f"Fighters of {p.group} attacked {land} on {p.attack:%A}, {month_day(p.attack)}. More than 900 people "
            "died.",
        )
    )


def ordinal_report(p: Plan) -> str:
    """The report that names days of the month."""
    (country, one, _), (land, two, _) = p.first, p.second
    a, b = p.leaders
    first, second = a.split()[1], b.split()[1]
    return "\n".join(
        (
            f"{two} Prime Minister {b} spoke on the phone with {one} President {a} on {ordinal(p.call)} (local time) "
            "and voiced strong concern.",
            f"The office of Prime Minister {second} said in a statement that day that he had complained to President "
            f"{first} about arms.",
            f"{country}, a member of the UN Security Council, voted for a resolution calling for an arms embargo "
            f"against {land} on {ordinal(p.vote)} (local time).",
            f"The phone call between Prime Minister {second} and President {first} lasted about 40 minutes.",
            f"It was their second phone call since {p.group} attacked {land} on {month_day(p.attack)}. {a} and {b} had "
            f"their first phone call on {month_day(p.first_call)}.",
        )
    )
