"""Words of clauses that other languages choose differently: which for people, will behind if, become as a passive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import finite_forms, gerund, participle, past, third_person
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, inflected, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.clauses import (
    Rest,
    chunk_start,
    is_complete,
    is_finite,
    noun_phrase_end,
    rest_of_clause,
    takes_more,
    verb_after,
)
from cleanup.syntax.parser import DETERMINERS, OPENERS, RELATIVES, SUBJECT_PRONOUNS, Sentence, Word, parse
from cleanup.syntax.words import BE, MIDDLE_ADVERBS, PREPOSITIONS_OF_TIME, SPEECH, TELL, TIME_NOUNS

_FUTURE_OPENERS = word_set("if when until unless once after before till")
_WILL = word_set("will shall can must may should would could ’ll 'll won’t won't")
_WOULD = word_set("would could might ’d 'd wouldn’t wouldn't")
_PLURAL_PRONOUNS = word_set("they we you i")
_GROUPS = word_class("groups_of_people", "acting_bodies", "persons_or_bodies") | {"families"}
_SECOND_SENSE = word_class("second_senses")
"""Persons that are also things or animals: pieces of chess, software, machines, bees."""
_WEATHER = word_set("rain rains snow snows hail freeze thaw storm storms wind winds frost drought heat ice fog")
_ASKING = SPEECH | TELL | forms_of("verbs_of_asking") | word_set("clear unclear date matter matters")
"""Words that govern an indirect question: before “when the bridge will open”, or behind it."""
_SHOWING = forms_of("verbs_with_two_objects") | word_set("know knows knew see sees saw")
_SET_PHRASES = word_set("more worse known called left now today")
"""What follows `what is` in an aside: what is more."""
_COMING = TIME_NOUNS | word_set("come comes came")
_HEADED = PREPOSITIONS_OF_TIME | word_set("in at on near to from by")
"""Prepositions of the agents, places and times that can follow a passive."""
_WHEN = word_set("today yesterday tomorrow now again here there soon early late daily weekly this last next every")
_PASSIVE = inflected("transitive_verbs", participle) - {"used"}  # he became used to it
_BECOME = {"become": "be", "becomes": "is", "became": "was"}
_COME = {"come": "be", "comes": "is", "came": "was", "coming": "being"}
_DEEDS = inflected("deeds_of_authorities", participle)
_DENIED = {"do": "are not", "does": "is not", "did": "was not"}
_BLAMED = word_set(
    "arrested fined sentenced criticised criticized thanked jailed condemned praised punished investigated imprisoned "
    "blamed dismissed expelled suspended charged famous known responsible sorry"
)
_SORRY = finite_forms("apologise apologize thank blame reproach forgive praise")
"""Verbs with the form in -ing behind their object and “for”: apologised to the guests for being late."""
_PUNISHMENTS = word_set("years months prison jail euros dollars fine sentence")
_LEAST_BEFORE_NAME = 6  # words of a clause that a name with its office ends
_SINCE = word_set("after before during despite because following")


def clause_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits of one or two words that the clause around them decides."""
    finder = _Finder(article.text, resources)
    for sentence in parse(article):
        for index in range(1, len(sentence.words) - 2):
            lower = sentence.words[index].lower
            if lower == "which":
                yield from finder.person(sentence, index)
            elif lower == "that":
                yield from finder.named_person(sentence, index)
            elif lower == "will":
                yield from finder.future(sentence, index)
            elif lower == "would":
                yield from finder.condition(sentence, index)
            elif lower in _BECOME:
                yield from finder.passive(sentence, index)
            elif lower in _COME:
                yield from finder.passive_with_come(sentence, index)
            elif lower == "what":
                yield from finder.after_what(sentence, index)
                yield from finder.clause_what(sentence, index)
            elif lower == "to" and sentence.words[index - 1].lower == "for":
                yield from finder.for_to(sentence, index)


class _Finder:
    def __init__(self, text: str, resources: Resources) -> None:
        self._text = text
        self._resources = resources

    def _edit(
        self, sentence: Sentence, rule: str, start: int, end: int, replacement: str, *, sure: bool = True
    ) -> Edit:
        """An edit of the words from `start` to `end`, both included."""
        certainty = Applicability.SAFE if sure else Applicability.UNSAFE
        span = sentence.offset(start), sentence.end_offset(end)
        return self._resources.rules[rule].edit(self._text, *span, [replacement], applicability=certainty)

    def person(self, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`the man which built the tower`: who, right behind a person and before a verb."""
        words = sentence.words
        if index + 3 >= len(words):
            return
        at = index + 2 if words[index + 1].tag is Tag.ADVERB else index + 1
        verb = words[at]
        after = words[at + 1]
        read_as_noun = verb.is_noun and not (after.tag is Tag.PREPOSITION or after.lower in DETERMINERS)
        if not verb.tags & (FINITE_VERB | Tag.VERB_BASE) or verb.lower in DETERMINERS or read_as_noun:
            return
        commas = words[index - 1].text == ","
        noun = index - 2 if commas else index - 1
        if noun < 0 or not self._is_person(words[noun]):
            return
        start = chunk_start(words, noun + 1)
        before = [word.lower for word in words[max(0, noun - 4) : noun]]
        if "of" in before or "and" in before:
            return
        clause = next((at + 1 for at in range(noun, -1, -1) if words[at].text in ":;"), 0)
        opens = words[start].lower in DETERMINERS and not any(word.tag & FINITE_VERB for word in words[clause:noun])
        if commas and not opens:
            return  # what he did to the man, which was wrong
        sure = not {words[noun].lower, words[noun].lower.removesuffix("s")} & _SECOND_SENSE
        yield self._edit(sentence, "which-of-a-person", index, index, "who", sure=sure)

    def named_person(self, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`the work of the captain, Rubén Soto, that had scored`: who, behind a name that stands apart."""
        words = sentence.words
        if words[index - 1].text != "," or index < _LEAST_BEFORE_NAME or not words[index + 1].tags & Tag.VERB_PAST:
            return
        start = index - 1
        while start > 0 and words[start - 1].is_capitalised:
            start -= 1
        name, before = words[start : index - 1], words[:start]
        named = len(name) > 1 and self._resources.words.is_given_name(name[0].text) and words[start - 1].text == ","
        opens = before and (before[0].tag & Tag.PREPOSITION or before[0].lower in OPENERS | {"according"})
        told = any(word.lower in SPEECH | TELL for word in before)
        if named and not opens and not told and any(is_finite(words, at) for at in range(1, start)):
            yield self._edit(sentence, "which-of-a-person", index, index, "who")

    def _is_person(self, noun: Word) -> bool:
        lower = noun.lower
        if not noun.is_noun or noun.is_capitalised or lower in _GROUPS:
            return False
        lexicon = self._resources.words
        single = lower[:-1] if lower.endswith("s") else lower
        plural = lower in ("men", "women", "children", "people")
        return plural or lexicon.is_person_noun(lower) or (single != lower and lexicon.is_person_noun(single))

    def future(self, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`If it will rain, the match will be cancelled`: the present behind if and when."""
        words = sentence.words
        denied = words[index + 1].lower == "not" and index + 3 < len(words)
        last = index + 2 if denied else index + 1
        verb = words[last]
        if verb.is_capitalised or not (verb.tags & Tag.VERB_BASE or verb.lower == "be"):
            return
        opener = self._opener(words, index)
        if opener is None or sentence.words[-1].text == "?" or words[index - 1].lower == "you":
            return
        if opener and words[opener - 1].lower in {"and", "or", "but"} | _COMING:
            return  # the day will come when he will rule
        if words[opener].lower == "when" and opener and words[opener - 1].text == ",":
            return  # until May, when he will be 79
        comma = next((at for at in range(index + 2, len(words)) if words[at].text == ","), None)
        if opener == 0 or words[opener - 1].text in '.;:“"':
            ahead = {word.lower for word in words[comma + 1 :]} if comma is not None else set()
            if _ASKING & {word.lower for word in words[index + 2 :]}:
                return  # when it will open, the mayor will not say
            sure = bool(ahead & _WILL)
        else:
            clause = {word.lower for word in words[:opener]}
            pronoun = words[index - 1].lower in SUBJECT_PRONOUNS
            bounds = pronoun and words[opener].lower in ("before", "until", "till")  # not: all before the court will be
            asked = clause & _ASKING and words[opener].lower in ("if", "when")
            if asked or not (bounds or clause & {"will", "won’t", "won't", "’ll"}):
                return
            sure = True
        subject = words[index - 1]
        bound = opener > 0 and words[opener - 1].lower == "only"  # only if the raids will end
        willing = (
            not bound
            or not subject.is_noun
            or subject.is_proper
            or self._is_person(subject)
            or subject.lower in _GROUPS
        )
        weather = {word.lower for word in words[opener : index + 2]} & _WEATHER
        if words[opener].lower == "if" and not weather and willing:
            if denied:
                return  # if he will not pay
            sure = False  # if they are willing, if it really will help
        plural = subject.lower in _PLURAL_PRONOUNS or subject.tag is Tag.PLURAL_NOUN
        if "of" in [word.lower for word in words[opener + 1 : index]] or "and" in [
            w.lower for w in words[opener:index]
        ]:
            sure = False
        base = verb.lower
        if denied:
            form = ("are" if plural else "is") if base == "be" else "do" if plural else "does"
            form = f"{form} not" if base == "be" else f"{form} not {base}"
        else:
            form = ("are" if plural else "is") if base == "be" else base if plural else third_person(base)
        yield self._edit(sentence, "will-behind-if", index, last, form, sure=sure)

    def condition(self, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`If they would have asked, we would have come`: the past perfect behind if."""
        words = sentence.words
        have = next((at for at in range(index + 1, min(index + 3, len(words) - 1)) if words[at].lower == "have"), None)
        opener = self._opener(words, index)
        if opener is None or words[opener].lower != "if":
            return
        if opener and words[opener - 1].lower in _ASKING | {"as"}:
            return
        if have is None:
            yield from self._wish(sentence, index, opener)
            return
        done = next((at for at in range(have + 1, min(have + 3, len(words))) if not words[at].tag & Tag.ADVERB), have)
        others = {word.lower for at, word in enumerate(words) if at < opener or at > done}
        if words[done].tags & Tag.PAST_PARTICIPLE and others & _WOULD and not others & {"asked", "wondered"}:
            between = "".join(f" {word.text}" for word in words[index + 1 : have])
            yield self._edit(sentence, "would-behind-if", index, have, f"had{between}")

    def _wish(self, sentence: Sentence, index: int, opener: int) -> Iterator[Edit]:
        """`If prices would fall, more would be sold`: the past behind if, where nobody is willing."""
        words = sentence.words
        verb, subject = words[index + 1], words[index - 1]
        others = {word.lower for at, word in enumerate(words) if at < opener or at > index}
        plain = verb.tags & Tag.VERB_BASE and not verb.is_capitalised and verb.lower not in ("like", "be", "just")
        if not plain or not others & _WOULD or others & _ASKING or words[-1].text == "?":
            return
        if subject.is_noun and not subject.is_proper and not self._is_person(subject):
            sure = subject.lower not in _GROUPS and opener == 0
            yield self._edit(sentence, "would-behind-if", index, index + 1, past(verb.lower), sure=sure)

    def _opener(self, words: Sequence[Word], index: int) -> int | None:
        """The index of the if or when whose subject ends right before `index`."""
        for at in range(index - 1, max(-1, index - 7), -1):
            word = words[at]
            if word.lower in _FUTURE_OPENERS:
                return at if at < index - 1 else None
            if word.lower == "as" and words[at - 1].lower in ("soon", "long"):
                return at - 2 if at > 1 and words[at - 2].lower == "as" else None
            if not (word.is_nominal or word.lower in DETERMINERS | SUBJECT_PRONOUNS | {"of", "in"}):
                return None
        return None

    def passive(self, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The apples become harvested`: German and Dutch make their passive with become."""
        words = sentence.words
        participle, after = words[index + 1], words[index + 2]
        if participle.lower not in _PASSIVE or not (
            after.tag is Tag.PUNCTUATION or after.lower in _HEADED | _WHEN | TIME_NOUNS
        ):
            return  # he became elected mayor
        yield self._edit(sentence, "become-as-passive", index, index, _be(words, index, _BECOME[words[index].lower]))

    def passive_with_come(self, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The inquiry came filed`, `it came never put`: Italian makes its passive with come."""
        words = sentence.words
        at = index + 2 if words[index + 1].lower in MIDDLE_ADVERBS | {"not", "never"} else index + 1
        done, after = words[at], words[min(at + 1, len(words) - 1)]
        if done.lower not in _DEEDS or done.start != words[at - 1].end + 1 or not _ends_deed(after):
            return
        if words[index].lower == "coming" and words[index - 1].lower not in BE:
            return
        helper = words[index - 2].lower if index > 1 and words[index - 1].lower == "not" else ""
        several = helper == "did" and _is_of_several(words, index - 2)
        if helper in _DENIED:
            form = "were not" if several else _DENIED[helper]
            yield self._edit(sentence, "become-as-passive", index - 2, index, form)
            return
        form, before = _be(words, index, _COME[words[index].lower]), words[index - 1]
        behind = form in ("is", "are", "was", "were") and before.lower in MIDDLE_ADVERBS | {"never"} and index > 1
        start, form = (index - 1, f"{form} {before.lower}") if behind else (index, form)
        yield self._edit(sentence, "become-as-passive", start, index, form)

    def after_what(self, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`after what one member resigned`: which, where the clause has no gap."""
        words = sentence.words
        if words[index - 1].lower not in _SINCE or index < 1:
            return
        end = index + 2 if words[index + 1].lower in SUBJECT_PRONOUNS else noun_phrase_end(words, index + 1)
        verb = verb_after(words, end - 1) if end is not None else None
        if verb is None or not is_complete(words, verb) or takes_more(words, verb):
            return
        if index == 1:
            yield self._edit(sentence, "what-for-which", index, index, "which", sure=False)
        elif words[index - 2].text == ",":
            yield self._edit(sentence, "what-for-which", index, index, "which")

    def clause_what(self, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`He bakes bread for all, what the crew appreciates`: which, of the whole clause that is complete before."""
        words = sentence.words
        if words[index - 1].text != "," or words[-1].text == "?":
            return
        before = _verb_of_statement(words, index - 1)
        if before is None:
            return
        sure = is_complete(words, before)
        verb, after = words[index + 1], words[index + 2]
        helped = verb.tag is Tag.AUXILIARY and after.lower not in SUBJECT_PRONOUNS | DETERMINERS
        if verb.tags & FINITE_VERB or helped or verb.lower in ("is", "was"):
            ends = rest_of_clause(words, index + 3, subordinate=True) is Rest.NONE  # not: what forced it is unknown
            if ends and after.text != "," and after.lower not in _SET_PHRASES:
                yield self._edit(sentence, "what-for-which", index, index, "which", sure=sure)
            return
        end = index + 2 if verb.lower in SUBJECT_PRONOUNS else noun_phrase_end(words, index + 1)
        at = verb_after(words, end - 1) if end is not None else None
        if at is not None and words[at + 1].text in ".;" and words[at].tag & (FINITE_VERB | Tag.VERB_BASE):
            yield self._edit(sentence, "what-for-which", index, index, "which", sure=sure)

    def for_to(self, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`They came for to see it`; the form in -ing where a verb of blame is before: `fined for to sell it`."""
        words = sentence.words
        verb, before = words[index + 1], words[index - 2] if index > 1 else None
        base = verb.tags & Tag.VERB_BASE and not verb.is_capitalised
        perfect = verb.lower == "have" and words[index + 2].tags & Tag.PAST_PARTICIPLE
        if base and before is not None and (before.lower in _BLAMED or (perfect and before.lower in _PUNISHMENTS)):
            yield self._edit(sentence, "preposition-and-infinitive", index, index + 1, gerund(verb.lower))
            return
        if base and {word.lower for word in words[max(0, index - 6) : index - 1]} & _SORRY:
            yield self._edit(sentence, "preposition-and-infinitive", index, index + 1, gerund(verb.lower))
            return
        kept = ("what", "looking", "it", "allowed", "asked", "called")
        if base and before is not None and before.lower not in kept and not _is_relative(words, index - 1):
            start = sentence.offset(index - 1), sentence.end_offset(index)
            yield self._resources.rules["for-to"].edit(self._text, *start, ["to"])


def _verb_of_statement(words: Sequence[Word], comma: int) -> int | None:
    """The verb of a main clause that ends at the comma and neither asks nor tells what follows."""
    start = comma
    while start > 0 and words[start - 1].text not in ',;:“”"—–':
        start -= 1
    clause = range(start, comma)
    if {words[at].lower for at in clause} & (_ASKING | _SHOWING | OPENERS | RELATIVES):
        return None
    verb = next((at for at in clause if is_finite(words, at) or words[at].tag is Tag.AUXILIARY), None)
    return verb if verb is not None and verb > start else None


def _is_relative(words: Sequence[Word], end: int) -> bool:
    """Whether the clause that ends before `end` lacks an object: what they came for, the seat she fought for."""
    for at in range(end - 1, -1, -1):
        word = words[at]
        if word.tag is Tag.PUNCTUATION:
            return False
        if word.lower in ("what", "whatever", "which", "who", "whom", "that", "all"):
            return True
        opens = words[at + 1].lower in SUBJECT_PRONOUNS | DETERMINERS or words[at + 1].is_proper
        if word.is_noun and word.lower != "the" and opens:
            return True
    return False


def _ends_deed(after: Word) -> bool:
    """Whether what follows a participle is no noun that it would describe: with the peace came abandoned farms."""
    closed = after.tag & (Tag.PUNCTUATION | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.ADVERB | Tag.INFINITIVE)
    return bool(closed) or after.lower in _HEADED | _WHEN | TIME_NOUNS | DETERMINERS


def _be(words: Sequence[Word], index: int, form: str) -> str:
    """The form of be for that of the verb at `index`, whose own form by itself is `form`."""
    at = index - 1
    while at > 0 and words[at].lower in MIDDLE_ADVERBS | {"never"}:
        at -= 1
    if form == "be":
        if words[at].lower in ("has", "have", "had"):
            return "been"
        return form if words[at].tag is Tag.MODAL or words[at].lower in ("to", "not") else "are"
    return "were" if form == "was" and _is_of_several(words, at + 1) else form


def _is_of_several(words: Sequence[Word], index: int) -> bool:
    """Whether the subject that ends before `index` is of several."""
    before = words[index - 1]
    return before.tag is Tag.PLURAL_NOUN or before.lower in ("they", "we", "who") or _plural_head(words, index)


def _plural_head(words: Sequence[Word], index: int) -> bool:
    """Whether the subject that ends before `index` has a plural as its head: the houses of the street."""
    start = chunk_start(words, index)
    for word in words[start:index]:
        if word.is_noun:
            return word.tag is Tag.PLURAL_NOUN
    return False
