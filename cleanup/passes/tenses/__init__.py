"""Tenses of the languages of the continent: the present for what began in the past, the perfect behind a denial."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import base_of_participle, base_of_third, participle, third_person
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import inflected, with_plurals, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.tenses.past import past_edits
from cleanup.passes.tenses.since import perfect_of, perfects, present_before
from cleanup.resources import Resources
from cleanup.syntax.clauses import is_complete
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Sentence, Word, parse
from cleanup.syntax.subjects import Subjects

_UNITS = with_plurals("units_of_time") - word_class("units_of_time") | word_set(
    "evenings mornings afternoons quarters terms semesters summers winters autumns springs matches games rounds"
)
_AMOUNTS = word_class("numbers") | word_set("several many some")
_ABOUT = word_set("almost nearly about over around more less than at least already approximately some")
_SINGLE_UNITS = word_set("year month week day night decade hour century generation eternity while")
_BARE_UNITS = word_set("years months weeks days nights decades hours centuries generations ages")
_LASTING = word_class("lasting_verbs") | inflected("lasting_verbs", third_person)
_STATES = _LASTING | word_class("lasting_verbs_of_states") | inflected("lasting_verbs_of_states", third_person)
"""Verbs of what lasts."""
_LIVING = word_set("lives live works work teaches teach")
_UNPLANNED = word_set("almost nearly over many")
_LONG_UNITS = word_set("decade decades century centuries generations")
"""With the former, durations of what nobody fixes beforehand, as a term of four years is."""
_LASTED = inflected("lasting_verbs", participle) | inflected("lasting_verbs_of_states", participle)
"""Participles of what goes on for years."""
_NOT_LASTING = word_set("not never nobody no first last only ever more most least twice once times few n't nothing")
_CARRY = {"carry": "have", "carries": "has"}
_CARRIERS = word_set("he she they we i who") | word_class("groups_of_people", "acting_bodies")
"""Who carries time, besides persons: a crime and a charge carry years of another kind."""
_SENTENCES = word_set("parole remission bail")
_MEMBERS = with_plurals("lasting_roles")
_MORE_THAN = (["more", "than"], ["less", "than"], ["at", "least"])
_STATE = Tag.ADVERB | Tag.ADJECTIVE | Tag.PREPOSITION | Tag.PAST_PARTICIPLE
_LONGEST = 6  # words between the verb and its duration


Found = tuple[int, int, str, Applicability]
"""The words that a repair replaces, as a half-open range, what it puts there, and how sure it is."""


class Tenses:
    """Finds present tenses with `since ten years`, perfects with `yesterday`, and `do not have looked`."""

    name = "tenses"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._subjects = Subjects(resources.words, resources.names, lambda name: False)

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Edits that put the verb into the perfect, or into the past."""
        for sentence in parse(article):
            words = sentence.words
            yield from self._points(article.text, sentence)
            for index in range(len(words) - 2):
                begins = words[index].lower == "since" or (index and words[index].lower == "from")
                if begins and (end := duration_end(words, index + 1)) is not None:
                    yield from self._duration(article.text, sentence, index, end)
                elif (found := self._carried(words, index)) is not None:
                    yield self._duration_edit(article.text, sentence, *found)
                elif words[index].lower == "for" and index > 1:
                    yield from self._lasting(article.text, sentence, index)
                elif words[index].lower in ("do", "does", "did") and words[index + 1].lower == "not":
                    yield from self._denial(article.text, sentence, index)
        yield from past_edits(article, self._resources)

    def _duration(self, text: str, sentence: Sentence, index: int, end: int) -> Iterator[Edit]:
        words = sentence.words
        if end < len(words) and words[end].tag & (FINITE_VERB | Tag.VERB_BASE) and index:
            return  # the job is safe since three years remain
        already = index == 1 and words[0].lower == "already"
        front = words[index].lower == "since" and (index == 0 or already)
        verb = _behind(words, end) if front else _verb_before(words, index)
        if words[index].lower == "since" and not front and (start := _since_for_for(words, index)) is not None:
            only = " only" if start < index else ""
            span = sentence.offset(start), sentence.end_offset(index)
            yield self._resources.rules["present-of-duration"].edit(text, *span, [f"for{only}"])
            return
        if verb is None:
            return
        perfect = self._perfect(words, verb)
        if perfect is None:
            return
        rule = self._resources.rules["present-of-duration"]
        if front:
            amount = text[sentence.end_offset(index) : sentence.end_offset(end - 1)].removeprefix(" already")
            said = " already" if already or words[index + 1].lower == "already" else ""
            between = amount + said + text[sentence.end_offset(end - 1) : sentence.offset(verb)]
            yield rule.edit(text, sentence.offset(0), sentence.end_offset(verb), [f"For{between}{perfect}"])
            return
        start, stop = sentence.offset(verb), sentence.end_offset(index)
        between = text[sentence.end_offset(verb) : sentence.offset(index)]
        state = end < len(words) and (words[end].is_nominal or words[end].tag & _STATE)
        if index == verb + 1 and words[verb].lower in ("is", "are") and state:
            amount = text[sentence.end_offset(index) : sentence.end_offset(end - 1)]
            has = "has" if words[verb].lower == "is" else "have"
            yield rule.edit(text, start, sentence.end_offset(end - 1), [f"{has} for{amount} been"])
            return
        sure = words[index].lower == "since" or words[verb].lower in _LASTING
        certainty = Applicability.SAFE if sure else Applicability.UNSAFE
        yield rule.edit(text, start, stop, [f"{perfect}{between}for"], applicability=certainty)

    def _points(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """Present tenses with `since Monday`."""
        words = sentence.words
        if not any(word.lower == "since" for word in words):
            return
        rule = self._resources.rules["since-and-present"]
        for found in perfects(words, self._resources.words, self._subjects):
            yield rule.edit(text, sentence.offset(found.start), sentence.end_offset(found.end - 1), [found.text])

    def _lasting(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The inn exists for more than a century`: what lasts, with a duration that nobody fixes beforehand."""
        words = sentence.words
        end = duration_end(words, index + 1)
        if end is None or end >= len(words) or not (words[end].text in ".,;" or words[end].lower in ("and", "but")):
            return
        verb = present_before(words, index, self._subjects.of_verbs(words))
        perfect = None if verb is None else perfect_of(words, verb, self._resources.words)
        if verb is None or perfect is None or words[verb].lower not in _STATES:
            return
        unplanned = words[index + 1].lower in _UNPLANNED | _BARE_UNITS or words[end - 1].lower in _LONG_UNITS
        if index == verb + 1 and words[verb].lower not in ("exists", "exist"):
            return  # the bear lives for over thirty years
        unplanned = unplanned and words[verb].lower.endswith("s")
        certainty = Applicability.SAFE if unplanned else Applicability.UNSAFE
        yield self._duration_edit(text, sentence, verb, *perfect, certainty)

    def _duration_edit(
        self, text: str, sentence: Sentence, start: int, end: int, replacement: str, certainty: Applicability
    ) -> Edit:
        """An edit of the words `start:end`."""
        span = sentence.offset(start), sentence.end_offset(end - 1)
        return self._resources.rules["present-of-duration"].edit(text, *span, [replacement], applicability=certainty)

    def _carried(self, words: Sequence[Word], index: int) -> Found | None:
        """How other languages say how long something has lasted: their own verbs and orders, and the present tense."""
        finders = (
            self._already,
            self._in_years,
            self._carry,
            self._years_that,
            self._fronted,
            self._from_year,
            self._there_are_years,
            self._belonging,
        )
        return next((found for find in finders if (found := find(words, index)) is not None), None)

    def _already(self, words: Sequence[Word], index: int) -> Found | None:
        """`works already twenty-six years`, `is already ten years closed`: has already worked for twenty-six years."""
        verb = index - 1
        if words[index].lower != "already" or verb < 1:
            return None
        start = index + 2 if words[index + 1].lower in ("for", "since") else index + 1
        end = duration_end(words, start)
        lower = words[verb].lower
        if end is not None and start == index + 1 and _is_perfect(words, index):
            return index, index + 1, "for", Applicability.SAFE
        if end is None or not (_agrees(words[verb], words[verb - 1]) or lower in ("lasts", "last")):
            return None
        if lower not in _STATES | {"lasts", "last"} and not (lower in ("is", "are") and start > index + 1):
            return None
        perfect = self._perfect(words, verb)
        if perfect is None:
            return None
        has, participle = perfect.split()
        amount = " ".join(word.text for word in words[start:end])
        preposition = "" if lower in ("lasts", "last") else "for "
        return verb, end, f"{has} already {participle} {preposition}{amount}", Applicability.SAFE

    def _in_years(self, words: Sequence[Word], index: int) -> Found | None:
        """`has fished here in 35 years`: for 35 years; not of what was done once, or never."""
        if words[index].lower != "in" or (end := duration_end(words, index + 1)) is None:
            return None
        ends = end >= len(words) or words[end].tag & (Tag.PUNCTUATION | Tag.CONJUNCTION | Tag.PREPOSITION)
        if not ends or words[min(end, len(words) - 1)].lower == "by":
            return None
        for at in range(index - 1, max(0, index - 6), -1):
            word, before = words[at], words[at - 1]
            if word.tag is Tag.PUNCTUATION or word.lower in _NOT_LASTING or word.lower.endswith("est"):
                return None
            if word.lower in _LASTED and before.lower in ("has", "have"):
                object_behind = words[at + 1].is_nominal or words[at + 1].lower in DETERMINERS
                if object_behind or any(other.lower in _NOT_LASTING for other in words[:at]):
                    return None
                return index, index + 1, "for", Applicability.SAFE
            if word.tag is Tag.GERUND and before.lower == "been":
                return index, index + 1, "for", Applicability.SAFE
        return None

    def _carry(self, words: Sequence[Word], index: int) -> Found | None:
        """Spanish llevar: `carry asking since 2019`, `carries ten years working`, `carry six months without pay`."""
        has = _CARRY.get(words[index].lower)
        if has is None or index == 0 or index + 2 >= len(words) or not self._carries_time(words[index - 1]):
            return None
        if _is_doing(words, index + 1) and _since_in_clause(words, index + 2):
            return index, index + 1, f"{has} been", Applicability.SAFE
        end = duration_end(words, index + 1)
        if end is None or end + 1 >= len(words):
            return None
        amount = " ".join(word.text for word in words[index + 1 : end])
        if _is_doing(words, end):
            return index, end + 1, f"{has} been {words[end].text} for {amount}", Applicability.SAFE
        if words[end + 1].lower in _SENTENCES:
            return None
        if words[end].lower == "without" and words[end + 2].tag is Tag.PUNCTUATION:
            return index, end + 2, f"{has} been without {words[end + 1].text} for {amount}", Applicability.SAFE
        if words[end].tag & (Tag.PREPOSITION | Tag.ADJECTIVE | Tag.PAST_PARTICIPLE) and words[end].lower != "of":
            return index, end, f"{has} for {amount} been", Applicability.UNSAFE
        return None

    def _carries_time(self, subject: Word) -> bool:
        """Whether the word is a person or a firm, which a time without pay can befall."""
        lexicon, lower = self._resources.words, subject.lower
        person = any(lexicon.is_person_noun(form) for form in (lower, lower.removesuffix("s")))
        return person or lower in _CARRIERS or lower == "people" or lexicon.is_given_name(subject.text)

    def _years_that(self, words: Sequence[Word], index: int) -> Found | None:
        """`It is ten years that they wait`: they have waited for ten years, said in the order of the words."""
        if words[index].lower not in ("it", "there") or words[index + 1].lower not in ("is", "are", "makes", "has"):
            return None
        end = duration_end(words, index + 2)
        if end is None or end + 2 >= len(words) or words[end].lower != "that":
            return None
        verb = _behind(words, end + 1)
        perfect = self._perfect(words, verb) if verb is not None else None
        if verb is None or perfect is None or not _lasts_without_object(words, verb):
            return None  # it is ten years that I remember fondly
        opens = "For" if words[index].is_capitalised else "for"
        amount, subject = (" ".join(word.text for word in words[a:b]) for a, b in ((index + 2, end), (end + 1, verb)))
        return index, verb + 1, f"{opens} {amount} {subject} {perfect}", Applicability.SAFE

    def _fronted(self, words: Sequence[Word], index: int) -> Found | None:
        """`Of twenty years his team has been fixing`, `For twelve years he is mayor`: For, and the perfect."""
        if index or words[0].text not in ("Of", "For", "From") or (end := duration_end(words, 1)) is None:
            return None
        verb = _behind(words, end)
        if verb is None:
            return None
        perfect = self._perfect(words, verb)
        if words[0].text == "Of" and words[verb].lower in ("has", "have", "had") and perfect is None:
            return 0, 1, "For", Applicability.SAFE
        if perfect is None or words[end].text == ",":
            return None
        between = " ".join(word.text for word in words[1:verb])
        lasting = words[verb].lower in _LASTING | {"is", "are"}
        certainty = Applicability.SAFE if words[0].text == "Of" else Applicability.UNSAFE
        return (0, verb + 1, f"For {between} {perfect}", certainty) if lasting or words[0].text == "Of" else None

    def _from_year(self, words: Sequence[Word], index: int) -> Found | None:
        """`He lives in Bologna from 1987.`: a state that lasts since a year."""
        if words[index].lower != "from" or index + 2 >= len(words) or words[index + 2].text not in ".;,":
            return None
        year = words[index + 1].text
        if not (year.isdigit() and len(year) == 4 and year[:2] in ("19", "20")):
            return None
        verb = _verb_before(words, index)
        if verb is None or words[verb].lower not in _LIVING or index - verb > _LONGEST:
            return None
        perfect = self._perfect(words, verb)
        between = " ".join(word.text for word in words[verb + 1 : index])
        made = f"{perfect} {between} since".replace("  ", " ")
        return (verb, index + 1, made, Applicability.SAFE) if perfect is not None else None

    def _there_are_years(self, words: Sequence[Word], index: int) -> Found | None:
        """`works at the school there are ten years`: has worked at the school for ten years."""
        if words[index].lower != "there" or words[index + 1].lower not in ("is", "are", "has"):
            return None
        end = duration_end(words, index + 2)
        if end is None or end >= len(words) or words[end].tag is not Tag.PUNCTUATION:
            return None
        places = range(index - 1, max(0, index - _LONGEST - 1), -1)
        verb = next((at for at in places if words[at].lower in _STATES and _agrees(words[at], words[at - 1])), None)
        perfect = self._perfect(words, verb) if verb is not None else None
        if verb is None or perfect is None or any(word.tag is Tag.PUNCTUATION for word in words[verb:index]):
            return None
        made = " ".join([perfect, *(word.text for word in words[verb + 1 : index]), "for"])
        return verb, index + 2, made, Applicability.SAFE

    def _belonging(self, words: Sequence[Word], index: int) -> Found | None:
        """`those who are members for more than ten years`: have been; a term that is served is not counted so."""
        if words[index].lower not in ("is", "are") or words[index - 1].tag & (Tag.CONJUNCTION | Tag.MODAL):
            return None
        start = next((at for at in range(index + 2, min(index + 9, len(words) - 3)) if words[at].lower == "for"), None)
        if start is None or duration_end(words, start + 1) is None:
            return None
        counted = [word.lower for word in words[start + 1 : start + 3]]
        member = words[index + 2 if words[index + 1].lower in DETERMINERS else index + 1]
        between = words[index + 1 : start]
        if member.lower not in _MEMBERS or any(word.tag & (Tag.PUNCTUATION | FINITE_VERB) for word in between):
            return None
        if counted not in _MORE_THAN and counted[0] not in ("over", "almost", "nearly"):
            return None
        return index, index + 1, "has been" if words[index].lower == "is" else "have been", Applicability.SAFE

    def _perfect(self, words: Sequence[Word], verb: int) -> str | None:
        """The verb at `verb` in the present perfect, or None where it is no present."""
        lower = words[verb].lower
        if lower in ("is", "are", "has", "have"):
            done = "been" if lower in ("is", "are") else "had"
            if lower in ("has", "have") and words[verb + 1].tags & Tag.PAST_PARTICIPLE:
                return None
            if lower in ("is", "are") and words[verb + 1].tag is Tag.GERUND:
                return None if words[verb + 1].lower == "going" else f"{'has' if lower == 'is' else 'have'} been"
            return f"{'has' if lower in ('is', 'has') else 'have'} {done}"
        lexicon = self._resources.words
        third = words[verb].tags & Tag.VERB_PRESENT and lower.endswith("s")
        base = base_of_third(lower, lexicon) if third else lower
        if base is None or not lexicon.tags(base) & Tag.VERB_BASE:
            return None
        return f"{'has' if third else 'have'} {participle(base)}"

    def _denial(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`do not have looked`: did not look."""
        words = sentence.words
        if (
            index + 3 >= len(words)
            or words[index + 2].lower != "have"
            or not words[index + 3].tags & Tag.PAST_PARTICIPLE
        ):
            return
        verb = words[index + 3]
        after = words[index + 4] if index + 4 < len(words) else None
        if verb.is_capitalised or (after is not None and after.is_noun and verb.tags & Tag.ADJECTIVE):
            return  # they do not have limited options
        base = base_of_participle(verb.lower, self._resources.words)
        if base is None or after is None or not (after.tags & (Tag.PREPOSITION | Tag.DETERMINER | Tag.PUNCTUATION)):
            return
        start, end = sentence.offset(index), sentence.end_offset(index + 3)
        rule = self._resources.rules["perfect-after-do"]
        yield rule.edit(text, start, end, [f"did not {base}"])


def duration_end(words: Sequence[Word], at: int) -> int | None:
    """Where the duration that begins at `at` ends: ten years, more than a decade, hours; None where none begins.

    `ten years ago`, `ten years of work` and `ten to twelve years` are none.
    """
    start = at
    while at < len(words) and words[at].lower in _ABOUT:
        at += 1
    if at < len(words) and words[at].lower == "a" and at + 1 < len(words) and words[at + 1].lower == "few":
        at += 1
    if at + 1 >= len(words):
        return None
    amount, unit = words[at], words[at + 1]
    parts = amount.lower.replace("‑", "-").split("-")
    number = amount.tag is Tag.NUMBER and amount.text.isdigit() and len(amount.text) < 4
    counted = (number or parts[0] in _AMOUNTS) and unit.lower in _UNITS
    single = amount.lower in ("a", "an", "one") and unit.lower in _SINGLE_UNITS
    if (
        amount.lower == "a"
        and unit.lower == "long"
        and at + 2 < len(words)
        and words[at + 2].lower in ("time", "while")
    ):
        at, single = at + 1, True
    bare = at == start and amount.lower in _BARE_UNITS and words[at - 1].lower != "from"
    if not (counted or single or bare):
        return None
    end = at + 1 if bare else at + 2
    after = words[end].lower if end < len(words) else ""
    return None if after in ("ago", "of", "to", "old", "before", "earlier", "later", "-", "or") else end


def _is_perfect(words: Sequence[Word], index: int) -> bool:
    """Whether a verb in the perfect stands in the clause before `index`: has lived here, had not lost."""
    for at in range(index - 1, max(0, index - _LONGEST - 1), -1):
        word = words[at]
        if word.lower in ("has", "have", "had", "’ve", "'ve"):
            return any(other.tags & Tag.PAST_PARTICIPLE for other in words[at + 1 : index])
        if word.tag & (Tag.PUNCTUATION | Tag.RELATIVE | Tag.MODAL | Tag.CONJUNCTION):
            return False
    return False


def _since_for_for(words: Sequence[Word], index: int) -> int | None:
    """Where `since`, or `only since`, begins that should be `for`: had not lost since ten matches."""
    if words[index - 1].lower == "only":
        return index - 1
    return index if _is_perfect(words, index) else None


def _is_doing(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at` says what somebody does: asking for, but not training crews."""
    after = words[at + 1]
    doing = words[at].tags & Tag.GERUND and words[at].lower.endswith("ing")
    return bool(doing) and not after.is_nominal


def _since_in_clause(words: Sequence[Word], start: int) -> bool:
    """Whether a `since` of the same clause stands soon behind `start`."""
    for word in words[start : start + 8]:
        if word.lower == "since":
            return True
        if word.tag & (Tag.PUNCTUATION | Tag.CONJUNCTION | Tag.RELATIVE | FINITE_VERB) or word.lower == "that":
            return False
    return False


def _lasts_without_object(words: Sequence[Word], verb: int) -> bool:
    """Whether the verb at `verb` names a state in which nothing is left open: not the years that they own."""
    return words[verb].lower in _STATES | {"is", "are"} and is_complete(words, verb)


def _verb_before(words: Sequence[Word], index: int) -> int | None:
    """The present tense that the duration at `index` belongs to."""
    for at in range(index - 1, max(0, index - _LONGEST - 1), -1):
        word, before = words[at], words[at - 1]
        if word.tag is Tag.PUNCTUATION or word.tag & (Tag.RELATIVE | Tag.INFINITIVE | Tag.MODAL):
            return None
        if word.lower in ("is", "are"):
            return at
        finite = word.tag & (FINITE_VERB | Tag.VERB_BASE)
        if at == index - 1 and word.lower in _STATES and (before.is_noun or before.lower in SUBJECT_PRONOUNS):
            return at if _agrees(word, before) else None
        if not finite or word.is_capitalised:
            continue
        if word.tags & Tag.VERB_PAST and word.lower not in ("has", "have"):
            return at - 1 if at > 1 and before.lower in ("is", "are") else None
        return at if _agrees(word, before) else None
    return None


def _agrees(verb: Word, before: Word) -> bool:
    """Whether the word before the verb may be its subject, or an adverb behind that."""
    if verb.lower.endswith("s"):
        return before.is_noun or before.lower in ("he", "she", "it", "who", "which", "that", "also", "still")
    several = before.tag is Tag.NUMBER and before.lower not in ("one", "1")
    return several or before.lower in ("they", "we", "i", "you", "who") or before.tag is Tag.PLURAL_NOUN


def _behind(words: Sequence[Word], at: int) -> int | None:
    """The present tense behind the duration that opens the sentence: `Since ten years he lives`, `the lake is`."""
    if at < len(words) and words[at].text == ",":
        at += 1
    if at + 1 >= len(words):
        return None
    if words[at].lower in ("he", "she", "it", "they", "we", "i"):
        verb = at + 1
    else:
        verb = next((i for i in range(at + 1, min(at + 8, len(words))) if not words[i].is_nominal), at)
        while verb < len(words) and words[verb].lower in DETERMINERS | {"of", "in", "from"}:
            verb = next((i for i in range(verb + 1, min(at + 9, len(words))) if not words[i].is_nominal), len(words))
        opens = words[at].lower in DETERMINERS or words[at].is_proper
        if not opens or verb >= len(words):
            return None
        several = words[verb].lower in ("are", "have") and any(word.tag is Tag.PLURAL_NOUN for word in words[at:verb])
        if not several and not _agrees(words[verb], words[verb - 1]):
            return None
    form = words[verb]
    present = form.tag & (Tag.VERB_PRESENT | Tag.VERB_BASE) or form.lower in ("is", "are", "has", "have")
    return verb if present and (not form.tags & Tag.VERB_PAST or form.lower in ("has", "have")) else None
