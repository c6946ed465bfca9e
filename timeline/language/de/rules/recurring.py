"""Times that recur, and references that name no date: "jeden Montag", "täglich", "zweimal im Jahr", "derzeit"."""

from ....algebra.terms import Duration, Fields, Recurrence, Term, TimeOfDay, Vague
from ...grammar import RuleBook
from .common import COUNT

BOOK = RuleBook()
rule = BOOK.rule


@rule(
    "every-weekday",
    "EVERYWORD [ ORD | ORDNUM ] ( WEEKDAY | WEEKDAYPART ) [ im monat ]",
    {
        "jeden Montag": "Recurrence(of=Fields(weekday=1), quant='EVERY')",
        "jeden zweiten Dienstag im Monat": "Recurrence(of=Fields(weekday=2), quant='EVERY')",
    },
)
def every_weekday(everyword: str, weekday: int | None = None, weekdaypart: tuple[int, str] | None = None) -> Term:
    if weekdaypart:
        return Recurrence(TimeOfDay(Fields(weekday=weekdaypart[0]), part=weekdaypart[1]), everyword)
    return Recurrence(Fields(weekday=weekday), everyword)


@rule(
    "every-unit", "EVERYWORD UNIT", {"jedes Jahr": "Recurrence(of=Duration(amounts=((1.0, 'year'),)), quant='EVERY')"}
)
def every_unit(everyword: str, unit: str) -> Term | None:
    if unit in ("second", "minute", "half"):
        return None
    return Recurrence(Duration(((1.0, unit),)), everyword)


@rule(
    "every-units",
    f"alle {COUNT} UNITS",
    {"alle zwei Wochen": "Recurrence(of=Duration(amounts=((2.0, 'week'),)), quant='EVERY')"},
)
def every_units(n: object, units: str) -> Term:
    return Recurrence(Duration(((None if n == "X" else float(n), units),)), "EVERY")  # type: ignore[arg-type]


@rule(
    "every-date",
    "EVERYWORD ( MONTH | SEASON | PART )",
    {"jeden Morgen": "Recurrence(of=TimeOfDay(day=Fields(), part='MO'), quant='EVERY')"},
)
def every_date(everyword: str, month: int | None = None, season: str | None = None, part: str | None = None) -> Term:
    return Recurrence(TimeOfDay(Fields(), part=part) if part else Fields(month=month, season=season), everyword)


@rule("weekdays", "WEEKDAYS [ PARTS ]", {"montags": "Recurrence(of=Fields(weekday=1))"}, not_in=["Freitags-Gebet"])
def weekdays(weekdays: int, parts: str | None = None) -> Term:
    day = Fields(weekday=weekdays)
    return Recurrence(TimeOfDay(day, part=parts) if parts else day)


@rule("kind-of-day", "DAYKIND", {"werktags": "Recurrence(of=Vague(ref='XXXX-WXX-WD'))"})
def kind_of_day(daykind: str) -> Term:
    return Recurrence(Vague(f"XXXX-WXX-{daykind}"))


@rule("parts", "PARTS", {"nachts": "Recurrence(of=TimeOfDay(day=Fields(), part='NI'))"})
def daily_parts(parts: str) -> Term:
    return Recurrence(TimeOfDay(Fields(), part=parts))


@rule(
    "frequency",
    "[ TIMES ] FREQ",
    {"täglich": "Recurrence(of=Duration(amounts=((1.0, 'day'),)))"},
)
def frequency(freq: str, times: str | None = None) -> Term:
    length = (6.0, "month") if freq == "half" else (1.0, freq)
    return Recurrence(Duration((length,)), None, times)


@rule(
    "times-a-unit",
    "TIMES ( im | am | pro | in der | je ) UNIT",
    {"zweimal im Jahr": "Recurrence(of=Duration(amounts=((1.0, 'year'),)), freq='2X')"},
)
def times_a_unit(times: str, unit: str) -> Term | None:
    return Recurrence(Duration(((1.0, unit),)), None, times) if unit != "half" else None


@rule("per-unit", "pro UNIT", {"pro Monat": "Recurrence(of=Duration(amounts=((1.0, 'month'),)), quant='EACH')"})
def per_unit(unit: str) -> Term | None:
    return Recurrence(Duration(((1.0, unit),)), "EACH") if unit not in ("second", "minute", "hour", "half") else None


@rule("reference", "REF", {"derzeit": "Vague(ref='PRESENT_REF')"})
def reference(ref: str) -> Term:
    return Vague(ref)
