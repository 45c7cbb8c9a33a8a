"""Furniture of a page behind the last sentence of a paragraph: a credit, a reading time, initials, a button.

The forms are closed, in every language of origin: a word for picture or source with an agency or a name behind it, a
word for reading time with its minutes, the agency with the initials of its editors, labels of buttons. Nothing is
taken but the furniture itself, and only where an end mark stands before it.
"""

from __future__ import annotations

from typing import Final

from cleanup.article import Span
from cleanup.passes.metadata.lines import AGENCY
from cleanup.pattern import kept_pattern

_LONGEST: Final = 120
_AGENCY: Final = (
    rf"(?:{AGENCY}|BELGA|ΑΠΕ(?:-ΜΠΕ)?|Укрінформ|УНІАН|ТАСС|РИА Новости|Reporters|ABACAPRESS"
    r"|Isopix|Hollandse Hoogte|Scanpix|LUSA|MTI|ANSA|Contrasto|Divulgação|Disclosure|Reprodução|Handout|Reproduction"
    r"|[Aa]rchiv(?:e|es|o|io|um|bild)?"
    r"|Arquivo|arşiv|arhivă)"
)
_UPPER: Final = r"[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŹŻŽΑ-ΩА-ЯЁЄІЇҐ]"
_PERSON: Final = rf"{_UPPER}[\w’'.-]*(?: (?:(?:de|da|del|van|von|der|den|la|le|di) )*{_UPPER}[\w’'.-]+){{1,2}}"
_VALUE: Final = rf"(?:{_AGENCY}|{_PERSON})(?: ?[/,|] ?(?:{_AGENCY}|{_PERSON}))*"
_PICTURE: Final = (
    r"(?:[Ff]oto(?:s|ğraf|grafía|grafia|grafie|graf|grafi)?|FOTO|[Pp]hotos?|PHOTO|[Cc]r[ée]dits? photo"
    r"|[Pp]hoto credits?|[Ss]ursa foto|[Zz]dj(?:ęcie|\.)|Bild|[Ii]magen|[Ii]mmagine|[Ii]magem|[Ii]mage|[Bb]eeld"
    r"|[Ff]otó|[Kk]uva|Φωτογραφία|Φωτό|Фото|Снимка)"
)
_SOURCE: Final = (
    r"(?:[Ss]ource|[Kk]aynak|[Źź]ródło|[Ff]uente|[Ff]onte|[Qq]uelle|[Bb]ron|[Kk]älla|[Kk]ilde|[Ss]ursa|[Zz]droj|[Ff]orrás"
    r"|Πηγή|Источник|Джерело)"
)
_READING: Final = (
    r"(?:[Rr]eading [Tt]ime|[Tt]ime (?:to|of) read(?:ing)?|[Ll]esezeit|[Tt]emps de lecture|[Tt]empo di lettura"
    r"|[Tt]iempo de lectura|[Tt]empo de leitura|[Ll]eestijd|[Ll]ästid|[Ll]æsetid|[Ll]esetid|[Cc]zas czytania"
    r"|[Oo]kuma süresi|[Tt]imp de citire|[Tt]emps de lectura|[Dd]oba čtení|Время чтения|Час читання)"
)
_MINUTES: Final = r"\d{1,2} ?(?:[’'′]|[Mm]in(?:\.|ut(?:e|es|en|i|os|s|er|y|ów)?\.?)?|dakika|dk\.?|perc|мин\.?|хв\.?)"
_WITH: Final = r"(?:with|avec|con|mit|com|met|z|cu|med|amb)"
_BUTTON: Final = (
    r"(?:Share|Condividi|Compartir|Comparteix|Partager|Teilen|Udostępnij|Compartilhe|Compartilhar|Partilhar|Delen|Deel"
    r"|Paylaş|Distribuie|Dela|Поделиться|Поділитися|Κοινοποίηση|Agencias|Agenzie|Agences|Agências"
    r"|Read also|See also|Leggi anche|L[ée]a también|Lee también|Llegiu també|(?:À )?[Ll]ire aussi|Lesen Sie auch"
    r"|Lies auch|Leia também|Lees ook|Czytaj (?:też|także|również)|Citește și|Läs också|Læs også|Les også"
    r"|Přečtěte si|Читайте також|Читайте также|Διαβάστε επίσης|Ayrıca okuyun)"
)
_INITIALS: Final = r"[a-z]{2,5}/"
_TAIL: Final = (
    r"[.!?…][”\"»)’]*\s+(?P<tail>(?:"
    rf"(?P<credit>[(\[]?{_PICTURE} ?[:/©] ?{_VALUE}[)\]]?\.?|[(\[]?[Ff]ot\.? ?:? ?{_VALUE}[)\]]?|{_PICTURE} {_AGENCY}"
    rf"(?: ?/ ?(?:{_AGENCY}|{_PERSON}))?|© ?{_VALUE}|{_SOURCE} ?: ?{_AGENCY}(?: ?[/,] ?{_AGENCY})*\.?)"
    rf"|[(\[]?{_READING}(?: ?:)? ?(?:ca\.? |about |env\. |circa |approx\. )?{_MINUTES}[)\]]?"
    rf"|\({_AGENCY}\)(?: {_INITIALS})+|(?:{_INITIALS} ?){{1,3}}"
    rf"|{_AGENCY} ?/ ?(?:[a-z]{{2,4}}(?:/[a-z]{{2,4}})?|{_PERSON})"
    rf"|{_PERSON} ?/ ?{AGENCY}|\({_WITH} {_AGENCY}\)|Getty Images|BELGA|{_BUTTON} ?:?"
    r"))$"
)


def tail_of(text: str, paragraph: Span) -> tuple[Span, str] | None:
    """The furniture behind the last end mark of a paragraph, with its rule; None where there is none."""
    end = paragraph.end
    while end > paragraph.start and text[end - 1].isspace():
        end -= 1
    match = kept_pattern(_TAIL).search(text, max(paragraph.start, end - _LONGEST), end)
    if match is None:
        return None
    return Span(match.start("tail"), end, "page"), "photo-credit" if match["credit"] else "page-line"
