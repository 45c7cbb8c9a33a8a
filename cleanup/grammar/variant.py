"""Which English an article is written in, told from its own spelling: British spelling is never flattened."""

from __future__ import annotations

import re
from typing import Final

AMERICAN: Final = "en-US"
BRITISH: Final = "en-GB"

_BRITISH: Final = re.compile(
    r"\b(?:(?:col|fav|hon|lab|neighb|behavi|rum|hum|harb|arm|endeav|vap|sav|flav|od|parl|rig|splend|val|vig)our\w*"
    r"|(?:cent|theat|met|lit|fib|calib|lust|meag|sab|spect|somb)re[sd]?|(?:kilo|centi|milli)metres?|calibre"
    r"|(?:defen|offen|licen|preten)ces?|programmes?|cheques?|tyres?|grey\w*|kerb\w*|aluminium|pyjamas|plough\w*"
    r"|(?:travel|cancel|label|level|model|signal|fuel|counsel|quarrel|marvel|total|dial)l(?:ed|ing|ers?)"
    r"|(?:organ|real|recogn|critic|final|util|author|mobil|privat|normal|civil|apolog|emphas|summar|stabil|modern"
    r"|minim|maxim|priorit|neutral|subsid|industrial|global|national|central|local|special|general|symbol)is(?:e[sd]?|ing|ations?|ers?)"
    r"|(?:anal|paral|catal)ys(?:e[sd]?|ing)|(?:dialogu|catalogu|analogu)es?|sceptic\w*|mould\w*|manoeuvr\w*"
    r"|(?:ful|instal|enrol|skil)(?:fil|ment|ful)s?|jewellery|gaol|storeys?|judgement|ageing|whilst|amongst|learnt|spelt|burnt)\b",
    re.IGNORECASE,
)
_AMERICAN: Final = re.compile(
    r"\b(?:(?:col|fav|hon|lab|neighb|behavi|rum|hum|harb|arm|endeav|vap|sav|flav|od|parl|rig|splend|val|vig)or(?!y\b|ia)\w*"
    r"|(?:cent|theat|met|lit|fib|calib|lust|meag|sab|spect|somb)er(?:s|ed)?|(?:kilo|centi|milli)meters?"
    r"|(?:defen|offen|licen|preten)ses?|gray|aluminum|pajamas|plow\w*"
    r"|(?:travel|cancel|label|level|model|signal|fuel|counsel|quarrel|marvel|total|dial)(?:ed|ing|ers?)"
    r"|(?:organ|real|recogn|critic|final|util|author|mobil|privat|normal|civil|apolog|emphas|summar|stabil|modern"
    r"|minim|maxim|priorit|neutral|subsid|industrial|global|national|central|local|special|general|symbol)iz(?:e[sd]?|ing|ations?|ers?)"
    r"|(?:anal|paral|catal)yz(?:e[sd]?|ing)|skeptic\w*|maneuver\w*|fulfill?|jewelry|aging)\b",
    re.IGNORECASE,
)


def variant_of(text: str) -> str:
    """`en-GB` where British spellings outnumber American ones, else `en-US`.

    Endings in -ize count for the American side only together with nothing British: Oxford's spelling has them too.
    """
    british = len(_BRITISH.findall(text))
    american = len(_AMERICAN.findall(text))
    return BRITISH if british > american else AMERICAN
