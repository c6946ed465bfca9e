"""German words that are written with a full stop, and words that open a sentence after one."""

from ..sentences import Abbreviations

_TITLES = "Dipl Dr Fr Frl Hr Hrn Ing Mag Prof Priv St"
_WITHIN_PHRASES = """
    a bes bspw bzgl bzw ca d d.h ehem etwa evtl gem ggf inkl insb max min o.ä rd sog u u.a v v.a vgl z z.B z.T zit
"""
_BEFORE_NUMBERS = "Abb Abs Art Az Bd Kap Nr Nrn Rn S Sp Tel Z Ziff"

_MONTHS_AND_DAYS = """
    Jan Feb Febr Mrz Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Mo Di Mi Do Fr Sa So
"""
_OTHERS = "Chr Co Corp Inc Jh Jhd Mio Mrd Std Str al etc geb gest jr km min sen usf usw u.Ä v.Chr n.Chr"

_OPENERS = """
    Aber Alle Allerdings Als Also Am An Auch Auf Aus Bei Beide Beim Bis Bisher Da Dabei Dafür Dagegen Damals Damit
    Danach Dann Daran Darauf Darin Das Dass Dazu Dem Den Denn Dennoch Der Deren Des Deshalb Dessen Die Dies Diese
    Diesem Diesen Dieser Dieses Doch Dort Durch Ein Eine Einem Einen Einer Eines Einige Er Erst Es Etwa Falls Für
    Gegen Gerade Gestern Hat Heute Hier Hinter Ich Ihm Ihn Ihr Ihre Im In Inzwischen Ist Ja Jeder Jedoch Jetzt Kein
    Keine Man Manche Mehr Mehrere Mit Nach Nachdem Nein Nicht Noch Nun Nur Ob Obwohl Oder Ohne Schon Sein Seine Seit
    Seitdem Sie Sind So Sobald Sogar Sollte Sondern Statt Trotz Trotzdem Über Um Und Uns Unser Unter Viele Vom Von
    Vor War Warum Was Weil Weitere Welche Wenn Wer Wie Wieder Wir Wird Wo Während Wurde Zu Zudem Zuletzt Zum
    Zunächst Zur Zwar Zwei Zwischen
"""

ABBREVIATIONS = Abbreviations(
    never=frozenset(f"{_TITLES} {_WITHIN_PHRASES} {_BEFORE_NUMBERS}".split()),
    sometimes=frozenset(f"{_MONTHS_AND_DAYS} {_OTHERS}".split()),
    openers=frozenset(_OPENERS.split()),
    ordinals=True,
)
