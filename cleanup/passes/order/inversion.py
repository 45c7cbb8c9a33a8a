"""Verbs before their subject where no English inversion can be meant: in any clause, and from any language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability
from cleanup.lexicon.inflection import base_of_past, base_of_third, finite_forms, participles, pasts
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.lexicon.words import words as lexicon
from cleanup.passes.order.passives import opening_passive, passive
from cleanup.passes.order.verb_first import (
    COMING,
    FRONT_ADVERBS,
    LONGEST,
    NOMINATIVES,
    PRESENTING,
    PRONOUNS,
    Turned,
    VerbFirst,
    behind_adverbs,
    clause_start,
    completes,
    is_clause,
    is_participle,
    is_phrases,
    may_be_condition,
    may_be_verb,
    opens_clause,
    opens_place,
    phrase_in_front,
    sole_verb_first,
    subject_end,
    verb_first,
)
from cleanup.syntax.clauses import has_finite
from cleanup.syntax.parser import DETERMINERS, OPENERS, Word
from cleanup.syntax.words import BE, DO, HAVE, MODALS, PREPOSITIONS_OF_CLAUSES, SPEECH

_LINKS = word_set("then so there here now thus again") | FRONT_ADVERBS
_PLACE_LINKS = word_set("here there")
_HELPED_LINKS = word_set("then now that this therefore today tomorrow")
_QUOTING = finite_forms("say think write ask believe")
"""Verbs whose subject may stand behind them in good English."""
_SUPPOSING = word_set(
    "swear suppose imagine assume pretend hope guess bet trust wish pray know see hear remember consider presume imply "
    "make let"
)
"""Verbs that ask the reader: so suppose we win."""
_FRONTED = word_set("the this that these those his her my our their")
_UNTIL = PREPOSITIONS_OF_CLAUSES | word_set("because when once while")
_OPENING = word_set("because if although though whether unless while")
_HELPERS = BE | HAVE | MODALS
_BELOW = word_set("that because if while whether although though as when where since until unless whereas")
_CONDITIONAL = word_set("had were should may")
"""What may stand before its subject in good English: he said that, had they known, they would have come."""
_AMOUNTS = word_set("millimetres centimetres metres litres kilometres tonnes tons percent cent degrees votes inches")
_HAPPENED = participles("die arrive happen occur arise disappear emerge fall rise vanish collapse")
_OPENED = participles("close open begin start end grow increase decrease burn change finish return")
"""What happens by itself; with those of the second row, somebody can also do it to something."""
_ALONE = pasts("equalise equalize triumph fail succeed resign apologise apologize protest collide abstain")
"""Verbs without an object that no writer puts before their subject to present it."""
_NEVER_PRESENTING = _ALONE | pasts(
    "decide prevent win lose score pay vote confirm reject criticise criticize demand miss convert celebrate govern"
)
"""With these, verbs with an object: `In the corner squatted a man` is right, `In the corner won a man` is not."""


def inversions(words: Sequence[Word]) -> Iterator[Turned]:
    """Clauses of a sentence with their subject behind the verb, put in English order."""
    if len(words) < 4:
        return
    if any(word.text == "?" for word in words):
        asked = _asked(words)
        yield from [asked] if asked is not None else ()
        return
    opening = opening_passive(words)
    if opening is not None:
        yield opening
    for at in range(1, len(words) - 2):
        found = (
            _pronoun(words, at)
            or _opened(words, at)
            or _behind_clause(words, at)
            or _thereby(words, at)
            or _demonstrative(words, at)
            or _helped(words, at)
            or passive(words, at)
            or _as_soon_as(words, at)
            or _below(words, at)
            or _subordinate(words, at)
            or _behind_comma(words, at)
            or _decided(words, at)
            or _happened(words, at)
        )
        if found is not None:
            yield found


def _asked(words: Sequence[Word]) -> Turned | None:
    """`How came she by the money?`, `Why said he nothing?`: a question in English has do before its subject."""
    verb = words[1]
    if words[0].lower not in ("how", "why", "where", "when", "what") or words[2].text not in NOMINATIVES:
        return None
    base: str | None = verb.lower
    helper = "do"
    if verb.tags & Tag.VERB_PAST:
        base, helper = base_of_past(verb.lower, lexicon()), "did"
    elif verb.tags & Tag.VERB_PRESENT and verb.lower.endswith("s"):
        base, helper = base_of_third(verb.lower, lexicon()), "does"
    if base is None or not _is_lexical(verb) or words[2].lower == base:
        return None
    return Turned(1, 3, f"{helper} {words[2].text} {base}")


# Behind a word or a mark that links or opens a clause


def _pronoun(words: Sequence[Word], at: int) -> Turned | None:
    """`then speak we English`: a verb of its own meaning between a link and a pronoun that can only be a subject."""
    verb, link = words[at], words[at - 1]
    if words[at + 1].text not in NOMINATIVES or link.lower not in _LINKS or not opens_clause(words, at - 1):
        return None
    presenting = verb.lower in COMING or (link.lower in _PLACE_LINKS and verb.lower in PRESENTING)
    if not _is_lexical(verb) or presenting or verb.lower in _QUOTING | _SUPPOSING or verb.tag is Tag.ADVERB:
        return None
    found = sole_verb_first(words, at)
    if found is None or not found.agrees:
        return None  # a clause without `that` (so men we know agree)
    if may_be_verb(found.follows) or found.follows.lower in ("all", "both"):
        return None
    if link.lower == "so" and at > 2 and any(word.lower in ("when", "if") for word in words[: at - 2]):
        return found.turned()._replace(start=at - 1)  # wenn …, so …
    return found.turned()


def _opened(words: Sequence[Word], at: int) -> Turned | None:
    """`if can we pay`, `because was she late`: a helping verb right behind the word that opens its clause."""
    helper, pronoun = words[at], words[at + 1]
    if pronoun.text not in NOMINATIVES or words[at - 1].lower not in _OPENING or helper.lower not in _HELPERS:
        return None
    follows = words[behind_adverbs(words, at + 2)]
    if (at > 1 and words[at - 2].lower in ("as", "even")) or follows.text in ".,;:”" or follows.tag is Tag.RELATIVE:
        return None
    return Turned(at, at + 2, f"{pronoun.text} {helper.text}")


def _thereby(words: Sequence[Word], at: int) -> Turned | None:
    """`and thereby got the meeting its symbol`: two noun phrases behind the verb, of which the first is its subject."""
    verb = words[at]
    if words[at - 1].lower not in ("thereby", "thus", "hereby") or not verb.tags & (Tag.VERB_PAST | Tag.VERB_PRESENT):
        return None
    if at < 2 or not (words[at - 2].lower in ("and", "but") or words[at - 2].text in ".;") or verb.tags & Tag.AUXILIARY:
        return None
    found = verb_first(words, at) if words[at + 1].lower in ("the", "this", "that") else None
    if found is None or found.follows.lower not in ("its", "his", "her", "their", "a", "an", "the"):
        return None
    fixed = f"{found.subject_text} {words[at - 1].text} {verb.text}"
    return Turned(at - 1, found.end, fixed, Applicability.UNSAFE)


def _demonstrative(words: Sequence[Word], at: int) -> Turned | None:
    """`That know we all`: the form of the verb shows that `that` is no subject."""
    verb = words[at]
    if words[at + 1].text not in ("we", "they") or words[at - 1].lower not in ("that", "this"):
        return None
    if not opens_clause(words, at - 1) or words[at - 1].start == 0 != at - 1 or verb.is_capitalised:
        return None
    noun = verb.tags & Tag.NOUN and verb.lower not in ("know", "want", "need", "like")  # that way we know
    base = verb.tags & Tag.VERB_BASE and not noun and not verb.tags & (Tag.VERB_PAST | Tag.AUXILIARY | Tag.MODAL)
    found = sole_verb_first(words, at)
    return found.turned() if base and found is not None and not may_be_verb(found.follows) else None


def _as_soon_as(words: Sequence[Word], at: int) -> Turned | None:
    """`as soon as melts the snow`."""
    if at < 3 or [word.lower for word in words[at - 3 : at]] not in (["as", "soon", "as"], ["as", "long", "as"]):
        return None
    verb = words[at]
    finite = verb.tags & (Tag.VERB_PRESENT | Tag.VERB_PAST) and not verb.is_capitalised
    if not finite or verb.tags & (Tag.AUXILIARY | Tag.MODAL | Tag.ADJECTIVE) or verb.lower == "possible":
        return None
    found = sole_verb_first(words, at)
    if found is None or found.opens.lower not in DETERMINERS:
        return None
    return found.turned(Applicability.SAFE if found.follows.text in ".,;:”" else Applicability.UNSAFE)


def _subordinate(words: Sequence[Word], at: int) -> Turned | None:
    """`where fell 385 millimetres of rain`, `because died the king`: the verb right behind the word that opens."""
    opener, verb = words[at - 1].lower, words[at]
    placing = opens_place(words, at - 1)
    if not (placing or opener in _UNTIL):
        return None
    if at > 1 and (words[at - 2].lower == "of" or words[at - 2].tag & Tag.AUXILIARY):
        return None  # all of which constitute a part; he had since appealed
    ambiguous = verb.tags & (Tag.AUXILIARY | Tag.MODAL | Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
    if (ambiguous or verb.is_capitalised) and not (placing and verb.lower in ("fell", "lives", "live")):
        return None
    if not verb.tags & (FINITE_VERB | Tag.VERB_BASE) or verb.tag & (Tag.GERUND | Tag.ADVERB):
        return None
    if verb.lower.endswith("ing") or verb.lower in SPEECH:
        return None
    found = sole_verb_first(words, at)
    if found is None or not _opens_subject(found.opens):
        return None
    if found.follows.text not in ".,;:" and found.follows.tag is not Tag.PREPOSITION:
        return None
    amount = found.opens.tag is Tag.NUMBER and any(word.lower in _AMOUNTS for word in words[found.subject : found.end])
    sure = amount or (opener == "because" and not verb.tags & Tag.PAST_PARTICIPLE)
    return found.turned(Applicability.SAFE if sure else Applicability.UNSAFE)


def _below(words: Sequence[Word], at: int) -> Turned | None:
    """`while was he at sea`, `that are they rich`, `because has the city sold the land`: the verb behind the opener."""
    opener, verb, subject = words[at - 1].lower, words[at], words[at + 1]
    if opener not in _BELOW | {"which", "whom"} or verb.is_capitalised or not verb.tags & (FINITE_VERB | Tag.VERB_BASE):
        return None
    told = _told(words, at)
    if told is not None:
        return told
    if (
        opener not in _BELOW
        or verb.lower in _CONDITIONAL | DO
        or (at > 1 and words[at - 2].tag & (Tag.AUXILIARY | Tag.ADJECTIVE))
    ):
        return None
    helps = verb.lower in BE | HAVE | MODALS and opener not in ("as", "when", "where")
    if subject.text in PRONOUNS and opener != "as" and at > 1 and words[at - 2].is_alphabetic:
        follows = words[behind_adverbs(words, at + 2)]
        washed = verb.lower in BE and is_participle(follows)
        if washed or (verb.lower in HAVE | MODALS and completes(verb, follows)):
            return Turned(at, at + 2, f"{subject.text} {verb.text}")
    if subject.text in NOMINATIVES | {"I"}:
        follows = words[behind_adverbs(words, at + 2)]
        if helps and not follows.tag & (Tag.PUNCTUATION | Tag.RELATIVE):
            return Turned(at, at + 2, f"{subject.text} {verb.text}")
        found = None if opener == "that" or not _is_lexical(verb) else sole_verb_first(words, at)
        shown = found is not None and found.agrees and not may_be_verb(found.follows) and not _is_named(verb)
        return found.turned() if found is not None and shown else None
    if not helps or opener == "that" or subject.lower not in DETERMINERS:
        return None
    found = verb_first(words, at)
    if found is None:
        return None
    follows = words[behind_adverbs(words, found.end)]
    undergone = verb.lower in BE and (follows.tags & (Tag.PAST_PARTICIPLE | Tag.GERUND) or follows.tag is Tag.ADJECTIVE)
    return found.turned() if undergone or completes(verb, follows) else None


def _told(words: Sequence[Word], at: int) -> Turned | None:
    """`that might the strike end`, `which may we regret`, `that did she not know`: no inversion stands behind these."""
    opener, verb, subject = words[at - 1].lower, words[at], words[at + 1]
    if opener not in ("that", "which", "whom", "because", "although", "whether"):
        return None
    personal = subject.text in NOMINATIVES | {"I"}
    follows = words[behind_adverbs(words, at + 2)]
    if verb.lower in DO and personal and words[at + 2].lower == "not" and follows.tags & Tag.VERB_BASE:
        return Turned(at, at + 2, f"{subject.text} {verb.text}")
    helps = verb.lower in MODALS and verb.lower not in _CONDITIONAL and words[at - 2].lower not in ("only", "than")
    if not helps or words[at - 2].tag is Tag.CONJUNCTION:
        return None
    if personal:
        return Turned(at, at + 2, f"{subject.text} {verb.text}") if completes(verb, follows) else None
    if subject.lower in DETERMINERS - {"all", "both", "each", "no"} or subject.tag is Tag.PLURAL_NOUN:
        found = verb_first(words, at)
        follows = words[behind_adverbs(words, found.end)] if found is not None else subject
        return found.turned() if found is not None and completes(verb, follows) else None
    return None


def _is_named(verb: Word) -> bool:
    """Whether the word may be a noun or an adjective, or speaks: as claims he made, as says he."""
    return bool(verb.tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)) or verb.lower in SPEECH | _QUOTING


def _opens_subject(word: Word) -> bool:
    """Whether a noun phrase that is clearly a new one begins with the word."""
    return word.lower in DETERMINERS or word.tag is Tag.NUMBER or word.is_capitalised


# Behind a phrase


def _helped(words: Sequence[Word], at: int) -> Turned | None:
    """`The money has he never seen`, `that can we not accept`, `then have we a problem`."""
    helper, pronoun = words[at], words[at + 1]
    if pronoun.text not in NOMINATIVES or helper.lower not in HAVE | MODALS or at + 3 >= len(words):
        return None
    start = clause_start(words, at)
    if start == at or not (start == 0 or words[start - 1].text in ".;:“"):
        return None
    link = start == at - 1 and words[start].lower in _HELPED_LINKS
    if not link and not (words[start].lower in _FRONTED and subject_end(words, start) == at):
        return None
    follows = words[behind_adverbs(words, at + 2)]
    owned = link and helper.lower in HAVE and follows.lower in ("a", "an", "no")
    if not owned and not completes(helper, follows):
        return None
    if helper.lower == "can" and words[at + 2].lower == "not":
        return Turned(at, at + 3, f"{pronoun.text} cannot")
    return Turned(at, at + 2, f"{pronoun.text} {helper.text}")


def _decided(words: Sequence[Word], at: int) -> Turned | None:
    """`From the penalty spot decided Costa.`: a verb that never presents its subject, and nothing behind it."""
    verb = words[at]
    if verb.lower not in _NEVER_PRESENTING or not phrase_in_front(words, at) or words[at - 1].text == ",":
        return None
    found = sole_verb_first(words, at)
    if found is None or found.follows.text not in ".,;":
        return None
    named = found.opens.is_capitalised
    if not (named or found.opens.lower in ("the", "a", "an", "both")):
        return None
    start = clause_start(words, at)
    if start > 0 and words[start - 1].text not in ".;“":
        return None  # he hid the letter, and on Friday prevented the wedding
    alone = verb.lower in _ALONE or (verb.lower == "decided" and named)
    if not alone and found.follows.text == "," and any(word.tag & FINITE_VERB for word in words[found.end + 1 :]):
        return None
    turned = found.turned(Applicability.SAFE if alone else Applicability.UNSAFE)  # In 1998 won the Grand Prix.
    return turned._replace(text=f"{turned.text} it") if verb.lower == "decided" else turned


def _happened(words: Sequence[Word], at: int) -> Turned | None:
    """`In the town, has closed half of the hotels.`: a perfect of what happens by itself, before its subject."""
    if words[at].lower not in HAVE or words[at + 1].lower not in _HAPPENED | _OPENED or words[at].is_capitalised:
        return None
    front = words[: at - 1] if words[at - 1].text == "," else words[:at]
    if not front or not is_phrases(front) or (front is not words[: at - 1] and not front[-1].is_noun):
        return None
    found = sole_verb_first(words, at, 2)
    if found is None or not _opens_subject(found.opens):
        return None
    if found.follows.text not in ".,;" and found.follows.tag is not Tag.PREPOSITION:
        return None
    return found.turned(Applicability.SAFE if words[at + 1].lower in _HAPPENED else Applicability.UNSAFE)


# Behind the comma of what stands in front


def _behind_clause(words: Sequence[Word], at: int) -> Turned | None:
    """`Until it thaws, remains it dark`: a verb and its pronoun behind the comma of a clause in front."""
    verb, pronoun = words[at], words[at + 1]
    if words[at - 1].text != "," or at < 4 or pronoun.text not in PRONOUNS or verb.is_capitalised:
        return None
    found = verb_first(words, at)
    if found is None or not is_clause(words[: at - 1]):
        return None
    if verb.lower in MODALS:
        return found.turned() if completes(verb, found.follows) and not may_be_condition(words, at) else None
    imperative = verb.tags & Tag.VERB_BASE and not verb.tags & Tag.VERB_PRESENT  # make it, give them
    if not _is_lexical(verb) or verb.lower in _QUOTING | _SUPPOSING | SPEECH or (imperative and pronoun.text == "it"):
        return None
    sole = not has_finite(words, found.end) and not may_be_verb(found.follows)
    return found.turned() if found.agrees and sole else None


def _behind_comma(words: Sequence[Word], at: int) -> Turned | None:
    """`When the ball flew past, lay Anna already on the floor`; `At 5–6, had Anna two points`."""
    if words[at - 1].text != "," or at < 3 or words[at].is_capitalised or at > LONGEST * 3:
        return None
    before = words[: at - 1]
    clause = is_clause(before) and before[0].lower != "if"  # if he left, lay it down
    phrases = before[0].lower not in OPENERS and is_phrases(before)
    found = sole_verb_first(words, at) if clause or phrases else None
    if found is None:
        return None
    return _possession(found) or _plain_verb(found, before if clause else ())


def _possession(found: VerbFirst) -> Turned | None:
    """`had Anna two match points`: the object shows that no condition is meant."""
    words, thing = found.words, found.follows
    if words[found.verb].lower not in HAVE or found.end + 1 >= len(words):
        return None
    counted = thing.tag is Tag.NUMBER or thing.lower in ("a", "an", "no", "two", "three", "several")
    owned = counted and words[found.end + 1].tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
    conditional = any(word.lower in ("would", "could", "might", "’d") for word in words)
    return found.turned() if owned and not conditional else None


def _plain_verb(found: VerbFirst, clause: Sequence[Word]) -> Turned | None:
    """A verb of its own meaning behind the comma, with a name or a determined noun behind it."""
    verb, opens, follows = found.words[found.verb], found.opens, found.follows
    if not verb.tags & FINITE_VERB or not _is_lexical(verb) or verb.lower in SPEECH or verb.lower.endswith("ing"):
        return None
    if verb.tags & Tag.ADJECTIVE and not (opens.lower in ("the", "a", "an") or verb.lower == "lay"):
        return None  # exhausted Berliners
    past_clause = any(word.tag is Tag.VERB_PAST for word in clause)
    if verb.tags & (Tag.VERB_BASE | Tag.NOUN | Tag.PLURAL_NOUN) and not (past_clause and verb.lower == "lay"):
        return None  # lay, set: an imperative, unless the clause is past
    if not (opens.is_capitalised or opens.lower in DETERMINERS) or opens.lower in ("all", "both", "each"):
        return None
    if verb.lower in PRESENTING and not clause:
        return None
    goes_on = follows.lower in ("again", "already", "not", "still", "then", "so") or follows.is_capitalised
    goes_on = goes_on or follows.lower in DETERMINERS
    if opens.is_capitalised and not goes_on and verb.tags & Tag.PAST_PARTICIPLE:
        return None  # With this tool, called Zebra,
    certainty = Applicability.SAFE if goes_on else Applicability.UNSAFE
    if follows.lower in ("already", "still", "also", "never", "even"):
        fixed = f"{found.subject_text} {follows.text} {verb.text}"
        return Turned(found.verb, found.end + 1, fixed, certainty)
    return found.turned(certainty)


# Words


def _is_lexical(verb: Word) -> bool:
    """Whether the word can be a finite verb of its own meaning, and neither a helping verb nor a name."""
    finite = verb.tags & (FINITE_VERB | Tag.VERB_BASE)
    return bool(finite) and not verb.tags & (Tag.AUXILIARY | Tag.MODAL) and not verb.is_capitalised
