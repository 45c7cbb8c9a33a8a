"""What the head of a page says of an article: date, time, section, author, agency and reading time, in every shape.

`STAMP` is such a line as a whole; `read_front` finds the same in front of a paragraph, where the text goes on.
"""

from __future__ import annotations

from typing import Final

import regex

from cleanup.passes.metadata.lines import AGENCY
from cleanup.pattern import kept_pattern

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
    r"|JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)"
)
_WEEKDAY: Final = (
    r"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?=[.,\s])\.?),?\s+(?:the\s+)?)"
)
# Behind a part stands no letter, unless the text ran into it: 2:06 p.m.Since Tuesday.
_STUCK: Final = r"[A-ZÀ-Þ][a-zà-ÿ]"
_END: Final = rf"(?:(?!\w)|(?={_STUCK}|A\s[a-z]))"
_NUMERIC_DATE: Final = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}|\d{1,2}\.\s\d{1,2}\.\s(?:19|20)\d{2}"
    rf"|(?:19|20)\d{{2}}[./-]\s?\d{{1,2}}[./-]\s?\d{{1,2}}\.?)(?!%){_END}"
)
_WRITTEN_DATE: Final = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.|º)?\s+(?:of\s+)?{_MONTH}(?:\s+of)?,?\s+(?:19|20)\d{{2}}{_END}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d{{2}}{_END}"
    rf"|(?:19|20)\d{{2}}\.?\s{_MONTH}\s\d{{1,2}}\.?(?!\w))"
)
_DATE: Final = (
    rf"(?:{_WEEKDAY}?(?:{_NUMERIC_DATE}|{_WRITTEN_DATE})"
    r"(?:,\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\w))?)"
)
_DAY: Final = rf"(?:{_WEEKDAY}?(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s{_MONTH}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?)(?![\w.]))"
_ZONE: Final = r"(?:CES?T|GMT|UTC|BST|TSI|BRT|E[SD]T|EES?T|MSK)"
_TIME: Final = (
    r"(?:(?:hours?\s|h\s)?\d{1,2}(?:[:.h]|\s?h\s?)\d{2}(?::\d{2})?(?:\s?(?:[ap]\.?\s?m\.?|[AP]M|hours|hrs|h\.?|Uhr"
    rf"|(?:o[’'‘])?clock))?(?:\s\(?{_ZONE}\)?)?{_END}|\d{{1,2}}\s?[ap]\.?m\.?{_END})"
)
_AGO: Final = (
    r"(?:(?:\d+|an?|one|two|three)\s(?:minutes?|min\.?|hours?|days?)\sago(?!\w)"
    rf"|(?:[Tt]oday|[Yy]esterday)(?:,|,?\sat)?\s(?={_TIME}))"
)
_LABEL: Final = (
    r"(?:(?:[Ff]irst|[Ll]ast|[Oo]riginally|[Aa]rticle|[Nn]ews)\s+)?(?:[Pp]ublished|[Pp]osted|[Uu]pdated?|[Mm]odified"
    r"|[Cc]reated|[Pp]ublication(?:\s+[Dd]ate)?|[Dd]ate(?:\s+of\s+publication)?|[Rr]elease\s+[Dd]ate|[Ee]ntered"
    r"|[Uu]ploaded|[Mm]odification|[Uu]pdating|[Aa]ctuali[sz](?:ed|ation)|[Aa]dded|[Pp]laced|[Cc]hanged"
    r"|[Ee]ntr(?:y|ance)(?:\s+[Dd]ate)?|[Dd]ate\s+added|[Dd]ata|[Rr]eleased|[Ee]dit(?:ed)?|[Ss]tatus|[Aa]s\s+of(?=:)"
    r"|[Tt]ime(?:\s+of\s+publication|(?=:))|[Pp]ut(?=\s+online|\s+up)|Act\.)"
    r"(?:\s+(?:on|at|in|the|it|online|up\s+to\s+date))*\s*:?"
)
_READING: Final = (
    r"(?:(?:(?:[Ee]stimated\s+)?(?:[Rr]ead(?:ing)?\s+[Tt]ime|[Tt]ime\s+(?:to|of)\s+[Rr]ead(?:ing)?"
    r"|[Rr]eading)\s*:?\s*(?:approx\.|approximately|about|ca\.|less\s+than)?\s*"
    r"(?:\d+|a|one)\s*(?:min(?:ute)?s?(?:\.|(?!\w))|[’'′])(?:\s+read)?|\d+\s?-?\s?min(?:ute)?s?\.?\s+(?:read(?:ing)?"
    r"(?:\s+time)?|of\s+reading)(?!\w)))"
)
_SECTION: Final = (
    r"(?:(?:Economy|Economics|Finance|Business|Politics|World|Sports?|Football|Soccer|Culture|News|International"
    r"|National|Society|Local|Opinion|Newsroom|Editorial(?:\s+[Ss]taff)?|Chronicle|Foreign|Abroad|Interior|Domestic"
    r"|Technology|Tech|Science|Health|Environment|Inland|Europe|Regional?|Panorama|Media|Life|Lifestyle|Entertainment|Show"
    r"|Breaking|Latest|Actuality|Current [Aa]ffairs|Markets|Agenda|Cinema|Music)(?!\w)"
    # Whatever a site calls its section: CYCLING | 26/11/2025
    rf"|(?:[A-ZÀ-Þ][\w-]+\s)?[A-ZÀ-Þ][\w-]+(?=\s*[|·•]\s*(?:{_DATE}|{_TIME})))"
)
_OPENERS: Final = (
    r"(?:The|An?|In|On|At|It|He|She|They|We|I|You|This|That|These|Those|With|After|When|While|For|Since|From|To|As|If"
    r"|But|And|Not|No|Nobody|Nothing|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|His|Her|Their|Its|Our|My|Some"
    r"|Many|More|Most|Almost|About|Under|Over|There|Here|Once|Now|Until|Before|During|Despite|Between|Behind|Beside"
    r"|Without|Every|Each|Both|All|Only|Just|Never|Last|What|Who|Why|How|Where|Is|Was|Has|Hundreds|Thousands|Dozens"
    r"|Because|Although|Among|According|Against|By|Of|Even|So|Then|Already|Still|Several|Few|Half|Whoever|Anyone)(?!\w)"
)
_PARTICLE: Final = r"(?:de|da|do|dos|di|del|della|van|von|der|den|ten|la|le|el|al|y|e)"
NAME: Final = rf"(?:[A-ZÀ-ÞĀ-Ž][\w’'.-]*(?:\s+(?:{_PARTICLE}\s+)*[A-ZÀ-ÞĀ-Ž][\w’'-]*\.?){{1,3}})"
BY: Final = (
    r"(?:(?:[Ww]ritten|[Pp]osted|[Tt]ranslated|[Aa]rticle|[Ee]dited|[Tt]ext|[Rr]eport(?:ed|age)?|[Cc]ompiled|[Cc]ollected"
    r"|[Rr]eporting|[Ii]nterview|[Cc]urated|[Ss]igned|[Pp]repared)\s+[Bb]y:?|[Bb]y:?|[Aa]uthor:|[Tt]ext:|[Oo]f:?|[Ff]rom"
    r"|(?:[Rr]esponsible\s+)?[Ee]dit(?:or|ing):|[Jj]ournalist:)"
)
# In front of a text the name ends where the text begins, if that is a word that no name has.
_FRONT_NAME: Final = (
    rf"(?:[A-ZÀ-ÞĀ-Ž][\w’'.-]*(?:\s+(?:{_PARTICLE}\s+)*(?!{_OPENERS}|{_LABEL}(?!\w)|{_SECTION}|Share(?!\w)|Photo)"
    r"[A-ZÀ-ÞĀ-Ž][\w’'-]*\.?){1,3})"
)
_INITIALS: Final = rf"\([a-z]{{2,4}}\)(?:,?\s{AGENCY}(?!\w))?"  # (mk), PAP
_AUTHOR: Final = rf"(?:{BY}\s+(?:{_INITIALS}|{NAME}(?:\s*(?:,|and|&)\s*{NAME})?))"
_FRONT_AUTHOR: Final = rf"(?:{BY}\s+(?:{_INITIALS}|{_FRONT_NAME}(?:\s*(?:,|and|&)\s*{_FRONT_NAME})?))"
_BREAK: Final = r"(?:[\s|·•,;:/()–—-]|(?<!\w)(?:at|on|and|the)(?!\w))*"
_BUTTON: Final = (
    r"(?:(?:(?:Listen\sto|Share|Print|Save)\s(?:the\s|this\s)?(?:article|news)|Share|Print|Listen|Save"
    r"|(?:ADVERTISEMENT|ADVERTISING|Advertisement|PUB|Updated?)|Article\sreserved\sfor\ssubscribers|[Rr]ead\saloud)(?!\w)"
    r"|(?:[Cc]omments?\s\(\d+\)|\d+\s[Cc]omments?(?!\w)))"
)
STAMP: Final = (
    rf"{_BREAK}(?:(?:(?P<label>{_LABEL})(?!\w)|(?P<date>{_DATE})|(?P<time>{_TIME})|(?P<reading>{_READING})|{_SECTION}"
    rf"|{_AUTHOR}){_BREAK})+"
)
_AFTER_PART: Final = rf"(?=\s*$|\s*[|·•,;/–—-]\s|\s+(?:\d|{_DATE}|{_LABEL}(?!\w)|{BY}\s|[“\"«‘]?{_OPENERS}))"
_CREDIT: Final = (
    rf"(?:PHOTO|IMAGE|(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Ff]oto|[Cc]redit)s?):\s?(?:{NAME}\s?/\s?)?{AGENCY}"
    rf"(?={_STUCK}|\s+[“\"«‘]?{_OPENERS})"
)
_WIRE: Final = r"(?:dpa-infocom,\s)?dpa:\d{6}-\d{2,3}-\d{4,6}/\d+"  # the number of an agency's report
_PARTS: Final = (
    rf"(?:(?P<signed>[A-ZÀ-Þ][^\W\d_]+(?:\s[A-ZÀ-Þ][^\W\d_]+){{0,3}})(?={_DATE}))?"
    rf"(?:(?P<place>[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?)(?=[\s,–—-]+{_DATE}{_BREAK}{_TIME}){_BREAK})?"
    rf"(?:(?:(?P<label>{_LABEL})(?!\w)|(?P<date>{_DATE})|(?P<day>{_DAY})|(?P<ago>{_AGO})|(?P<reading>{_READING})"
    rf"|(?P<wire>{_WIRE})|(?P<time>{_TIME})|\d+\s?min\.?(?!\w)|(?P<section>{_SECTION}){_AFTER_PART}|(?P<author>{_FRONT_AUTHOR})"
    rf"|(?P<credit>{_CREDIT})|(?P<agency>{AGENCY})(?!\w)|(?P<button>{_BUTTON}){_AFTER_PART}){_BREAK})+"
)
_RUNS_ON: Final = (
    rf"(?<=\dh?|[ap]\.?m\.?|\s(?:hours|hrs|Uhr|read)|min(?:ute)?s?\.?|{_ZONE}|{AGENCY})(?={_STUCK}|A\s[a-z])"
)
_FRONT: Final = rf"[ \t]*(?P<stamp>{_PARTS})(?:(?<=\s)(?=[“\"«‘„]?[A-ZÀ-Þ])|(?P<runs_on>){_RUNS_ON})"
_SURE_BEHIND: Final = rf"[“\"«‘„]?{_OPENERS}"
_LONE_BUTTON: Final = r"(?:\w+\s\w[^|·•]*|[A-Z]{2,}|Advertisement)\s*"
_SEPARATOR: Final = r"[|·•/–—\n-]|:(?!\d)"  # a mark that no sentence has behind its opening adverbial
_SIGNATURE: Final = r"(?:Author|Text|Editor|Editing|Journalist):"


def is_bare_date(text: str) -> bool:
    """Whether a line holds nothing but a date with its year, or a day and a time."""
    moment = rf"\s*(?:{_DATE}|(?:[Tt]oday,\s)?{_DAY},?\s\(?{_TIME}\)?)\s*"
    return bool(kept_pattern(moment).fullmatch(text))


def is_dated(text: str, start: int, end: int) -> bool:
    """Whether a paragraph begins with a date or a time, as the entries of a chronicle do."""
    return bool(kept_pattern(rf"[ \t]*(?:{_DATE}|{_DAY}|{_TIME})").match(text, start, end))


def is_stamp_line(text: str) -> bool:
    """Whether a whole line is a stamp by more than a date: a place and a time, a label and a day, an author, …"""
    match = kept_pattern(rf"[ \t]*(?P<stamp>{_PARTS})").fullmatch(text)
    return match is not None and _is_stamp(match)


def read_front(text: str, start: int, end: int, *, in_body: bool = False) -> tuple[int, bool] | None:
    """Where the stamp in front of a paragraph ends, and whether it surely ends there; None where there is none.

    `in_body` tells that it stands behind other text, where a date with a section or an author may be the article's.
    """
    match = kept_pattern(_FRONT).match(text, start, end)
    if match is None or (in_body and not _is_detailed(match)):
        return None
    if match["runs_on"] is not None and (match["date"] or match["time"]):
        return match.end(), True
    if not (_is_stamp(match) or kept_pattern(_NUMERIC_DATE).match(match["stamp"])) or _opens_a_sentence(match):
        return None
    ends_with_name = match["author"] is not None and match.end("author") + 2 >= match.end()
    sure = not ends_with_name or bool(kept_pattern(_SURE_BEHIND).match(text, match.end(), end))
    return match.end(), sure


def _opens_a_sentence(match: regex.Match[str]) -> bool:
    """Whether what stands in front may be an adverbial: `Released on 1 June 1967, the …`, `Yesterday at 5pm Anne …`."""
    has = _parts_of(match)
    if "label" in has:
        undated = kept_pattern(_NUMERIC_DATE).sub("", match["stamp"])
        return undated.rstrip().endswith(",") and not kept_pattern(_SEPARATOR).search(undated)
    return has <= {"ago", "time"} and not kept_pattern(rf"(?:{_SEPARATOR})\s*$").search(match["stamp"])


def _is_stamp(match: regex.Match[str]) -> bool:
    """Whether the parts that were found together are no prose: a date alone may be, a date and a section are not."""
    has = _parts_of(match)
    if "label" in has:
        return bool(has & {"date", "day", "ago", "time"})
    if "date" in has:
        return bool(has & {"time", "section", "author", "signed", "agency", "reading", "button"})
    if has == {"button"}:
        return bool(kept_pattern(_LONE_BUTTON).fullmatch(match["stamp"]))
    if "button" in has and has & {"agency", "time"}:
        return True
    signed = "author" in has and bool(kept_pattern(_SIGNATURE).match(match["stamp"]))
    return signed or not has.isdisjoint(("reading", "ago", "credit", "wire"))


def _is_detailed(match: regex.Match[str]) -> bool:
    """Whether a stamp has what no sentence begins with: a label and a moment, a date in figures and a time."""
    has = _parts_of(match)
    moment = {"date", "time"} <= has and kept_pattern(_NUMERIC_DATE).search(match["stamp"]) is not None
    return moment or "reading" in has or "wire" in has or ("label" in has and bool(has & {"date", "time"}))


def _parts_of(match: regex.Match[str]) -> set[str]:
    return {name for name, value in match.groupdict().items() if value} - {"stamp"}
