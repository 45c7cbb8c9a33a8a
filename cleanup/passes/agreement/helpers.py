"""Verb forms that their helping verb refuses: had fall, is please, would thought, did went, to kept, has being."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import (
    base_of_gerund,
    base_of_participle,
    base_of_past,
    base_of_third,
    gerund,
    is_irregular_past,
    participle,
)
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import inflected, with_plurals
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.agreement.infinitives import governs_infinitive
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Word, parse
from cleanup.syntax.words import (
    BE,
    DO,
    HAVE,
    INFINITIVE_VERBS,
    INTRANSITIVE,
    MIDDLE_ADVERBS,
    MODALS,
    SPEECH,
    TELL,
)

_HAVE = HAVE | {"having"}
_BE = BE | {"be", "been", "being"}
_DO = DO | word_set("don’t doesn’t didn’t don't doesn't didn't")
_MODALS = MODALS | word_set("cannot couldn’t wouldn’t shouldn’t won’t can’t")
_BETWEEN = MIDDLE_ADVERBS | word_set("not since long ever yet once twice thus")
_HELPERS = _HAVE | _BE | _DO | _MODALS | {"to"}
_OPEN_RELATIVES = word_set("who that which what whatever whoever all everything than as how best most worst least")
"""Words before a helping verb that may be the last of its clause: those who could left, as best they could."""
_ASKS = word_set("not how able unable willing ready likely continue scheduled expected order chance right decision")
"""Words before a “to” that is no preposition, beside the verbs with an infinitive."""
_CLAUSES_OF = word_set("fact news claim claims belief view hope fear idea evidence now x twitter facebook")
"""Words whose clause with “that” lacks nothing."""
_OWNERS = word_set("the a an his her its their our my him them us me")
"""What opens an object, and follows no noun."""
_TO_BASE = {"is": "be", "was": "be", "are": "be", "were": "be", "been": "be", "has": "have", "had": "have"}
_OBJECTS = word_set("him them us me it themselves himself herself itself")
_HARDLY_VERBS = word_set("was were is are has had did does been do be have said born being")
_ONLY_INFINITIVE = INFINITIVE_VERBS - word_set(
    "is was were are be been being used prefer prefers preferred agree agrees agreed agreeing object go goes went gone"
) | word_set("able unable willing unwilling likely unlikely eager ready how")
"""Words behind which “to” is no preposition."""
_INFINITIVE_NOUNS = with_plurals("nouns_with_infinitive", "nouns_with_infinitive_alone")
_NEVER_PASSIVE = inflected("verbs_without_passive", participle)
_PERFECT = {"is": "has", "are": "have", "was": "had", "were": "had", "be": "have"}
_MEASURES = word_set("over under about almost nearly around a an only just more less several many few hours years days")
_SUBJECT_WORDS = word_set(
    "there that everybody everyone nobody someone somebody little much many few most none himself herself itself "
    "themselves several others"
)
_BEEN = word_set("be being was were")
_NAMED_BY_INFINITIVE = word_set("do does did goal aim plan thing idea step task job point need option way purpose")
"""Words before “is” behind which an infinitive may stand without to: all they do is wait."""
_OTHER = Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE | Tag.ADVERB | Tag.PREPOSITION | Tag.CONJUNCTION
_NAMES = Tag.NOUN | Tag.PLURAL_NOUN
_HEADED = Tag.PREPOSITION | Tag.PARTICLE | Tag.ADVERB | Tag.PUNCTUATION
"""What stands behind a verb without an object; a noun before it would have its article."""
_FURTHEST = 4  # words from a helping verb to its verb, the verb included
_CLEAR = 1.0
"""By how many powers of ten the neighbours must prefer one form to another."""

Found = tuple[str, bool]


def helper_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that give a verb the form which the helping verb or the “to” before it asks for."""
    finder = _Finder(resources)
    rule = resources.rules["verb-form"]
    for sentence in parse(article):
        for index in range(1, len(sentence.words) - 1):
            helper = _helper(sentence.words, index)
            if helper is None:
                continue
            if (perfect := finder.perfect_with_be(sentence.words, helper, index)) is not None:
                span = sentence.offset(helper), sentence.end_offset(index)
                yield resources.rules["be-for-have"].edit(article.text, *span, [perfect])
                continue
            known = sentence.words[index].lower in _HARDLY_VERBS
            denied = known and sentence.words[helper].lower in _DO
            find = finder.have_behind_do if denied else finder.form_of_be if known else finder.form
            found = find(sentence.words, helper, index)
            if found is not None:
                form, sure = found
                span = sentence.offset(index), sentence.end_offset(index)
                certainty = Applicability.SAFE if sure else Applicability.UNSAFE
                forms = [form] if sure else [form, *finder.others(sentence.words, helper, index, form)]
                yield rule.edit(article.text, *span, forms, applicability=certainty)


def _helper(words: Sequence[Word], index: int) -> int | None:
    """Where the helping verb of the word at `index` stands: right before, or before not and an adverb."""
    verb = words[index]
    at = index - 1
    while at > 0 and index - at < _FURTHEST and (words[at].lower in _BETWEEN or _is_manner(words[at])):
        at -= 1
    if words[at].lower not in _HELPERS or verb.is_capitalised or not verb.text.isalpha() or len(verb.text) < 2:
        return None
    joined = words[index + 1].text in "-–’'/" and words[index + 1].start == verb.end
    return at if (not words[at].is_capitalised or at == 0) and not joined else None


def _is_manner(word: Word) -> bool:
    """Whether the word is an adverb like swiftly."""
    return word.tag is Tag.ADVERB and word.lower.endswith("ly")


class _Finder:
    def __init__(self, resources: Resources) -> None:
        self._words = resources.words

    def perfect_with_be(self, words: Sequence[Word], helper: int, index: int) -> str | None:
        """`is arrived`, `were remained`: has arrived; the past where a duration follows: `is lasted six hours`."""
        form, lower = words[index].lower, words[helper].lower
        if form not in _NEVER_PASSIVE or lower not in _PERFECT or not _has_subject(words, helper):
            return None
        after = words[index + 1]
        if after.lower in ("at", "by", "upon") or after.text in "-–":
            return None  # the deal is arrived at
        between = "".join(f"{word.text} " for word in words[helper + 1 : index])
        measured = after.tag is Tag.NUMBER or after.lower in _MEASURES
        if base_of_past(form, self._words) == "last" and lower in BE:
            return f"{between}lasted" if measured and "not" not in between else f"{_PERFECT[lower]} {between}{form}"
        return f"{_PERFECT[lower]} {between}{form}"

    def form(self, words: Sequence[Word], helper: int, index: int) -> Found | None:
        """The form that the verb at `index` should have behind the helping verb, and whether that is certain."""
        lower = words[helper].lower
        if len(words[index].text) < 3:
            return None
        if lower == "to":
            return self._infinitive(words, index)
        if not _has_subject(words, helper):
            return None
        if lower in _HAVE:
            return self._perfect(words, helper, index)
        if lower in _BE:
            return self._passive(words, helper, index)
        if lower in _DO:
            return self._behind_do(words, helper, index)
        return self._behind_modal(words, helper, index)

    def form_of_be(self, words: Sequence[Word], helper: int, index: int) -> Found | None:
        """`has being sold`, `has be sold`, `would being ready`, `is be sold`, `is been sold`: been, be or being."""
        verb, lower, after = words[index].lower, words[helper].lower, words[index + 1]
        if lower == "to" and verb in _TO_BASE and index > 1 and helper == index - 1:
            return (_TO_BASE[verb], True) if governs_infinitive(words, index - 2, self._words) else None
        was = verb == "being" and after.tags & Tag.PAST_PARTICIPLE
        lacks = lower in _HAVE and not was and _lacks_object(words, helper, verb)
        if index < 2 or not _has_subject(words, helper) or lacks:
            return None
        done = bool(after.tags & (Tag.PAST_PARTICIPLE | Tag.VERB_PAST | Tag.GERUND))
        predicate = done or bool(after.tags & (Tag.ADJECTIVE | Tag.ADVERB | Tag.PREPOSITION))
        if lower in ("has", "have", "had") and verb in _BEEN and (helper == index - 1 or verb in ("be", "being")):
            follows = (predicate and after.lower not in DETERMINERS) or verb == "be" or helper < index - 1
            return ("been", follows) if follows or after.lower in ("a", "an", "the") else None
        if lower in _MODALS and (verb in ("being", "been") or (verb in BE and words[helper].tag is Tag.MODAL)):
            sure = verb != "been" and not _may_lack_object(words, helper)
            return ("be", sure) if predicate or after.lower in DETERMINERS else None
        if lower in BE and verb in ("be", "been") and helper == index - 1 and done:
            return "being", verb == "be" and after.tag is not Tag.GERUND
        return None

    def have_behind_do(self, words: Sequence[Word], helper: int, index: int) -> Found | None:
        """`did not even had`, `does not has`: have, where something follows that can be had."""
        lower, after = words[index].lower, words[index + 1]
        denied = words[helper].lower.endswith("t") or words[helper + 1].lower == "not"
        if lower not in ("has", "had") or not denied or not _has_subject(words, helper):
            return None
        has = after.is_nominal or after.lower in DETERMINERS | _OBJECTS | {"to", "anything", "anyone", "anybody"}
        return ("have", True) if has else None

    def others(self, words: Sequence[Word], helper: int, index: int, form: str) -> tuple[str, ...]:
        """What else may be meant where a form is no more than likely: are launch → launched or launching."""
        verb, lower = words[index].lower, words[helper].lower
        if lower in _BE and self._words.tags(verb) & Tag.VERB_BASE:
            return tuple(other for other in (participle(verb), gerund(verb)) if other != form)
        passive = lower in _MODALS and self._words.tags(verb) & Tag.PAST_PARTICIPLE
        base = base_of_participle(verb, self._words) if passive else None
        return tuple(other for other in (base, f"be {verb}") if other != form) if base is not None else ()

    def _fit(self, left: str, form: str, right: Word) -> float:
        """How well a form, of one word or two, stands between its neighbours."""
        total = 0.0
        for word in (*form.split(), right.text):
            total += self._words.log_probability(left, word)
            left = word
        return total

    def _base(self, form: str, *, past: bool) -> str | None:
        """The infinitive of a form that is none itself."""
        tags = self._words.tags(form)
        if tags & Tag.VERB_BASE and not (past and is_irregular_past(form)):
            return None
        base = base_of_third(form, self._words) if tags & Tag.VERB_PRESENT and form.endswith("s") else None
        return base or (base_of_past(form, self._words) if past and tags & Tag.VERB_PAST else None)

    def _perfect(self, words: Sequence[Word], helper: int, index: int) -> Found | None:
        """`had fall`, `has wrote`: the participle."""
        verb = words[index].lower
        tags = self._words.tags(verb)
        if tags & Tag.PAST_PARTICIPLE or words[helper].lower == "having":
            return None
        doing = tags & Tag.GERUND and verb.endswith("ing")
        if doing and (words[helper - 1].lower in ("who", "that") or not _may_lack_object(words, helper)):
            return self._perfect_of_gerund(words, index)
        if doing or _may_lack_object(words, helper):
            return None
        base = verb if tags & Tag.VERB_BASE else base_of_past(verb, self._words) if tags & Tag.VERB_PAST else None
        if base is None or (tags & Tag.ADJECTIVE and self._words.likely_tag(verb) is not Tag.VERB_BASE):
            return None
        form = participle(base)
        if form == verb:
            return None
        if not tags & _OTHER or self._can_be_no_noun(words, helper, index, form):
            return form, True
        left, right = words[helper].lower, words[index + 1]
        better = self._fit(left, form, right) - self._fit(left, verb, right)
        if self._words.takes_article(verb) and right.tag & _HEADED:
            better = self._words.log_probability(left, form) - self._words.log_probability(left, verb)
        seen = self._words.bigram_lower(left, verb)
        opens = right.lower in DETERMINERS | _OBJECTS or right.is_proper or not right.is_nominal
        return (form, seen == 0) if better > 2 * _CLEAR and opens else None

    def _can_be_no_noun(self, words: Sequence[Word], helper: int, index: int, form: str) -> bool:
        """Whether what follows `have` cannot be had: have collect 800 names, have already show interest."""
        verb, left, right = words[index].lower, words[index - 1], words[index + 1]
        counted = self._words.takes_article(verb) or not self._words.tags(verb) & Tag.NOUN
        if not counted or self._words.bigram_lower(words[helper].lower, verb) or right.tag is Tag.INFINITIVE:
            return False  # have cause to complain
        if _opens(right) or right.tag is Tag.NUMBER:
            return True
        likelier = self._words.log_probability(left.lower, form) > self._words.log_probability(left.lower, verb)
        if index - helper > 1:
            bare = right.is_noun or self._words.likely_tag(verb) is Tag.VERB_BASE
            return likelier and bare and left.lower != "not" and not right.is_proper
        return likelier and words[helper - 1].lower in _MODALS and bool(right.tag & _HEADED)

    def _perfect_of_gerund(self, words: Sequence[Word], index: int) -> Found | None:
        """`has recording the visits`: the participle; not of what may be a thing that somebody has."""
        verb, right = words[index].lower, words[index + 1]
        base = base_of_gerund(verb, self._words)
        if base is None or verb in ("going", "coming"):
            return None
        form = participle(base)
        plain = not self._words.tags(verb) & (_OTHER | Tag.PREPOSITION)
        if plain and (_opens(right) or not right.is_nominal):
            return form, True
        left = words[index - 1].text
        ongoing = self._words.likely_tag(verb) & Tag.GERUND
        counted = right.tag is Tag.NUMBER or right.lower in _MEASURES
        if (right.lower in _OWNERS or (ongoing and counted)) and self._words.bigram_lower(left, verb) == 0:
            return form, True
        better = self._words.log_probability(left, form) - self._words.log_probability(left, verb)
        sure = _opens(right) and self._words.bigram_lower(left, verb) == 0
        headed = ongoing and right.tag & (Tag.PREPOSITION | Tag.ADVERB | Tag.NUMBER)
        return (form, sure) if better > _CLEAR and (_opens(right) or headed) else None

    def _passive(self, words: Sequence[Word], helper: int, index: int) -> Found | None:
        """`was arrest`, `is renovate the yard`: the participle or the form in -ing, whichever the neighbours prefer."""
        verb = words[index].lower
        tags = self._words.tags(verb)
        if tags & (Tag.PAST_PARTICIPLE | Tag.GERUND) or _is_named(words, helper):
            return None
        base = verb if tags & Tag.VERB_BASE else base_of_past(verb, self._words) if tags & Tag.VERB_PAST else None
        if base is None:
            return None
        left, right = words[helper].lower, words[index + 1]
        done, doing = participle(base), gerund(base)
        if base == "go":
            return (doing, right.tag is Tag.INFINITIVE) if right.tag & (Tag.INFINITIVE | Tag.PREPOSITION) else None
        if tags & Tag.ADJECTIVE and tags & Tag.VERB_BASE:
            read = self._words.bigram_lower(left, done) > 3 and not self._words.bigram_lower(left, verb)
            by = right.lower == "by" and not self._words.bigram_lower(left, verb)
            return (done, bool(by)) if by or (read and right.tag & _HEADED) else None
        if left == "being":
            return self._behind_being(words, helper, index, done)
        fits = sorted(((self._fit(left, form, right), form) for form in (done, doing)), reverse=True)
        takes_object = right.lower in DETERMINERS | _OBJECTS or right.is_proper
        if not tags & Tag.VERB_BASE:
            return done, not tags & _OTHER and not takes_object
        if takes_object and not self._gives(base):
            fits.sort(key=lambda fit: fit[1] != doing)
        elif fits[0][0] - fits[1][0] < _CLEAR and right.lower != "by":
            going_on = base in INTRANSITIVE or (base in INFINITIVE_VERBS and right.tag is Tag.INFINITIVE)
            if going_on and right.tag & (_HEADED | Tag.INFINITIVE):
                return doing, not tags & _OTHER
            if tags & _OTHER and self._words.likely_tag(verb) is not Tag.VERB_BASE:
                return None
            return (doing if right.is_nominal else done), False
        form = done if right.lower == "by" else fits[0][1]
        if not tags & _OTHER:
            return form, True
        seen = self._words.bigram_lower(left, verb)
        if right.lower in _OWNERS and not seen and self._words.likely_tag(verb) is Tag.VERB_BASE:
            return form, True  # they are already call the vote
        better = self._fit(left, form, right) - self._fit(left, verb, right)
        if self._words.takes_article(verb) and right.tag & _HEADED:
            better = self._words.log_probability(left, form) - self._words.log_probability(left, verb)
        bare = self._words.takes_article(verb) and right.tag & _HEADED and seen == 0
        if better < (_CLEAR if bare else 2 * _CLEAR) or (right.is_nominal and not takes_object):
            return None
        return form, seen == 0 and self._words.bigram_lower(left, form) > 9

    def _behind_being(self, words: Sequence[Word], helper: int, index: int, done: str) -> Found | None:
        """`is being endorse by`, `were being prevent from`: the participle, where no noun can stand."""
        right = words[index + 1]
        helped = words[helper - 1].lower in BE | {"be", "not"} or words[helper - 1].tag is Tag.ADVERB
        if not helped or not right.tag & (Tag.PREPOSITION | Tag.PUNCTUATION | Tag.INFINITIVE | Tag.ADVERB):
            return None
        likely = self._words.bigram_lower("being", done) > self._words.bigram_lower("being", words[index].lower)
        return done, right.lower == "by" or likely or not words[index].tags & _OTHER

    def _gives(self, base: str) -> bool:
        """Whether the passive of the verb can have an object behind it: was given a book."""
        return self._words.bigram("was", participle(base)) > 0 and self._words.bigram(participle(base), "a") > 20

    def _behind_do(self, words: Sequence[Word], helper: int, index: int) -> Found | None:
        """`did went`, `does not knows`: the infinitive."""
        verb = words[index].lower
        tags = self._words.tags(verb)
        doing = bool(tags & Tag.GERUND) and verb.endswith("ing") and not tags & (Tag.VERB_BASE | Tag.PREPOSITION)
        base = base_of_gerund(verb, self._words) if doing else self._base(verb, past=True)
        if base is None or base == verb:
            return None
        denied = helper < index - 1 and words[helper + 1].lower == "not"
        if denied or words[helper].lower.endswith("t"):
            right = words[index + 1]
            better = self._fit(words[index - 1].text, base, right) - self._fit(words[index - 1].text, verb, right)
            return base, doing or better > _CLEAR or not tags & Tag.ADJECTIVE or _opens(right)
        told = not doing and words[helper - 1].lower in SUBJECT_PRONOUNS and not _may_lack_object(words, helper)
        return (base, True) if told and not tags & _OTHER else None

    def _behind_modal(self, words: Sequence[Word], helper: int, index: int) -> Found | None:
        """`would thought`, `can speaks`: the infinitive, or where the passive stands better be and the participle."""
        verb = words[index].lower
        tags = self._words.tags(verb)
        doing = bool(tags & Tag.GERUND) and verb.endswith("ing")
        base = base_of_gerund(verb, self._words) if doing else self._base(verb, past=True)
        if base is None or not words[helper].tag & (Tag.MODAL | Tag.AUXILIARY):
            return None
        related = doing and words[helper - 1].lower in ("who", "that")
        if not related and _may_lack_object(words, helper):
            asked = words[helper - 1].lower == "who" and not tags & (_OTHER | Tag.VERB_BASE)
            return (base, False) if asked else None  # those who could left
        if doing:
            return None if tags & (Tag.VERB_BASE | Tag.PREPOSITION) else (base, True)
        left, right = words[index - 1].text, words[index + 1]
        active = self._fit(left, base, right)
        if tags & Tag.VERB_BASE and active - self._fit(left, verb, right) < _CLEAR:
            return None
        if (_opens(right) or _is_named_object(right)) and not self._gives(base) and not tags & Tag.VERB_BASE:
            return base, right.lower in _OBJECTS or not tags & (Tag.NOUN | Tag.PLURAL_NOUN)
        if not tags & (Tag.PAST_PARTICIPLE | Tag.VERB_BASE | _OTHER) and is_irregular_past(verb):
            return base, True
        if tags & Tag.PAST_PARTICIPLE:
            passive = self._fit(left, f"be {verb}", right)
            if abs(active - passive) < _CLEAR or (passive > active and not tags & Tag.ADJECTIVE):
                return (base if active > passive else f"be {verb}"), False
        better = active - self._fit(left, verb, right) > 2 * _CLEAR
        plain = bool(tags & Tag.VERB_PRESENT) and not tags & _OTHER
        return base, plain or (better and not (tags & Tag.ADJECTIVE and right.is_noun))

    def _infinitive(self, words: Sequence[Word], index: int) -> Found | None:
        """`to kept`, `to becomes the first`: the infinitive, where “to” can be no preposition."""
        verb, right = words[index].lower, words[index + 1]
        tags = self._words.tags(verb)
        before = words[index - 2].lower if index > 1 else ""
        asks = before in _ONLY_INFINITIVE | _ASKS | _INFINITIVE_NOUNS
        governed = index > 1 and governs_infinitive(words, index - 2, self._words)
        if words[index - 1].lower != "to" or (tags & Tag.GERUND and verb.endswith("ing")):
            only = before in _ONLY_INFINITIVE | _INFINITIVE_NOUNS and words[index - 1].lower == "to"
            plain = only and (_opens(right) or not tags & _OTHER)
            base = base_of_gerund(verb, self._words) if plain and not tags & Tag.VERB_BASE else None
            return (base, True) if base is not None else None
        base = self._base(verb, past=True)
        if base is None:
            return None
        irregular = is_irregular_past(verb) and not verb.endswith("ed")
        if not tags & (_OTHER | Tag.VERB_BASE) and (irregular or tags & Tag.VERB_PRESENT):
            return base, True
        if governed and not tags & (_NAMES | Tag.VERB_BASE):
            return base, True
        purpose = _is_in_order(words, index - 2)
        if (asks or purpose) and not tags & Tag.VERB_BASE:
            plain = _opens(right) or purpose or not (tags & (_OTHER & ~Tag.ADJECTIVE) or right.is_nominal)
            return (base, True) if plain else None
        if _opens(right) and tags & Tag.PAST_PARTICIPLE and not tags & (Tag.NOUN | Tag.VERB_BASE):
            return base, True
        better = self._fit("to", base, right) - self._fit("to", verb, right) > 2 * _CLEAR
        if not better or (tags & (Tag.ADJECTIVE | Tag.PAST_PARTICIPLE) and right.is_nominal and not _opens(right)):
            return None
        if self._words.bigram_lower("to", verb) and not _opens(right):
            return None
        return base, _opens(right) and not tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.VERB_BASE)


def _is_in_order(words: Sequence[Word], at: int) -> bool:
    """Whether `in order`, `so as` or `a bid` ends at `at`."""
    return at > 0 and f"{words[at - 1].lower} {words[at].lower}" in ("in order", "so as", "a bid", "as if")


def _is_named(words: Sequence[Word], helper: int) -> bool:
    """Whether an infinitive says what the thing before the helping verb is: all they do is wait."""
    is_or_was = words[helper].lower in ("is", "was")
    had = words[helper - 1].lower in _HAVE
    return is_or_was and (had or any(word.lower in _NAMED_BY_INFINITIVE for word in words[:helper]))


def _is_named_object(word: Word) -> bool:
    """Whether the word is a name that an object can be, no day and no month."""
    return word.is_proper and word.text not in MONTHS | WEEKDAYS


def _opens(word: Word) -> bool:
    """Whether an object begins with the word that cannot follow an attribute."""
    return word.lower in DETERMINERS | _OBJECTS


def _has_subject(words: Sequence[Word], helper: int) -> bool:
    """Whether the helping verb belongs to a verb group: behind a subject, another helper or a relative, no article."""
    if helper == 0:
        return False
    before = words[helper - 1]
    at = helper - 1
    while at > 0 and (words[at].lower in _BETWEEN or _is_manner(words[at])):
        at -= 1
    before = words[at]
    if before.text == "." and at > 0 and len(words[at - 1].text) == 1:
        before = words[at - 1]  # the U.S. is
    groups = Tag.NUMBER | Tag.MODAL | Tag.AUXILIARY | Tag.INFINITIVE | Tag.RELATIVE
    joined = before.lower in _SUBJECT_WORDS or before.text in ("and", "but", "or", ",", "”", '"', "–", "—")
    return before.is_noun or before.lower in SUBJECT_PRONOUNS or bool(before.tag & groups) or joined


def _lacks_object(words: Sequence[Word], helper: int, verb: str) -> bool:
    """Whether what is had may stand before it: the rights they have be respected, those who had being glad."""
    if verb == "be" and words[helper - 1].lower not in SUBJECT_PRONOUNS:
        return False
    return _may_lack_object(words, helper)


def _may_lack_object(words: Sequence[Word], helper: int) -> bool:
    """Whether the clause may end with the helping verb: the money they had went, those who could left."""
    if words[helper - 1].lower == "which":
        return False
    for at in range(max(0, helper - 5), helper):
        if words[at].lower in _OPEN_RELATIVES and not _only_joins(words, at):
            return True
    subject = words[helper - 1]
    return subject.lower in SUBJECT_PRONOUNS and helper > 1 and words[helper - 2].is_noun


def _only_joins(words: Sequence[Word], at: int) -> bool:
    """Whether the word is “that” behind what is said, thought or so great: no object is missing in its clause."""
    if words[at].lower != "that" or at == 0:
        return False
    before = words[at - 1]
    verbal = before.tag & (FINITE_VERB | Tag.VERB_BASE | Tag.GERUND)
    said = before.lower in SPEECH | TELL and not before.is_noun
    return said or bool(verbal) or before.lower in _CLAUSES_OF or before.tag is Tag.ADJECTIVE
