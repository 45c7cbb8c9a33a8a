"""Word classes for splitting fused words: closed classes, and endings that speak against a split."""

from __future__ import annotations

from collections.abc import Mapping

from cleanup.lexicon.inflection import gerund, past, third_person
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, inflected, with_plurals, word_class
from cleanup.syntax.words import PREPOSITIONS_OF_CLAUSES

UNITS = word_class("unit_signs")
MEASURES = with_plurals("units")
BEFORE_LOWER = word_set("was is has had will can may are were have")
# log10 of the share of 150,000 personal and place names with this ending: where chance gives less, and for function
# words.
ENDINGS: Mapping[str, float] = {
    "a": -0.9, "an": -1.4, "on": -1.5, "in": -1.6, "man": -1.9, "no": -2.0, "son": -2.0, "as": -2.0, "is": -2.1,
    "ton": -2.1, "to": -2.3, "do": -2.3, "and": -2.4, "or": -2.4, "her": -2.4, "he": -2.5, "one": -2.5, "at": -2.6,
    "land": -2.6, "ore": -2.6, "it": -2.7, "ford": -2.7, "by": -2.7, "art": -2.7, "ham": -2.7, "all": -2.8,
    "so": -2.8, "ran": -2.8, "field": -2.8, "era": -2.8, "be": -2.8, "well": -2.9, "line": -2.9, "hard": -3.0,
    "rich": -3.0, "more": -3.0, "way": -3.0, "wood": -3.0, "worth": -3.1, "ring": -3.1, "ridge": -3.1, "can": -3.2,
    "let": -3.3, "via": -3.3, "our": -3.3, "lock": -3.3, "are": -3.3, "ate": -3.3, "men": -3.3, "singer": -3.3,
    "up": -3.3, "sell": -3.3, "gang": -3.3, "right": -3.3, "long": -3.4, "burn": -3.4, "if": -3.4, "sing": -3.4,
    "song": -3.4, "than": -3.4, "the": -3.4, "house": -3.4, "we": -3.4, "tone": -3.4, "net": -3.4, "away": -3.5,
    "air": -3.5, "hill": -3.5, "hall": -3.5, "day": -3.5, "ward": -3.5, "of": -3.5, "gas": -3.5, "met": -3.5,
    "hold": -3.5, "born": -3.5, "rough": -3.6, "young": -3.6, "end": -3.6, "maker": -3.6, "red": -3.6, "stone": -3.7,
    "brand": -3.7, "had": -3.7, "its": -3.7, "over": -3.7, "bridge": -3.7, "she": -3.8, "water": -3.8, "his": -3.8,
    "stock": -3.8, "trick": -3.8, "not": -3.9, "own": -3.9, "court": -3.9, "set": -3.9, "bright": -3.9, "has": -3.9,
    "into": -4.0, "bottom": -4.0, "master": -4.1, "they": -4.1, "street": -4.2, "for": -4.2, "but": -4.3,
    "this": -4.3, "will": -4.3, "with": -4.4, "may": -4.4, "was": -4.6, "near": -4.5, "would": -4.9, "those": -4.9,
    "these": -4.9, "also": -4.9, "from": -4.9,
}  # fmt: skip  # fmt: skip
NEVER_ENDS_A_NAME = word_set(
    "been under about after who when have were since where during whom should without must that could both their "
    "because while being between around which"
)
# Among 175,000 names none or hardly any ends in these: function words, adverbs and finite verbs of four letters or
# more, except the ones above and these.
NAMES_DO_END_IN = word_class("ends_of_names")
# Verbs in which none of 126,000 given names and surnames ends.
VERBS_NO_NAME_ENDS_IN = word_class("never_ends_of_names")
# Endings of brands and coinages (Popemobile, Newsbank), which lists of names lack: by judgement.
BRAND_ENDINGS: Mapping[str, float] = {
    "bank": -3.0, "tech": -2.8, "coin": -3.2, "media": -3.2, "soft": -3.4, "book": -3.2, "pay": -3.2, "lab": -3.0,
    "labs": -3.2, "works": -3.4, "world": -3.6, "power": -3.6, "phone": -3.4, "news": -3.4, "view": -3.4, "sat": -3.0,
    "rail": -3.4, "core": -3.2, "cup": -3.5, "people": -4.0, "speak": -3.6, "sphere": -3.8, "watch": -3.6,
    "market": -4.0, "park": -3.4, "town": -2.8, "city": -3.6, "side": -3.3, "mark": -3.3, "gate": -3.4, "wide": -3.0,
    "like": -3.0, "less": -3.0, "ship": -3.2, "able": -3.0, "based": -3.2, "backed": -3.4, "style": -3.4, "say": -3.0,
    "port": -3.2, "led": -3.3, "mania": -3.4,
    "today": -3.4, "times": -3.6, "herald": -3.6, "post": -3.4, "daily": -3.6, "press": -3.4, "tribune": -4.0,
    "observer": -4.0, "telecom": -3.4, "energy": -3.4, "airlines": -3.6, "airways": -3.6, "cell": -3.2, "mobile": -3.4,
    "oil": -3.2, "invest": -3.4, "steel": -3.6, "group": -3.6, "live": -3.4, "online": -3.4, "events": -3.8,
}  # fmt: skip  # fmt: skip
SHORT = word_set("a an as at by he if in is it of on or so to we be no")
# Words that also begin or end compounds and coinages (overtourism, lockdown): weak evidence of two words.
PREFIXES = word_class("prefixes")
SUFFIXES = word_class("suffixes")
NAME_PARTS = word_class("name_parts")
OPENING = word_set(
    "The In Of At From To For With On And But By After Between Before Since Until Against If While When As Because "
    "Although Though Like Unlike Among Under Over Near During Without Despite"
)
SENTENCE_OPENERS = word_set(
    "The He She It They We This These That Those There But And When While If After Before His Her Its Their Our Not "
    "Since Although However Meanwhile According Now Then For With From"
)
# Capitalised words that begin a sentence where they run into the word before, and are no names.
OPENERS = (
    OPENING
    | SENTENCE_OPENERS
    | word_set(
        "Nobody Everybody Everyone Otherwise Only Even Once Still Here What Who Why How Some Many Most Instead Whoever "
        "Today Yesterday Tomorrow Thus Therefore Nevertheless Moreover Or Nor So Yet I You An A My One"
    )
)
# What is said of how near a place lies, behind “just”: just south of, just outside.
DIRECTIONS = word_set(
    "north south east west northeast northwest southeast southwest outside inside across off opposite behind beyond "
    "under below above beside"
)
APPROXIMATING = word_set("almost nearly roughly about practically virtually")
MULTIPLES = word_set("double triple twice thrice half")
FRACTIONS = word_set("third quarter fifth sixth tenth half fraction")
# Before what they say how much or how often of, so that hardly a compound begins with them.
QUANTIFYING = word_set("little many few several every very never always such some any each")
BEFORE_PLACES = word_set("in from to near of at")
TITLES = inflected("titles", str.capitalize) | word_set("Dr Mr Mrs Ms Prof Sir Don St")
# Function words: where one of them is a part, hardly anything else can be meant.
GLUE = word_set(
    "the of in to and from with by at for on as that or but an is was has than into between against through under "
    "over near across around towards toward after before since until like via its their his her our this these those "
    "all both not which who where when while if had have will would are were been being be he she it they we no can "
    "could may should must also however whom because so though although despite without during about"
)
NAME_ENDINGS = word_set("and are can has may her his had was were all our not this its they")
BINDING = word_set("to of or by he we if be")
RELATIVES = word_set("which who whose whom")
SUBORDINATORS = PREPOSITIONS_OF_CLAUSES | word_set("when while as if although though because once whenever unless")
ADVERSATIVES = word_set("but while although though whereas including especially particularly namely")
INTRO_PREPOSITIONS = word_set(
    "in at on from for with by during through under over near between among across despite according within without "
    "against to throughout behind beyond following amid along around outside inside unlike like until after before "
    "since of as"
)
INTRO_ADVERBS = word_set(
    "meanwhile however today yesterday tomorrow now then later earlier finally recently instead moreover therefore "
    "thus similarly eventually here there elsewhere currently last this next only"
)
CONNECTIVES = word_set("however meanwhile moreover therefore nevertheless nonetheless furthermore though")
FIXED_PHRASES = (
    ("for", "its", "part"), ("for", "his", "part"), ("for", "her", "part"), ("for", "their", "part"),
    ("for", "example"), ("for", "instance"), ("in", "fact"), ("in", "turn"), ("on", "the", "other", "hand"),
    ("on", "the", "contrary"),
    ("in", "contrast"), ("by", "contrast"), ("of", "course"), ("in", "particular"), ("in", "addition"), ("at", "least"),
    ("such", "as"), ("along", "with"), ("together", "with"), ("according", "to"), ("thanks", "to"),
    ("just", "when"), ("just", "as"), ("even", "though"), ("even", "if"), ("even", "as"), ("rather", "than"),
    ("after", "all"), ("above", "all"), ("among", "others"), ("in", "the", "meantime"),
    ("in", "short"), ("at", "any", "rate"), ("in", "any", "case"), ("more", "precisely"), ("more", "specifically"),
    ("better", "known"), ("also", "known"), ("not", "far", "from"), ("not", "far", "away"),
    ("not", "much", "more"), ("not", "much", "less"), ("not", "least"), ("with", "the", "exception"),
)  # fmt: skip  # fmt: skip
# Those that end with a comma too, before the verb: Turkey, for its part, sees.
PARENTHETICAL = frozenset(
    phrase for phrase in FIXED_PHRASES if phrase[0] in ("for", "on", "in", "by", "of", "after", "above", "among")
)
# States of a person or club between commas: the striker Yuri Sato, under contract with Genk, is.
STATES = frozenset(
    (preposition, noun)
    for preposition, nouns in (
        ("under", "contract arrest investigation house siege pressure indictment suspicion"),
        ("on", "loan trial bail parole duty leave holiday strike"),
        ("in", "exile custody prison jail hiding office power charge detention hospital opposition"),
        ("at", "odds war home work"),
        ("without", "a"),
    )
    for noun in nouns.split()
)  # fmt: skip
LINKING = word_class("linking_adverbs")
CONTRASTING = word_set("yet nor so")
SPECIFYING = word_set(
    "specifically notably namely precisely principally chiefly primarily mainly mostly particularly especially"
)
APPOSING_ADVERBS = word_set(
    "today now once then later formerly currently previously already still first originally nowadays long"
)
CARRYING = word_set(
    "take takes took bring brings brought send sends sent carry carries carried deliver delivers delivered transfer "
    "transferred evacuate evacuated move moved ship ships shipped"
)
AFTER_PARTICIPLE = word_set("by in at on as to from between with for during near under of since behind into")
THINKING = forms_of("verbs_of_thinking")
# Without those that open a clause or say how, not when.
TIME = (with_plurals("units_of_time") | word_class("time_words")) - word_set("before after while right long")
LONGEST_NAME = 4  # words behind the first one
# Verbs that say what a name is or becomes: it makes Uganda one of.
PREDICATING = forms_of("verbs_with_adjective")
COUNTED_TIME = with_plurals("units_of_time")
TIME_SHIFTS = word_set("ago later earlier before after late early prior previously afterwards hence running")
TIME_DETERMINERS = word_set("last next this every each that yesterday today tonight tomorrow")
QUANTITIES = (
    with_plurals("units", "units_of_time")
    | word_class("currencies")
    | word_set(
        "hundred thousand million billion trillion dozen percent per feet square cubic points votes seats members "
        "people"
    )
)
# Participles that mostly narrow a name down, without a comma (counted in four million words of news and encyclopaedia).
NARROWING = inflected("narrowing_verbs", gerund) | {"during"}
PLACING = word_set("located situated known born nicknamed")
GIVING = word_set(
    "told tells give gives gave given offer offered offers send sent sends grant granted paid owed showed"
)
PRONOUNS = word_set("he she it they we i you there this")
REFLEXIVES = word_set("itself himself herself themselves alone too also")
DESCRIBING = word_class("kin", "appositions")
NAME_PARTICLES = word_set("de da do dos das di del della van von der den la le al el bin ibn d l of the and")
SHORT_VERBS = word_set("won led met saw got has had did ran hit put lost cut")
# Past forms that are no participles of their own before a name: what arrived is not “the offer, arrived”.
NO_PARTICIPLE = word_set("arrived appeared happened occurred died came went")
INFLECTIONS = word_set("s es d ed ing er ers ly ness ian ians ist ists ism an ans ization isation")
# Nouns that a name follows without a mark.
CALLED = word_class("bearers_of_names", "ships", "places") | {"operator", "singer"}
WORKS = word_class("works")  # that a title follows: the film In Bruges
TRANSITIVE = inflected("transitive_verbs", past)
AFTER_BARE_VERB = word_set("in on at to near from yesterday today last this")
PLACE_NOUNS = word_class("places")
WATERS = word_class("seas_and_rivers") | word_set(
    "Sea Ocean Gulf Bay Lake River Riviera Strait coast border shores shore banks bank outskirts"
)
WANTING = inflected("verbs_with_infinitive", third_person) | inflected("verbs_with_infinitive", past)
