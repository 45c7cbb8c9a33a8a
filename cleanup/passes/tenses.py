"""Tenses of the languages of the continent: the present for what began in the past, the perfect behind a denial."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.verb_forms import BASES, base_of_third, participle_of, regular_past
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, Sentence, Word, parse
from cleanup.syntax_words import TIME_NOUNS, word_set

_UNITS = word_set("years months weeks days decades hours centuries generations")
_AMOUNTS = word_set(
    "two three four five six seven eight nine ten eleven twelve fifteen sixteen eighteen twenty thirty forty fifty "
    "sixty seventy eighty ninety several many some"
)
_LASTING = word_set(
    "lives live works work fishes fish waits wait fights fight teaches teach runs run leads lead governs govern plays "
    "play serves serve sells sell knows know sings sing writes write lies lie studies study collects collect cares care"
)
_STATES = _LASTING | word_set(
    "exists exist stands stand stays stay keeps keep belongs belong holds hold owns own sleeps sleep rains rain snows "
    "rules rule hosts host operates operate applies apply swims swim sits sit suffers suffer produces produce "
    "heads head directs direct manages manage"
)
"""Verbs of what lasts."""
_STATE_WORDS = word_set(
    "here there closed open shut missing ill sick dead married divorced blocked suspended empty official occupied "
    "underway abandoned banned detained imprisoned vacant dry flooded available"
)
"""What something is since a day: closed, missing. Not what is measured from it (unchanged, highest)."""
_STATE_PHRASES = frozenset(["on strike", "in prison", "in force", "at war", "in hospital", "under water", "in jail"])
_TURNING_POINTS = word_set(
    "beginning start end opening war flood fire accident attack earthquake pandemic election strike"
)
_LONGEST = 6  # words between the verb and its duration


class Tenses:
    """Finds present tenses with `since ten years`, and `do not have looked`."""

    name = "tenses"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Edits that put the verb into the perfect, or into the past."""
        for sentence in parse(article):
            words = sentence.words
            for index in range(len(words) - 2):
                if words[index].lower in ("since", "from") and _is_duration(words, index + 1):
                    yield from self._duration(article.text, sentence, index)
                elif words[index].lower == "since" and (end := _point_end(words, index + 1)) is not None:
                    yield from self._point(article.text, sentence, index, end)
                elif words[index].lower in ("do", "does", "did") and words[index + 1].lower == "not":
                    yield from self._denial(article.text, sentence, index)

    def _duration(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        words = sentence.words
        front = index == 0 and words[0].lower == "since"
        verb = _behind(words, index + 3) if front else _verb_before(words, index)
        if verb is None:
            return
        perfect = self._perfect(words, verb)
        if perfect is None:
            return
        rule = self._resources.rules["present-of-duration"]
        if front:
            start, end = sentence.offset(0), sentence.end_offset(verb)
            between = text[sentence.end_offset(0) : sentence.offset(verb)]
            yield rule.edit(text, start, end, [f"For{between}{perfect}"])
            return
        start, end = sentence.offset(verb), sentence.end_offset(index)
        between = text[sentence.end_offset(verb) : sentence.offset(index)]
        sure = words[index].lower == "since" or words[verb].lower in _LASTING
        certainty = Applicability.SAFE if sure else Applicability.UNSAFE
        yield rule.edit(text, start, end, [f"{perfect}{between}for"], applicability=certainty)

    def _point(self, text: str, sentence: Sentence, index: int, end: int) -> Iterator[Edit]:
        """A present tense with `since Monday`, which ends at `end`: only of states, which last."""
        words = sentence.words
        if index == 0:
            verb = _behind(words, end)
        elif words[index - 1].lower in ("who", "which"):
            verb = end if words[end].tag & Tag.VERB_PRESENT else None
        elif words[end].tag is Tag.PUNCTUATION or (words[index + 1].text.isdigit() and words[end].lower == "and"):
            verb = _state_before(words, index)
        else:
            verb = None
        if verb is None or not _is_state(words, verb, index):
            return
        perfect = self._perfect(words, verb)
        if perfect is not None:
            rule = self._resources.rules["since-and-present"]
            yield rule.edit(text, sentence.offset(verb), sentence.end_offset(verb), [perfect])

    def _perfect(self, words: Sequence[Word], verb: int) -> str | None:
        """The verb at `verb` in the present perfect, or None where it is no present."""
        lower = words[verb].lower
        if lower in ("is", "are", "has", "have"):
            participle = "been" if lower in ("is", "are") else "had"
            if lower in ("has", "have") and words[verb + 1].tags & Tag.PAST_PARTICIPLE:
                return None
            if lower in ("is", "are") and words[verb + 1].tag is Tag.GERUND:
                return None if words[verb + 1].lower == "going" else f"{'has' if lower == 'is' else 'have'} been"
            return f"{'has' if lower in ('is', 'has') else 'have'} {participle}"
        lexicon = self._resources.words
        third = words[verb].tags & Tag.VERB_PRESENT and lower.endswith("s")
        base = base_of_third(lower, lexicon) if third else lower
        if base is None or not lexicon.tags(base) & Tag.VERB_BASE:
            return None
        return f"{'has' if third else 'have'} {participle_of(base)}"

    def _denial(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`do not have looked`: did not look."""
        words = sentence.words
        if (
            index + 3 >= len(words)
            or words[index + 2].lower != "have"
            or not words[index + 3].tags & Tag.PAST_PARTICIPLE
        ):
            return
        participle = words[index + 3]
        after = words[index + 4] if index + 4 < len(words) else None
        if participle.is_capitalised or (after is not None and after.is_noun and participle.tags & Tag.ADJECTIVE):
            return  # they do not have limited options
        base = BASES.get(participle.lower) or self._base(participle.lower)
        if base is None or after is None or not (after.tags & (Tag.PREPOSITION | Tag.DETERMINER | Tag.PUNCTUATION)):
            return
        start, end = sentence.offset(index), sentence.end_offset(index + 3)
        rule = self._resources.rules["perfect-after-do"]
        yield rule.edit(text, start, end, [f"did not {base}"])

    def _base(self, participle: str) -> str | None:
        lexicon = self._resources.words
        if not participle.endswith("ed"):
            return None
        candidates = [participle[:-2], participle[:-1], participle[:-3], participle[:-3] + "y"]
        known = [each for each in candidates if lexicon.tags(each) & Tag.VERB_BASE and regular_past(each) == participle]
        return max(known, key=lexicon.zipf, default=None)


def _is_duration(words: Sequence[Word], at: int) -> bool:
    """Whether `ten years` stands at `at`, and no `ten years ago`, `ten years of work` or `ten to twelve years`."""
    amount, unit = words[at], words[at + 1]
    counted = amount.lower in _AMOUNTS or (amount.tag is Tag.NUMBER and amount.text.isdigit() and len(amount.text) < 4)
    after = words[at + 2].lower if at + 2 < len(words) else ""
    return (
        counted and unit.lower in _UNITS and after not in ("ago", "of", "to", "old", "before", "earlier", "later", "-")
    )


def _point_end(words: Sequence[Word], at: int) -> int | None:
    """Where the point in time that begins at `at` ends: 1998, May 1998, Tuesday, last week, the opening; or None."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if after is None:
        return None
    if word.text.isdigit() and len(word.text) == 4:
        return at + 1
    if word.text in MONTHS | WEEKDAYS:
        return at + 2 if after.text.isdigit() and at + 2 < len(words) else at + 1
    if word.lower in ("then", "childhood", "birth", "yesterday"):
        return at + 1
    if word.lower == "last" and (after.lower in TIME_NOUNS or after.text in MONTHS | WEEKDAYS):
        return at + 2 if at + 2 < len(words) else None
    return at + 2 if word.lower == "the" and after.lower in _TURNING_POINTS and at + 2 < len(words) else None


def _state_before(words: Sequence[Word], index: int) -> int | None:
    """The present tense of a state that `since` at `index` belongs to: at most three words before it, in its clause."""
    for at in range(index - 1, max(0, index - 5), -1):
        word, before = words[at], words[at - 1]
        if word.lower in _STATES | {"is", "are", "has", "have"}:
            return at if _agrees(word, before) else None
        other = Tag.PUNCTUATION | Tag.RELATIVE | Tag.INFINITIVE | Tag.MODAL | FINITE_VERB
        if word.tag & other and word.lower not in _STATE_WORDS:
            return None
    return None


def _is_state(words: Sequence[Word], verb: int, since: int) -> bool:
    """Whether the verb says what lasts; of `is`, only what is so for a while, and nothing about records or counts."""
    if words[verb].lower in ("has", "have"):
        return since - verb == 3 and words[verb + 1].lower in DETERMINERS  # has a bakery
    if words[verb].lower not in ("is", "are"):
        return words[verb].lower in _STATES
    said = [word.lower for word in words[verb + 1 : since if since > verb else verb + 3]]
    return bool(said) and (said[0] in _STATE_WORDS or " ".join(said[:2]) in _STATE_PHRASES)


def _verb_before(words: Sequence[Word], index: int) -> int | None:
    """The present tense that the duration at `index` belongs to."""
    for at in range(index - 1, max(0, index - _LONGEST - 1), -1):
        word, before = words[at], words[at - 1]
        if word.tag is Tag.PUNCTUATION or word.tag & (Tag.RELATIVE | Tag.INFINITIVE | Tag.MODAL):
            return None
        if word.lower in ("is", "are"):
            return at
        finite = word.tag & (FINITE_VERB | Tag.VERB_BASE)
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
    return before.lower in ("they", "we", "i", "you", "who") or before.tag is Tag.PLURAL_NOUN


def _behind(words: Sequence[Word], at: int) -> int | None:
    """The present tense behind the duration that opens the sentence: `Since ten years he lives`."""
    if at < len(words) and words[at].text == ",":
        at += 1
    if at + 1 >= len(words) or words[at].lower not in ("he", "she", "it", "they", "we", "i"):
        return None
    verb = words[at + 1]
    present = verb.tag & (Tag.VERB_PRESENT | Tag.VERB_BASE) or verb.lower in ("is", "are", "has", "have")
    return at + 1 if (present and not verb.tags & Tag.VERB_PAST) or verb.lower in ("has", "have") else None
