"""English words that are written with a full stop, and words that open a sentence after one."""

from ..sentences import Abbreviations

_TITLES = """
    Adm Amb Br Capt Cdr Cmd Cmdr Col Cpl Det Dr Drs Fr Gen Gov Govs Hon Insp Lt Maj Messrs Mlle Mme Mr Mrs Ms
    Msgr Mx Pres Prof Pvt Rep Reps Rev Sen Sens Sgt Supt
"""
_BEFORE_NAMES = "Ft Mt Pt St Ste"
_WITHIN_PHRASES = "approx ca cf e.g i.e v viz vs"
_BEFORE_NUMBERS = "Fig Figs Nos Vol Vols p pp"

_MONTHS_AND_DAYS = """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun inst prox ult
"""
_COMPANIES = "Assn Bros Co Corp Cos Dept Inc LLC Ltd Plc Univ"
_PLACES = """
    Ala Ariz Ark Ave Bldg Blvd Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb
    Nev Okla Ont Ore Pa Penn Que Rd Tenn Tex Va Vt Wash Wis Wyo
"""
_OTHERS = "No al am est etc ft hr hrs Jr lb lbs mi min oz pm sec Sr"

_OPENERS = """
    A After All Also Although An And Another Any As At Because Before Both But By Despite During Each Earlier
    Even Every Few For From He Her Here His How However I If In Instead Is It Its Last Later Many Meanwhile More
    Moreover Most My Neither Nevertheless Nor Not Nothing Now Of On Once One Only Or Other Others Our Over She
    Since So Some Soon Still Such That The Their Then There Therefore These They This Those Though Three Thus To
    Today Two Under Unlike Until Up Was We Were What When Where Whether Which While Who Why With Without Yet You
    Your
"""

ABBREVIATIONS = Abbreviations(
    never=frozenset(f"{_TITLES} {_BEFORE_NAMES} {_WITHIN_PHRASES} {_BEFORE_NUMBERS}".split()),
    sometimes=frozenset(f"{_MONTHS_AND_DAYS} {_COMPANIES} {_PLACES} {_OTHERS}".split()),
    openers=frozenset(_OPENERS.split()),
)
