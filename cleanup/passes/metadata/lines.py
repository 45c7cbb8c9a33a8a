"""Lines of a page that hold only its furniture: dates, buttons, sections, credits, in any order and of any site.

No list has every site's line, but the parts are few. A line is furniture if nothing is left of it but separators and
short labels when its parts are taken out.
"""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import Final

from cleanup.lexicon.word_classes import word_class

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)"
AGENCY: Final = (
    r"(?:AFP|AP|ANSA|EFE|DPA|dpa|Lusa|Reuters|REUTERS|Getty(?: Images)?|DR|ACN|EPA|PAP|AA|Adnkronos|LaPresse|Keystone"
    r"|Imago|taz|Anadolu|Profimedia|Agerpres|Mediafax|Belga|ANP|Ritzau|TASS|Interfax|Ukrinform|Unian|Europa Press|ATS"
    r"|SDA|APA|ČTK|CTK|MTI|Tanjug|HINA|IHA|İHA|DHA|Xinhua|Kyodo|Sipa|Maxppp|Shutterstock|iStock|Pixabay|Unsplash|Depositphotos"
    r"|Alamy|Wikimedia(?: Commons)?|Zuma|Abaca|AGI|Askanews|Agência Brasil|Folhapress|Cadena SER|Colprensa|Notimex)"
)
_ZONE = r"(?:CES?T|GMT|UTC|BST|TSI|BRT|E[SD]T|EES?T|MSK)"
_COUNT = r"\d+(?:[ .,]\d{3})*"
# A field and its value: Author: mk; Source: own; Photo: press service.
_FIELD = (
    r"(?:authors?|text|words|source|photos?|foto|pictures?|image|video|editors?|editing|edited|translation|translated"
    r"|prepared|cover|camera|graphics?|illustrations?|collected)(?: (?:by|credit|credits))?: ?"
    r"(?:(?!views|text|photo|source|author|update|editor|read|tags|follow|subscribe|share|print|listen|save|published"
    r"|posted|comments|video|interview)[\w’'&@.-]+(?: (?=\w)|(?!\w))){1,4}"
)
_PERSON = r"(?-i:[A-ZÀ-Þ][\w’'.-]*(?: (?:(?:de|da|del|van|von|der|den|la|le) )*[A-ZÀ-Þ][\w’'-]+){1,2})"
_NETWORK = r"(?:telegram|whatsapp|viber|facebook|instagram|twitter|tiktok|youtube|linkedin|threads|google news|x)"
_MOMENTS = (
    rf"{_DAY}(?: the)?(?: \d{{1,2}}(?:st|nd|rd|th|\.)?(?: of)? {_MONTH}(?:,? \d{{4}})?"
    rf"| {_MONTH} \d{{1,2}}(?:,? \d{{4}})?)?",
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)?(?: of)? {_MONTH}(?:,? (?:of )?\d{{4}})?",
    rf"\d{{4}}\.? {_MONTH} \d{{1,2}}\.?",
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?",
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\. \d{1,2}\. \d{4}|\d{4}\. ?\d{1,2}\. ?\d{1,2}\.",
    r"\d{1,2}\.\d{1,2}\.,?(?= \d{1,2}[:.]\d{2})",
    r"(?:at |h |hours |kl\.? )?\d{1,2}(?:[:.h]|\s?h\s?)\d{2}(?::\d{2})?"
    r"(?:\s?(?:[ap]\.?m\.?|hours|hrs|hs|h|(?:o[’'])?clock))?"
    rf"(?: \(?{_ZONE}\)?)?",
    r"\d{1,2}\s?[ap]\.?m\.?",
    r"(?:\d+|an?|one|two|three) (?:minute|min\.?|hour|day|week)s? ago|(?:yesterday|today)(?=,? (?:at )?\d)",
)
# What a reader cannot take for the words of an article, so that sections beside it need no bar.
_UNMISTAKABLE = (
    r"(?:article |content )?(?:reserved )?(?:for|to) subscribers(?: only)?|subscribers only|short link|live results",
    r"reserved (?:for|to) (?:our )?(?:subscribers|members|readers)|(?:print|printable) version|paid content",
    r"(?:print|gift|save|share) (?:this |the )?article|listen to (?:the |this )?(?:article|news|text)",
)
_FURNITURE = (
    *_UNMISTAKABLE,
    rf"(?:interview|report|reportage|text|story|words|(?:remarks|comments) collected)(?: conducted)? by {_PERSON}",
    rf"interview: {_PERSON}(?=\s*[|·•–—-]| (?:photo|text|video|image)s?:)",
    r"(?:text|mobile) version|version (?:for|to) print(?:ing)?|follow(?= ?\+)|live (?:scores|broadcast)",
    r"(?:last |first )?(?:updated?|posted|published|modified|created|edited|placed|added|uploaded)"
    r"(?: on| at| in| the)?:?",
    r"(?:status|stand|state|as of|date)(?=:?\s+\|)|put up to date(?: at| on| the)?",
    r"date of (?:creation|publication|update):?|font (?:larger|smaller|bigger)",
    r"(?:increase|decrease|reduce|enlarge|change)(?: the)? (?:font|text|letter)(?: size)?",
    r"to the (?:comments|(?:picture |photo )?gallery|home ?page|newsletter|topic|overview)",
    rf"(?:by|from|of|author|journalist):? {_PERSON}|with {AGENCY}",
    r"(?:estimated )?(?:reading|read|listening) time:?(?: (?:about|approx\.|ca\.))? \d+ ?(?:min(?:ute)?s?\.?|[’'′])",
    r"(?:reading|read|listening) time",
    r"\d+ ?(?:-|–)? ?min(?:ute)?s?\.?(?: (?:read|reading|of reading))?",
    r"time (?:of|to) read(?:ing)?:? \d+ ?min(?:ute)?s?\.?",
    rf"(?:views|reads?|readings|visits|comments|shares|hits):? {_COUNT}(?: times)?",
    r"send (?:it )?(?:by|via|with) (?:e-?)?mail",
    r"share(?: (?:on|this|the|article|news|story|page|now|via))+"
    r"|(?:gift|send|print|save|bookmark) (?:this |the )?article",
    r"follow(?: us)? @\w+|\((?:text|words|photos?|pictures?|video)\)",
    r"(?:tags?|keywords|topics|labels|in this article|read also): [^|·•]+",
    rf"comments? ?\({_COUNT}\)|(?:article |link )copied",
    rf"(?:{_COUNT} ?)?(?:comments?|shares?|likes?|reactions?|views?|reads?|photos|images)",
    r"(?:no|leave a|write a|add a|be the first to) comments?",
    r"share(?: (?:on|this|the|article|news|story|page|now|via))*"
    r"|tweet|retweet|whatsapp|facebook|twitter|x\.com|telegram|linkedin",
    r"instagram|pinterest|e-?mail|print(?: article)?|save(?: article)?|copy(?: the)? link|bookmark|follow us|subscribe"
    r"|newsletter",
    r"audio(?: version)?|listen(?: to (?:(?:the|this) )?(?:article|text|news|story))?|video",
    r"gallery|photo ?gallery|live(?: ticker)?",
    r"premium|(?:my )?reading list|watch ?list|notepad|(?:dark|night|reading) mode",
    r"(?:show|hide|view|open|read)(?: all)? comments|(?:auto(?:matic)?[ -]?|automatically )refresh(?:: ?(?:on|off))?",
    r"(?:from|by|of) (?:our|the|your)(?: \w+)? (?:correspondent|envoy|reporter|staff)s?(?: (?:in|from) [A-Z]\w+)?",
    r"(?:the )?editorial (?:office|staff|team|board)|newsroom|(?:online )?editors|(?:web )?editing|(?:web|online) desk",
    rf"(?:photo|picture|image|credit|source|foto|ph)s?(?: by| credit)?:? ?{AGENCY}|{AGENCY}",
    r"(?:author|edit(?:or|ed by|ing)|prepared by|text|compiled by):? ?[a-z]{2,4}(?:/[a-z]{2,4})*(?! [a-z])",
    r"(?:source|photo|picture|text|video)s?: (?:own|private|archives?|disclosure|reproduction|press|internet|handout)",
    r"(?:read|play) aloud|(?:offer|gift)(?: (?:this|the) article)?|add to (?:my )?(?:favou?rites|reading list)"
    r"|open in (?:the )?app|report an? error|exclusive(?:ly)? (?:for|to) subscribers|(?:go|jump) to comments"
    r"|text size|font size|a\+|previous(?: article)?|next(?: article)?|join the conversation|uhr|o[’']clock",
    rf"(?:with )?(?:information|material|reporting)s? (?:from|of|by) {AGENCY}|(?:with )?(?:news )?agencies",
    _FIELD,
    r"court reporting|press review|breaking news|all rights reserved|advertisement|sponsored|obituary",
    r"continue reading(?: (?:below|after the (?:advertisement|ad)))?|(?:the )?article continues(?: below)?",
)
_THINGS = tuple(part for part in _FURNITURE if part is not _FIELD)  # a field may go on into what follows it
_LONGEST_FRONT = 120
# What no sentence of an article begins with.
_MARK = re.compile(
    r"\d{1,2}[:.h]\d{2}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|[|·•]|\bago\b|\b(?:[Uu]pdated?|[Ss]ubscribers|[Aa]dvertisement"
    r"|[Nn]ewsroom|[Ss]hare on|[Cc]opy link|[Cc]ontinue reading|[Rr]eading time)\b"
)
_LABEL = re.compile(r"[A-ZÀ-Þ][\w’'&-]*(?: (?:[A-ZÀ-Þ&][\w’'&-]*|and|of)){0,2}")
_LOOSE_LABEL = re.compile(r"[A-ZÀ-Þ][\w’'&-]*(?: [\w’'&-]+){0,2}")  # between bars: Local government
_SEPARATOR = re.compile(r"[|·•◦●–—/>»›→,;:()\[\]]+|(?<!\S)[-+.]+(?!\S)")
_DATELINE = re.compile(r"[A-ZÀ-Þ][\w’' -]+, ")
_BAR = re.compile(r"[|·•◦●]")
_WORD = re.compile(r"[^\W\d_]+")
# A line of its own that asks the reader to follow the paper.
_CALL = re.compile(
    rf"\W*(?:read|follow|find|join|like|watch) us(?: also| too)?(?: on| in| at) (?:our )?{_NETWORK}"
    rf"(?:(?: and|,|,? or) {_NETWORK})*(?: channel| page)?\W*"
    rf"|\W*(?:subscribe to|join|follow) our (?:{_NETWORK} )?(?:channel|page|newsletter)(?: (?:on|in) {_NETWORK})?\W*"
    r"|\W*(?:the |this )?(?:article|text|story|news) continues (?:below|after|under)(?: (?:the|this) \w+)?\W*"
    r"|\W*(?:accept|manage|reject) (?:all )?cookies\W*|\W*sign up (?:for|to) (?:our|the) newsletter\W*",
    re.IGNORECASE,
)
# The credit of a picture in front of a sentence: (Photo AFP) The council voted.
_KIND = r"(?:[Pp]hotos?|PHOTO|[Pp]ictures?|[Ii]mages?|[Ff]oto)(?: by| credit)?"
_CREDIT = re.compile(
    rf"(?:\({_KIND}:? ?{AGENCY}(?: ?/ ?(?:{AGENCY}|{_PERSON}))?\)|{_KIND}: ?{AGENCY}(?: ?/ ?{AGENCY})?)"
    r"\.?(?= [“\"«]?[A-ZÀ-Þ])"
)
# Between two parts that ran together: 07:10Reading time, subscribersPublished on.
_STUCK = re.compile(
    r"(?<=[\da-z])(?=(?:Published|Posted|Updated|Modified|Reading time|Share on|Listen to|Comments|Print|By [A-Z])\b)"
)
_CONNECTORS = frozenset(("at", "on", "and", "the", "h", "by", "in"))
_NUMBER = re.compile(r"\d{1,4}")
_MOST_LABELS = 2
_SECTIONS = word_class("sections")
_SECTION_JOINTS = frozenset(("and", "of", "the"))
_MENU = re.compile(r"\b(?:MORE|MENU|SEARCH|LOG ?IN|SIGN IN|SUBSCRIBE|HOME|VIDEOS?|PHOTOS?|NEWSLETTERS?)\b")
_ODD_SECTIONS = frozenset(("shows", "chronicle", "actuality"))


@cache
def _parts(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{'|'.join(phrases)})(?![\w])", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Whether a line holds nothing but furniture of a page; a date or a time alone is none, nor is a word alone."""
    if _CALL.fullmatch(line):
        return True
    line = _STUCK.sub(" ", line)
    left, fields = _parts((_FIELD,)).subn(" | ", line) if ":" in line else (line, 0)
    left, moments = _parts(_MOMENTS).subn(" | ", left)
    left, things = _parts(_FURNITURE).subn(" | ", left)
    things += fields
    barred = bool(_BAR.search(line))
    pieces = [piece for part in _SEPARATOR.split(left) if (piece := _bare(part).strip("."))]
    pieces = [piece for piece in pieces if not (barred and _NUMBER.fullmatch(piece))]
    label = _LOOSE_LABEL if barred and things >= 2 else _LABEL
    labels = [piece for piece in pieces if _is_section(piece) or label.fullmatch(piece)]
    sections = sum(_is_section(label) for label in labels)
    if len(labels) < len(pieces) or len(labels) - sections > _MOST_LABELS:
        return False
    if moments >= 2 and barred and len(labels) <= 1 + sections:
        return True
    if sections and sections == len(labels) and _parts(_UNMISTAKABLE).search(line):
        return True
    if moments >= 2 and sections and len(labels) - sections <= 1:
        return True
    several = things + moments >= 2 or (bool(labels) and barred)
    agency = things == 1 and bool(_parts((AGENCY,)).search(line))
    datelines = moments and agency and bool(_DATELINE.match(line)) and not _is_section(_bare(_SEPARATOR.split(line)[0]))
    return things >= 1 and several and not datelines and len(labels) - sections <= things + moments


def furniture_front(text: str) -> int:
    """Where the furniture ends with which a text begins, and a capital follows; 0 where it begins with none.

    It ends with one of its parts, and holds one that no sentence begins with: networks alone may be its subject.
    """
    credit = _CREDIT.match(text)
    if credit is not None:
        return credit.end()
    start = text[:_LONGEST_FRONT]
    if not _MARK.search(start) or start.split(" ", 1)[0].lower() in _CONNECTORS - {"by"}:
        return 0  # On 12/03/2024 Reuters and AFP News reported
    for end in sorted((space.start() for space in re.finditer(r" (?=[“\"«]?[A-ZÀ-ÞĀ-Ž])", start)), reverse=True):
        front = text[:end]
        parts = itertools.chain(_parts(_MOMENTS).finditer(front), _parts(_THINGS).finditer(front))
        if any(part.end() == end for part in parts) and _MARK.search(front) and is_furniture(front):
            return end
    return 0


def is_section_line(line: str) -> bool:
    """Whether a line only names sections of a site, one of them by a word that English papers do not use for it."""
    words = [word.lower() for word in _WORD.findall(line)]
    return len(words) >= 2 and _is_section(line) and not _ODD_SECTIONS.isdisjoint(words)


def is_kicker(line: str) -> bool:
    """Whether a line holds only sections in capital letters, as pages have above a headline: SPORTS CYCLING MORE."""
    sections = _MENU.sub(" ", line)
    return line.isupper() and _is_section(_SEPARATOR.sub(" ", sections))


def _is_section(label: str) -> bool:
    """Whether every word of a label names a section (“Sports Basketball”, “Culture and Shows”)."""
    words = label.replace("&", "and").split()
    named = [word for word in words if word.lower() not in _SECTION_JOINTS]
    return bool(named) and all(word[0].isupper() and word.lower() in _SECTIONS for word in named)


def _bare(part: str) -> str:
    """A piece of what is left of a line, without the small words that joined parts of it."""
    words = part.split()
    while words and words[0].lower() in _CONNECTORS:
        words = words[1:]
    while words and words[-1].lower() in _CONNECTORS:
        words = words[:-1]
    return " ".join(words)
