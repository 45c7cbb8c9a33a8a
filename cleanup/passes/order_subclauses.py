"""Verbs at the end of subordinate clauses with a noun as their subject, and of infinitives behind their object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import base_of_past, base_of_third
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order_chunks import (
    CLAUSE_ENDS,
    WITHOUT_OBJECT,
    Kind,
    Part,
    arranged,
    clause_end,
    middle_parts,
    noun_part,
)
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, SUBJECT_PRONOUNS, Sentence, Word
from cleanup.syntax_words import HAVE, INTRANSITIVE, MODALS

_OPENERS = word_set("because although though if while whether when that")
_PLANNING = word_set(
    "decided decides decide refused refuses refuse tried tries try attempted attempts hoped hopes agreed "
    "agrees managed manages began begins vowed vows pledged pledges intended intends intend threatened threatens"
)
"""Verbs whose infinitive has an object of its own."""
_AUXILIARIES = HAVE | MODALS


class SubclauseOrder:
    """Finds a finite verb or an infinitive behind its object."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence, *, verb_final: bool) -> Iterator[Edit]:
        """Edits that put the verb before its object; `verb_final` says that the article comes from such a language."""
        words = sentence.words
        for at in range(len(words) - 3):
            lower = words[at].lower
            if words[at + 2].lower == "not" and (denied := self._denied(text, sentence, at)) is not None:
                yield denied
            elif lower in _OPENERS:
                yield from self._finite(text, sentence, at, verb_final)
            elif lower == "who":
                yield from self._relative(text, sentence, at, verb_final)
            elif lower in _PLANNING or (lower == "order" and at and words[at - 1].lower == "in"):
                yield from self._infinitive(text, sentence, at)

    def _finite(self, text: str, sentence: Sentence, opener: int, verb_final: bool) -> Iterator[Edit]:
        """`because the firm her father dismissed`, `whether the owner the money paid has`."""
        words = sentence.words
        end = _mark(words, opener + 2)
        if end is None or end - opener < 4 or (words[opener].lower == "that" and words[end].text not in ".;!"):
            return
        verb = _verb_start(words, opener, end)
        parts = middle_parts(words, opener + 1, verb) if verb is not None else None
        if verb is None or not parts or len(parts) < 2 or not _is_subject(words, parts[0]):
            return
        subject, rest = parts[0], parts[1:]
        objects = [part for part in rest if part.kind in (Kind.OBJECT, Kind.PRONOUN)]
        if len(objects) > 1 or not _agrees(words, subject, words[end - 1]):
            return
        timed = any(part.kind is Kind.TIME for part in rest)
        if not objects and not (timed and words[verb].lower in WITHOUT_OBJECT):
            return
        sure = bool(objects) and (objects[0].kind is Kind.PRONOUN or words[objects[0].start].lower in DETERMINERS)
        if objects and not sure and objects[0] is not rest[0]:
            return  # the market for high-mileage used vehicles slowed
        certainty = Applicability.SAFE if sure or verb_final else Applicability.UNSAFE
        group = self._group(words, verb, end, denied=any(words[part.start].lower == "not" for part in rest))
        if group is None:
            return
        rest = [part for part in rest if words[part.start].lower != "not"]
        start, stop = sentence.offset(subject.end), sentence.end_offset(end - 1)
        fixed = arranged(text, sentence, group, rest)
        yield self._resources.rules["verb-at-the-end"].edit(text, start, stop, [fixed], applicability=certainty)

    def _group(self, words: Sequence[Word], verb: int, end: int, *, denied: bool) -> str | None:
        """The verbs in the order of English, denied where `not` stood before them."""
        if end == verb + 2:
            return f"{words[end - 1].text}{' not' if denied else ''} {words[verb].text}"
        if not denied:
            return words[verb].text
        lower, lexicon = words[verb].lower, self._resources.words
        past, third = base_of_past(lower, lexicon), base_of_third(lower, lexicon)
        if past is not None:
            return f"did not {past}"
        return f"does not {third}" if third is not None else None

    def _denied(self, text: str, sentence: Sentence, at: int) -> Edit | None:
        """`because he not wanted`, `the firm that not had paid`: `not` before the verb of a clause."""
        words = sentence.words
        clause = words[at].lower in _OPENERS and words[at + 1].lower in SUBJECT_PRONOUNS
        relative = words[at].is_noun and words[at + 1].lower in ("who", "that", "which")
        verb = words[at + 3]
        if not (clause or relative) or not verb.tag & FINITE_VERB or verb.tag is Tag.PAST_PARTICIPLE:
            return None
        if verb.tag & (Tag.AUXILIARY | Tag.MODAL):
            denied: str | None = f"{verb.text} not"
        else:
            denied = self._group(words, at + 3, at + 4, denied=True)
        if denied is None:
            return None
        start, stop = sentence.offset(at + 2), sentence.end_offset(at + 3)
        rule = self._resources.rules["verb-at-the-end"]
        person = any(self._resources.words.is_person_noun(form) for form in (words[at].lower, words[at].lower[:-1]))
        undergone = relative and not person and verb.tags & Tag.PAST_PARTICIPLE and not self._has_object(words, at + 4)
        # The works that not finished: that were not finished, or did not finish.
        certainty = Applicability.UNSAFE if undergone else Applicability.SAFE
        return rule.edit(text, start, stop, [denied], applicability=certainty)

    @staticmethod
    def _has_object(words: Sequence[Word], at: int) -> bool:
        """Whether an object of the verb before `at` begins here."""
        return at < len(words) and (words[at].is_nominal or words[at].lower in DETERMINERS)

    def _relative(self, text: str, sentence: Sentence, at: int, verb_final: bool) -> Iterator[Edit]:
        """`The people who on Friday in the queue stood went home`: places and times before two verbs."""
        words = sentence.words
        verb = next((i for i in range(at + 3, min(at + 12, len(words) - 2)) if words[i].tag & FINITE_VERB), None)
        if verb is None or words[verb].tag & (Tag.AUXILIARY | Tag.MODAL):
            return
        comma = words[verb + 1].text == ","
        follows = words[verb + 1 + comma]
        next_verb = follows.tag & FINITE_VERB or follows.tag is Tag.VERB_BASE
        parts = middle_parts(words, at + 1, verb)
        if not next_verb or not parts or any(part.kind not in (Kind.PLACE, Kind.TIME) for part in parts):
            return
        anyone = at == 0 or words[at - 1].lower in ("and", "but")
        if comma and not anyone:
            return
        sure = len(parts) > 1 or (verb_final and parts[0].kind is Kind.PLACE)
        start, stop = sentence.offset(at), sentence.end_offset(verb + comma)
        somebody = ("Anyone " if at == 0 else "anyone ") if anyone else ""
        fixed = f"{somebody}{words[at].lower} {arranged(text, sentence, words[verb].text, parts)}"
        certainty = Applicability.SAFE if sure else Applicability.UNSAFE
        yield self._resources.rules["verb-at-the-end"].edit(text, start, stop, [fixed], applicability=certainty)

    def _infinitive(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`decided the pool to close`, `in order the park to protect`."""
        words = sentence.words
        thing = noun_part(words, at + 1, min(at + 8, len(words) - 2))
        if thing is None or thing.kind is not Kind.OBJECT or words[thing.end].lower != "to":
            return
        verb = thing.end + 1
        if verb + 1 >= len(words) or not words[verb].tags & Tag.VERB_BASE or words[verb].lower in INTRANSITIVE:
            return
        ordered = words[at].lower == "order"
        if words[verb + 1].text not in CLAUSE_ENDS or (not ordered and words[at + 1].lower not in DETERMINERS):
            return
        start, stop = sentence.offset(at + 1), sentence.end_offset(verb)
        what = text[start : sentence.end_offset(thing.end - 1)]
        certainty = Applicability.SAFE if ordered else Applicability.UNSAFE
        fixed = f"to {words[verb].text} {what}"
        yield self._resources.rules["infinitive-at-the-end"].edit(text, start, stop, [fixed], applicability=certainty)


def _mark(words: Sequence[Word], at: int) -> int | None:
    """The end of the clause, if no other verb stands before its last words."""
    end = clause_end(words, at)
    if end is None or words[end].text not in CLAUSE_ENDS:
        return None
    inner = words[at : end - 2]
    return end if not any(word.tag & (Tag.AUXILIARY | Tag.MODAL | Tag.RELATIVE) for word in inner) else None


def _verb_start(words: Sequence[Word], opener: int, end: int) -> int | None:
    """Where the one or two verbs begin that end the clause."""
    last, before = words[end - 1], words[end - 2]
    if last.lower in _AUXILIARIES:
        form = Tag.PAST_PARTICIPLE if last.lower in HAVE else Tag.VERB_BASE
        return end - 2 if before.tags & form and before.lower not in DETERMINERS else None
    if last.is_capitalised or not last.tags & (Tag.VERB_PAST | Tag.VERB_PRESENT):
        return None
    if last.tags & (Tag.AUXILIARY | Tag.MODAL | Tag.ADVERB | Tag.PREPOSITION):
        return None
    nominal = last.tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE) and not last.tag & (
        FINITE_VERB | Tag.PAST_PARTICIPLE
    )
    governed = before.lower in DETERMINERS or before.tag & (Tag.PREPOSITION | Tag.ADJECTIVE | Tag.POSSESSIVE)
    return None if nominal or governed or end - 1 < opener + 3 else end - 1


def _is_subject(words: Sequence[Word], part: Part) -> bool:
    """Whether the part can be the clause's subject: a noun with its article, a name, `it`."""
    first = words[part.start]
    if part.kind is Kind.PRONOUN:
        return first.lower == "it"
    return part.kind is Kind.OBJECT and (first.lower in DETERMINERS or first.is_proper)


def _agrees(words: Sequence[Word], subject: Part, verb: Word) -> bool:
    """Whether the verb agrees with the subject in number."""
    if verb.tags & (Tag.VERB_PAST | Tag.MODAL) or verb.lower == "had":
        return True
    plural = words[subject.end - 1].tag is Tag.PLURAL_NOUN
    return bool(verb.tags & Tag.VERB_PRESENT or verb.lower == "has") is not plural
