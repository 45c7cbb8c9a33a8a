"""Subject pronouns that repeat their subject, and pronouns of the wrong gender."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.clauses import (
    Place,
    Rest,
    chunk_start,
    contradicts,
    has_late_object,
    has_no_person_as_object,
    has_time_for_object,
    head_of,
    hides_next_verb,
    hides_verb,
    is_adverbial,
    is_complete,
    is_contact_clause,
    is_fronted_list,
    is_fronted_object,
    is_pied_piped,
    joined_clause,
    leaves_no_gap,
    main_verb,
    needs_no_object,
    opens_subordinate,
    rest_of_clause,
    says_clause,
    subject_place,
    takes_more,
    verb_after,
)
from cleanup.coreference import (
    Clash,
    coordinated_clashes,
    gender_clashes,
    gender_of_noun,
    lone_clashes,
    noun_clashes,
    speaker_clashes,
)
from cleanup.edits import Applicability, Edit
from cleanup.evidence import evidence_of
from cleanup.lexicon.inflection import all_forms
from cleanup.lexicon.names import MONTHS, PLACE_KINDS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, with_plurals, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.pronouns_reflexives import reflexive_edits
from cleanup.passes.pronouns_subjects import LongSubjects
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, RELATIVES, SUBJECT_PRONOUNS, Sentence, Word, parse
from cleanup.syntax_words import (
    CLAUSE_NOUNS,
    LINKING_ADVERBS,
    MIDDLE_ADVERBS,
    OPEN_VERBS,
    QUANTIFIERS,
    SINGULAR_FORMS,
    SPEECH,
    TELL,
    TIME_NOUNS,
)

_SUBJECTS = word_set("he she it they")


class Pronouns:
    """Finds pronouns that stand where English has none, and those whose gender the article contradicts."""

    name = "pronouns"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._long_subjects = LongSubjects(resources)

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Edits for redundant pronouns and for those of the wrong gender."""
        yield from self._lost_subjects(article)
        yield from reflexive_edits(article, self._resources)
        for sentence in parse(article):
            for index, word in enumerate(sentence.words):
                if word.text == "," and 0 < index < len(sentence.words) - 3:
                    yield from self._stressed(article.text, sentence, index)
                    continue
                if word.lower in ("he", "she"):
                    yield from self._of_a_thing(article.text, sentence, index)
                repeats = word.lower in _SUBJECTS or (word.lower == "you" and _has_its_verb(sentence.words, index))
                if repeats and index and not word.is_capitalised:
                    yield from self._redundant(article.text, sentence, index)
                    yield from self._inside_phrase(article.text, sentence, index)
                    if words_before(sentence.words, index) == "that":
                        yield from self._place_as_person(article.text, sentence, index)
                    yield from self._resumed(article.text, sentence, index)
                elif word.lower == "them" and index > 3:
                    yield from self._resumed(article.text, sentence, index)
                elif word.lower == "one":
                    yield from self._redundant_one(article.text, sentence, index)
                elif word.lower == "their" and index:
                    yield from self._own(article, sentence, index)
                elif word.lower == "you":
                    yield from self._polite_you(article, sentence, index)
                elif word.lower in ("himself", "herself") and index > 1:
                    yield from self._emphatic(article.text, sentence, index)
                    yield from self._reflexive_of_body(article.text, sentence, index)
                elif word.lower in ("his", "her") and index > 1:
                    yield from self._owned_by_a_place(article.text, sentence, index)
                elif word.lower == "part":
                    yield from self._part_of_a_thing(article.text, sentence, index)
        clashes = (
            *coordinated_clashes(article, self._resources),
            *gender_clashes(article, self._resources),
            *noun_clashes(article, self._resources),
            *lone_clashes(article, self._resources),
            *speaker_clashes(article, self._resources),
        )
        for clash in dict.fromkeys(clashes):
            yield self._other_gender(article.text, clash)

    # Redundant subjects

    def _redundant(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        words = _with_subject(sentence.words, index)
        verb = verb_after(words, index)
        if verb is None or sentence.words[-1].text == "?" or _reports(words, index, verb):
            return
        if words[index].lower == "it" and (_is_impersonal(words, verb) or _is_cleft(words, verb)):
            return
        if words[index - 1].is_noun and _another_subject_follows(words, main_verb(words, verb) + 1):
            return
        if is_fronted_list(words, index) or is_fronted_object(words, index, verb):
            return
        relative = _relative_before(words, index)
        if relative is not None:
            certainty = self._after_relative(words, relative, index, verb)
            rule = "pronoun-after-relative"
        else:
            certainty = self._after_subject(words, index, verb)
            rule = "pronoun-after-subject"
            if certainty is None and _behind_relative_clause(words, index, verb):
                certainty = Applicability.SAFE
            if certainty is None:
                certainty = self._long_subjects.certainty(words, index, verb)
            if certainty is None and self._repeats_thing(text, sentence, index, verb):
                certainty = Applicability.UNSAFE
        if certainty is not None and (form := _form_of_one(words, index, verb)):
            span = sentence.offset(index), sentence.end_offset(verb)
            yield self._resources.rules[rule].edit(
                text, *span, [form], applicability=certainty, pronoun=words[index].text
            )
        elif certainty is not None:
            yield self._deletion(text, sentence, index, rule, certainty)

    def _resumed(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`the house that he built it in 1990`: the relative is the object already."""
        words = sentence.words
        if words[index].lower not in ("it", "them") or index < 4 or index + 1 >= len(words):
            return
        at, verb, after = index - 1, words[index - 1], words[index + 1]
        while at > 1 and (words[at - 1].lower in MIDDLE_ADVERBS or words[at - 1].tag & (Tag.AUXILIARY | Tag.MODAL)):
            at -= 1
        subject, relative, noun = words[at - 1], words[at - 2], words[at - 3]
        joined = noun.lower in ("and", "but") and relative.lower == "which"  # has sung and which he never liked it
        if relative.lower not in ("that", "which") or subject.lower not in SUBJECT_PRONOUNS:
            return
        if not (noun.is_noun or joined) or not verb.tags & (FINITE_VERB | Tag.PAST_PARTICIPLE | Tag.VERB_BASE):
            return
        if verb.lower in SPEECH | TELL or verb.tag & (Tag.AUXILIARY | Tag.MODAL):
            return
        heard = any(word.lower in SPEECH | TELL for word in words[: at - 2])
        if noun.lower in CLAUSE_NOUNS | TIME_NOUNS or (heard and relative.lower == "that"):
            return
        if after.lower in ("in", "on", "last", "for", "yesterday") or after.text in ".,;":
            clear = relative.lower == "which" and after.text in ".,;"
            certainty = Applicability.SAFE if clear else Applicability.UNSAFE
            yield self._deletion(text, sentence, index, "pronoun-after-relative", certainty)

    def _stressed(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The unions, them, do not believe it`: between a subject and its verb a stressed pronoun says nothing."""
        words = sentence.words
        if words[index + 1].text not in _STRESSED or words[index + 2].text != ",":
            return
        end, verb = index, verb_after(words, index + 2)
        start = chunk_start(words, end)
        place = subject_place(words, start)
        if verb is None or not words[verb].tag & FINITE_VERB or not words[end - 1].is_noun or place < Place.WEAK:
            return
        span = sentence.end_offset(index - 1), sentence.end_offset(index + 2)
        pronoun = words[index + 1].text
        yield self._resources.rules["pronoun-after-subject"].edit(text, *span, [""], pronoun=pronoun)

    def _inside_phrase(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`at least one he sleeping car`: between a determiner and its noun stands no pronoun."""
        words = sentence.words
        if words[index].lower == "it" or index + 2 >= len(words) or words[index - 1].lower not in _BEFORE_NOUN:
            return
        first = words[index + 1]
        head = next((at for at in range(index + 1, min(index + 3, len(words))) if words[at].is_noun), None)
        single = words[index - 1].lower not in ("these", "those", "both")
        described = first.tags & (Tag.ADJECTIVE | Tag.GERUND) and not first.tags & FINITE_VERB
        if head is None or not (described or (single and first.tag is Tag.NOUN and not first.tags & FINITE_VERB)):
            return
        if not first.is_capitalised:
            yield self._deletion(text, sentence, index, "pronoun-after-subject", Applicability.SAFE)

    def _deletion(self, text: str, sentence: Sentence, index: int, rule: str, certainty: Applicability) -> Edit:
        start, end = sentence.end_offset(index - 1), sentence.end_offset(index)
        return self._resources.rules[rule].edit(
            text, start, end, [""], applicability=certainty, pronoun=sentence.words[index].text
        )

    def _after_relative(self, words: Sequence[Word], relative: int, index: int, verb: int) -> Applicability | None:
        """After which, who or that: only where the clause needs no gap, since the relative fills none."""
        before = relative - 1
        if words[verb].lower in _SEEMS and verb + 1 < len(words) and words[verb + 1].tags & (FINITE_VERB | Tag.MODAL):
            return None  # the man, who it seems will win
        if words[relative].lower == "whom" and not _is_share(words, relative):
            return None  # never a subject
        if _is_share(words, relative):
            return Applicability.SAFE if is_complete(words, verb) and not takes_more(words, verb) else None
        if before >= 0 and words[before].text == ",":
            before -= 1
        last = main_verb(words, verb)
        passive = last > verb and last + 1 < len(words) and words[last + 1].lower == "by"
        if before < 0 or not (words[before].is_noun or words[before].lower in ("those", "all")):
            return None
        if contradicts(words, index, verb) and _agrees(words[before], words[verb]) and is_complete(words, verb):
            return Applicability.SAFE
        thing = words[relative].lower != "who" and not self._is_person(words[before].text)
        told = words[last].lower in TELL and thing  # a film that it tells the story of a boy
        if (words[last].lower in SPEECH and not (passive or told)) or words[before].lower in TIME_NOUNS | CLAUSE_NOUNS:
            return None
        alone = words[relative].lower == "who" and has_no_person_as_object(words, verb)
        if not (alone or is_complete(words, verb)):
            return None
        settled = passive or told or self._is_settled(words, verb) or has_late_object(words, last + 1)
        if takes_more(words, verb) and not settled:
            return None
        if words[relative].lower == "that" and not self._is_relative_that(words, relative, index):
            return None
        return Applicability.SAFE

    def _is_settled(self, words: Sequence[Word], verb: int) -> bool:
        """Whether a passive has what it needs behind a preposition: who he was appointed to his post."""
        last = main_verb(words, verb)
        passive = last > verb and words[last].lower in _TOWARDS
        return passive and last + 1 < len(words) and words[last + 1].tag is Tag.PREPOSITION and is_complete(words, verb)

    def _is_relative_that(self, words: Sequence[Word], relative: int, index: int) -> bool:
        """Whether `that` can only refer to a thing: it follows a plain noun, and no verb before it takes a clause."""
        if words[relative - 1].text == "," and relative > 1:
            relative -= 1  # `The court, that it meets on Monday`
        noun = words[relative - 1]
        if noun.lower in _BODIES and words[index].lower in ("he", "she"):
            said = {word.lower for word in words[max(0, relative - 7) : relative]}
            return not said & (TELL | SPEECH - _SEE_AND_MAKE)  # told the commission that he resigned
        abstract = ("ion", "ions", "ment", "ness", "ity", "ence", "ance", "ism")
        named = noun.is_proper and "the" not in {word.lower for word in words[max(0, relative - 4) : relative]}
        if (
            named
            or not noun.is_noun
            or noun.tags & Tag.GERUND
            or (noun.tags & Tag.VERB_BASE and relative > 1 and words[relative - 2].tag is Tag.ADVERB)  # never mind that
            or _may_be_verb_here(words, relative - 1)
            or noun.lower.endswith(abstract)
        ):
            return False
        start = max(0, relative - 12)
        for at in range(start, relative):
            if words[at].text in ",;:–—" or words[at].lower in ("and", "but"):
                start = at + 1
        earlier = {word.lower for word in words[start:relative]}
        return not earlier & (SPEECH | TELL | CLAUSE_NOUNS | TIME_NOUNS) and not (
            {"it", "’s", "'s"} & earlier and "it" in earlier
        )

    def _after_subject(self, words: Sequence[Word], index: int, verb: int) -> Applicability | None:
        end = _skip_back(words, index)
        end, commas = _before_parenthesis(words, end)
        if end <= 0 or words[end - 1].tag is Tag.PUNCTUATION or not _ends_a_phrase(words, end):
            return None
        start = chunk_start(words, end)
        while start < end and words[start].lower in ("and", "or", "but"):
            start += 1
        begin, start = start, _behind_fronted_phrase(words, start, end)
        first = _noun_phrase_start(words, start, end)
        if first is None:
            return None
        if not commas and _is_statement(words, begin, first, end, verb):
            return Applicability.SAFE
        timeless = not any(word.lower in TIME_NOUNS for word in words[first:end])
        plain = timeless and words[first].lower in ("the", "this", "these")
        if is_adverbial(words, first, end) and not (
            plain and (commas or _has_its_subject(words, first, end, index, verb))
        ):
            return None
        place = subject_place(words, begin)
        if start > begin and begin and words[begin - 1].lower == "that" and words[start].lower in DETERMINERS:
            place = Place.STRONG  # that on Monday the roof
        led_up_to = begin > 0 and words[begin - 1].text not in ";:–—“"
        if (
            begin
            and words[begin - 1].lower in ("which", "whom", "whose")
            and not commas
            and not is_pied_piped(words, begin)
        ):
            return _inside_relative(words, begin, verb)
        if hides_verb(words, first, end) or (commas and led_up_to and words[begin - 1].lower not in ("but", "and")):
            place = Place.NONE
        return self._judge(words, first, end, index, verb, place, commas)

    def _judge(
        self, words: Sequence[Word], first: int, end: int, index: int, verb: int, place: Place, commas: bool
    ) -> Applicability | None:
        complete = is_complete(words, verb)
        last = main_verb(words, verb)
        bound = joined_clause(words, last + 1) if complete and words[index].lower != "they" else len(words)
        rest = rest_of_clause(words[:bound], last + 1, subordinate=opens_subordinate(words, first))
        subject = head_of(words, first, end)
        if words[last].lower in SPEECH and last + 1 < len(words) and words[last + 1].lower in SUBJECT_PRONOUNS:
            return None  # the bridge they say they will build
        apart = commas or words[index - 1].text == ","
        fits = place is Place.STRONG or (place is Place.WEAK and complete and rest is Rest.NONE)
        if not apart and fits and rest is not Rest.SURE and _has_its_subject(words, first, end, index, verb):
            return Applicability.SAFE
        if not commas and place is Place.STRONG and self._stands_alone(words, subject, verb):
            return Applicability.SAFE
        if not apart and subject is not None and hides_next_verb(words, last, words[subject]):
            return None
        if not apart and is_contact_clause(words, last):
            return None
        mismatch = self._mismatch(words, first, end, words[index].lower)
        behind = words[min(last + 1, len(words) - 1)]
        if commas and mismatch and behind.lower in ("himself", "herself"):
            return None  # the table, nine feet long, she planed herself
        if commas and not mismatch:
            mismatch = self._mismatch(words, end + 1, index, words[index].lower)  # judged by the apposition
        head = head_of(words, first, end)
        person = head is not None and self._resources.words.is_person_noun(words[head].lower)
        named = person and words[end + 1].is_proper  # `Its director, Hans Keller, he`
        filled = complete or words[index].lower in ("it", "they") or named
        goes_on = behind.tag is Tag.PREPOSITION
        if (
            commas
            and not (complete or person or words[first].is_proper)
            and goes_on
            and words[last].tags & Tag.VERB_PAST
        ):
            return Applicability.UNSAFE  # the book, which sold well, she wrote in prison
        if not commas and apart and first == 0 and head is not None and complete and rest is Rest.NONE:
            named = words[0].is_proper and not self._resources.names.kinds_of(words[0].text) & PLACE_KINDS
            several = words[0].lower == "the" and words[index].lower == "they"
            if words[index - 1].text != "," or several or named or (words[0].lower == "the" and person):
                return Applicability.SAFE
        tied = (
            person and words[head or 0].lower in _TIED and words[end + 1].is_proper
        )  # the son of Anna Keller, a judge
        if commas and place is Place.STRONG and _describes(words, end + 1, index - 1) and filled and not tied:
            certain = named or complete or not takes_more(words, verb)
            return Applicability.SAFE if rest is Rest.NONE and certain else None
        if commas and not mismatch and not words[first].is_proper:
            things = words[index].lower in ("it", "they") and words[first].lower == "the" and rest is Rest.NONE
            return Applicability.SAFE if things and complete and place is Place.STRONG else None
        reflexive = behind.lower.endswith(("self", "selves"))
        if place is Place.STRONG and rest is Rest.NONE and reflexive:
            return Applicability.UNSAFE  # a reflexive verb of the other language: the clause needs more
        fronted = mismatch and words[index].lower in ("he", "she") and has_time_for_object(words, last)
        if place is Place.STRONG and rest is Rest.NONE and (complete or self._needs_verb(words, first, verb)):
            return None if fronted and not complete else Applicability.SAFE
        if place is Place.STRONG and complete and is_pied_piped(words, first):
            return Applicability.SAFE
        if place is Place.STRONG and complete and mismatch and self._is_bare_place(words, first, end):
            return Applicability.SAFE  # no relative clause begins at a place without “the”
        if place is Place.STRONG and complete and mismatch and not takes_more(words, verb):
            sure = rest is not Rest.SURE or opens_subordinate(words, first)
            sure = rest is Rest.NONE or (sure and needs_no_object(words, verb))
            return Applicability.SAFE if sure else Applicability.UNSAFE
        if place is Place.WEAK and complete and not takes_more(words, verb) and (mismatch or rest is Rest.NONE):
            return Applicability.UNSAFE
        return Applicability.UNSAFE if place is Place.UNCERTAIN and complete and mismatch else None

    def _stands_alone(self, words: Sequence[Word], subject: int | None, verb: int) -> bool:
        """Whether no relative clause could begin behind the subject: the verb leaves no gap for it to fill.

        That is so in `six people they were killed`, and where someone says a whole clause: officials they said that.
        """
        if subject is None or words[subject].lower in CLAUSE_NOUNS | TIME_NOUNS:
            return False
        if leaves_no_gap(words, verb):
            return True
        said = says_clause(words, verb)
        if said is None or rest_of_clause(words, main_verb(words, said) + 1) is Rest.SURE:
            return False
        return words[subject].is_proper or self._resources.words.is_person_noun(words[subject].lower)

    def _repeats_thing(self, text: str, sentence: Sentence, index: int, verb: int) -> bool:
        """`The train arrives from Milan and she will go on`: he or she where only a thing is in view."""
        words = sentence.words
        if words[index].lower not in ("he", "she") or words[index - 1].lower not in ("and", "but"):
            return False
        if words[0].lower not in DETERMINERS or not is_complete(words, verb):
            return False
        finite = next((at for at in range(1, index) if words[at].tag & FINITE_VERB), None)
        head = head_of(words, 0, finite) if finite else None
        if head is None or words[head].tag is not Tag.NOUN or self._resources.words.is_person_noun(words[head].lower):
            return False
        before = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.offset(index)]
        return not any(self._is_person(match) for match in _TOKEN.findall(before))

    def _is_person(self, word: str) -> bool:
        lexicon, names = self._resources.words, self._resources.names
        if lexicon.likely_tag(word.lower()) & _FUNCTION and word.lower() not in _PERSONAL:
            return False
        if word[0].isupper() and not names.kinds_of(word) & PLACE_KINDS:
            return lexicon.is_given_name(word) or lexicon.is_surname(word) or not lexicon.is_word(word.lower())
        lower = word.lower()
        return lexicon.is_person_noun(lower) or gender_of_noun(lower) is not None or lower in _PERSONAL

    def _is_bare_place(self, words: Sequence[Word], first: int, end: int) -> bool:
        """Whether the phrase is nothing but the name of a place, without an article."""
        named = end == first + 1 and (first == 0 or words[first - 1].lower != "the")
        return named and bool(self._resources.names.kinds_of(words[first].text) & PLACE_KINDS)

    def _needs_verb(self, words: Sequence[Word], first: int, verb: int) -> bool:
        """Whether the phrase is a subject although its verb lacks an object: nothing else was moved to the front."""
        last = main_verb(words, verb)
        if last + 1 >= len(words):
            return False
        if words[last + 1].tag is Tag.PUNCTUATION and not (
            words[last + 1].text == "," and opens_subordinate(words, first)
        ):
            return False
        if words[first].lower in ("the", "these", "its", "their") or words[first].is_proper:
            return True
        plural = words[first].tag in (Tag.PLURAL_NOUN, Tag.NUMBER) or words[first].lower in QUANTIFIERS
        return first > 0 or (plural and len(words) - last > _LONG_REST)

    def _mismatch(self, words: Sequence[Word], first: int, end: int, pronoun: str) -> bool:
        """Whether the pronoun cannot stand for the head of the phrase: he for a government, it for plants."""
        head = head_of(words, first, end)
        if head is None:
            return False
        word = words[head]
        lexicon = self._resources.words
        if word.is_proper:
            named = head > first and words[head - 1].lower == "the"
            named = named or (head == first and self._is_state(word.text))
            return pronoun in ("he", "she") and (named or not self._may_be_person(word))
        if word.tag is Tag.PLURAL_NOUN:
            return pronoun != "they"
        return pronoun in ("he", "she") and not lexicon.is_person_noun(word.lower)

    def _is_state(self, name: str) -> bool:
        """Whether the name is that of a state, and hardly of a person: Mali, not Chad."""
        lexicon = self._resources.words
        return "country" in self._resources.names.kinds_of(name) and not lexicon.is_given_name(name)

    def _may_be_person(self, word: Word) -> bool:
        lexicon = self._resources.words
        return lexicon.is_given_name(word.text) or lexicon.is_surname(word.text) or not lexicon.is_proper(word.text)

    # Gender

    def _other_gender(self, text: str, clash: Clash) -> Edit:
        """`Tokayev … she reaffirms`: the pronoun takes the gender of the only person in view."""
        words, index = clash.sentence.words, clash.index
        word = words[index]
        replacement = _turned(words, index)
        if word.is_capitalised:
            replacement = replacement.capitalize()
        start, end = clash.sentence.offset(index), clash.sentence.end_offset(index)
        certainty = Applicability.SAFE if clash.near else Applicability.UNSAFE
        return self._resources.rules["pronoun-gender"].edit(text, start, end, [replacement], applicability=certainty)

    def _own(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`Putin tried to strengthen their own ties`: the possessive of one owner, where no others are in view."""
        words = sentence.words
        if index + 2 >= len(words) or words[index + 1].lower != "own" or not words[index + 2].is_nominal:
            return
        before = words[:index]
        if any(word.tag is Tag.PLURAL_NOUN or word.lower in _SEVERAL for word in before):
            return
        verb = next((at for at in range(index) if before[at].tags & FINITE_VERB and not before[at].is_nominal), None)
        head = last_noun(words, verb) if verb else None
        if head is None or words[head].lower in _COLLECTIVE:
            return
        owners, certainty = self._owners(article, words, head)
        if owners:
            span = sentence.offset(index), sentence.end_offset(index)
            yield self._resources.rules["their-own"].edit(article.text, *span, owners, applicability=certainty)

    def _gender(self, article: Article, name: str) -> str | None:
        """The gender of a person by what the article shows, else by what is known of the bearers of the name."""
        shown = evidence_of(article, self._resources).gender_of(name)
        return shown or self._resources.names.gender_of_surname(name)

    def _owners(self, article: Article, words: Sequence[Word], at: int) -> tuple[list[str], Applicability]:
        """The possessives that the subject at `at` can have, likeliest first."""
        head = words[at]
        if head.is_proper:
            gender = self._gender(article, head.text)
            if gender:
                return ["his" if gender == "male" else "her"], Applicability.SAFE
            surname = self._resources.words.is_surname(head.text) and not self._resources.names.is_demonym(head.text)
            return (["his", "her"] if surname else []), Applicability.UNSAFE
        if self._resources.words.is_person_noun(head.lower):
            named = {self._gender(article, word.text) for word in words[:at] if word.is_proper} - {None}
            if len(named) == 1:  # `With regard to Putin, the Russian leader …`
                return ["his" if named == {"male"} else "her"], Applicability.SAFE
            gender = gender_of_noun(head.lower)
            return (["her", "his"] if gender == "female" else ["his", "her"]), Applicability.UNSAFE
        return [], Applicability.UNSAFE

    def _polite_you(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`In addition, you explained that`: a lost subject, read as the polite form of the third person."""
        words, text = sentence.words, article.text
        if index + 2 >= len(words) or words[index + 2].lower != "that" or not words[index + 1].tags & Tag.VERB_PAST:
            return
        begins = index == 0 or (words[index - 1].text == "," and words[0].tags & (Tag.PREPOSITION | Tag.ADVERB))
        if words[index + 1].lower not in SPEECH or not begins or _is_quoted(text, sentence.offset(index)):
            return
        people = evidence_of(article, self._resources).people.values()
        genders = {person.gender for person in people if person.full_name in text[: sentence.offset(index)]}
        options = ["she", "he"] if genders == {"female"} else ["he", "she"]
        if words[index].is_capitalised:
            options = [option.capitalize() for option in options]
        span = sentence.offset(index), sentence.end_offset(index)
        yield self._resources.rules["you-for-a-lost-subject"].edit(text, *span, options)

    def _place_as_person(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`Oslo hastened to say that he does not agree`: a place at the head of the sentence, and nobody else in it."""
        words, names = sentence.words, self._resources.names
        if words[index].lower not in ("he", "she") or not names.kinds_of(words[0].text) & PLACE_KINDS:
            return
        lexicon = self._resources.words
        for word in words[1:index]:
            known = names.is_english_name(word.text) or names.is_demonym(word.text)
            if (word.is_capitalised and not known) or lexicon.is_person_noun(word.lower):
                return
        if not any(word.tag & FINITE_VERB for word in words[1:4]):
            return
        span = sentence.offset(index), sentence.end_offset(index)
        yield self._resources.rules["place-as-a-person"].edit(text, *span, ["it"])

    def _part_of_a_thing(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The company, for her part,`: a thing has its part."""
        words = sentence.words
        if index < 4 or words[index - 1].lower not in ("her", "his") or words[index - 2].lower not in ("for", "on"):
            return
        if words[index - 3].text != ",":
            return
        end = index - 3
        start = chunk_start(words, end)
        head = head_of(words, start, end)
        if head is None or not self._mismatch(words, start, end, "she") or words[head].is_proper:
            return
        owner = "their" if words[head].tag is Tag.PLURAL_NOUN else "its"
        span = sentence.offset(index - 1), sentence.end_offset(index - 1)
        yield self._resources.rules["pronoun-of-a-thing"].edit(text, *span, [owner])

    def _owned_by_a_place(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`Peru sells copper to her neighbours`: a place or body at the head, nobody else, and what those own."""
        words = sentence.words
        if self._is_idiom_of_a_thing(words, index):
            span = sentence.offset(index), sentence.end_offset(index)
            yield self._resources.rules["pronoun-of-a-thing"].edit(text, *span, ["its"])
            return
        owned = next((at for at in range(index + 1, min(index + 4, len(words))) if words[at].is_noun), None)
        if owned is None or words[owned].lower not in _OWNED_BY_PLACES:
            return
        first = next((at for at in range(index) if words[at].is_noun), None)
        verb = next((at for at in range(index) if words[at].tag & FINITE_VERB), None)
        if first is None or verb is None or verb < first or not self._owns_as_place(words, first, verb):
            return
        before = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.offset(index)]
        if _is_quoted(text, sentence.offset(index)) or any(self._is_person(match) for match in _TOKEN.findall(before)):
            return
        span = sentence.offset(index), sentence.end_offset(index)
        yield self._resources.rules["pronoun-of-a-thing"].edit(text, *span, ["its"])

    def _is_idiom_of_a_thing(self, words: Sequence[Word], index: int) -> bool:
        """`The court gave his verdict`, `the disease ran her course`: what a body says, what only things do."""
        said = (words[index - 1].lower, words[min(index + 1, len(words) - 1)].lower)
        ruled = said[0] in _GIVE and said[1] in _RULINGS
        if not ruled and said not in _COURSES:
            return False
        at = index - 1
        while at > 1 and (words[at - 1].tag & (Tag.AUXILIARY | Tag.MODAL | Tag.ADVERB) or words[at - 1].lower == "to"):
            at -= 1
        noun, before = words[at - 1], words[at - 2].lower if at > 1 else ""
        if before not in ("the", "this") or not noun.is_noun:
            return False
        start = chunk_start(words, at)
        if subject_place(words, start) is not Place.STRONG or start != at - 2:
            return False
        if ruled:
            return noun.lower in _BODIES_THAT_ACT or (noun.text.isupper() and len(noun.text) > 2)
        return not noun.is_proper and not self._resources.words.is_person_noun(noun.lower)

    def _owns_as_place(self, words: Sequence[Word], first: int, verb: int) -> bool:
        """Whether the subject between `first` and `verb` is one place or body: Peru, the company."""
        named = bool(self._resources.names.kinds_of(words[first].text) & PLACE_KINDS) and verb == first + 1
        body = first > 0 and words[first - 1].lower == "the" and last_noun(words, verb) is not None
        head = last_noun(words, verb) if body else None
        return named or (head is not None and words[head].lower in _BODIES_THAT_ACT)

    def _of_a_thing(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The mill is closed. He was built in 1890.`: what only a thing does, or right behind a thing."""
        words = sentence.words
        verb = verb_after(words, index)
        if verb is None:
            return
        paragraph = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.offset(index)]
        if any(self._is_person(match) for match in _TOKEN.findall(paragraph)):
            return
        last = main_verb(words, verb)
        built = needs_no_object(words, verb) and words[last].lower in _BUILT and last > verb
        done = words[last].lower in _THINGS_DO or built
        before = words[index - 1] if index else None
        joined = before is not None and before.text in ":;" and self._is_thing_sentence(words, index)
        if not (done and paragraph.strip()) and not joined:
            return
        ship = words[index].lower == "she" and _SHIPS & {match.lower() for match in _TOKEN.findall(text)}
        if ship:
            return
        pronoun = "It" if words[index].is_capitalised else "it"
        span = sentence.offset(index), sentence.end_offset(index)
        certainty = Applicability.SAFE if done else Applicability.UNSAFE
        yield self._resources.rules["pronoun-of-a-thing"].edit(text, *span, [pronoun], applicability=certainty)

    def _is_thing_sentence(self, words: Sequence[Word], index: int) -> bool:
        """Whether a single thing is the subject that opens the sentence, and the pronoun at `index` has a verb."""
        verb = verb_after(words, index)
        finite = next((at for at in range(1, index) if words[at].tag & FINITE_VERB), None)
        head = head_of(words, 0, finite) if finite else None
        if head is None or verb is None or words[main_verb(words, verb)].lower in SPEECH:
            return False
        single = words[head].tag is Tag.NOUN and words[0].lower in DETERMINERS
        return single and not self._resources.words.is_person_noun(words[head].lower)

    def _emphatic(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The company herself has admitted it`, `the actress himself`: right behind its noun, at a clause's start."""
        words = sentence.words
        start = index - 1
        while start > 0 and words[start - 1].tag is Tag.ADJECTIVE:
            start -= 1
        noun, opens = words[index - 1], words[start - 1].lower if start else ""
        before = words[start - 2] if start > 1 else None
        if opens not in ("the", "this", "our") or noun.tag is not Tag.NOUN or noun.tags & FINITE_VERB:
            return
        if before is not None and before.text not in ',;:“"' and before.lower not in ("but", "and", "that"):
            return
        gender = gender_of_noun(noun.lower)
        given = "male" if words[index].lower == "himself" else "female"
        if gender == given or (gender is None and self._resources.words.is_person_noun(noun.lower)):
            return
        if index + 1 >= len(words) or not words[index + 1].tag & (FINITE_VERB | Tag.ADVERB):
            return
        replacement = {"male": "himself", "female": "herself", None: "itself"}[gender]
        span = sentence.offset(index), sentence.end_offset(index)
        rule = self._resources.rules["pronoun-gender" if gender else "pronoun-of-a-thing"]
        yield rule.edit(text, *span, [replacement])

    def _reflexive_of_body(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The company is preparing himself`: right behind the verb of a body that stands before it."""
        words, at = sentence.words, index - 1
        if not words[at].tags & (FINITE_VERB | Tag.VERB_BASE | Tag.GERUND | Tag.PAST_PARTICIPLE):
            return
        while at > 0 and words[at - 1].tag & (Tag.AUXILIARY | Tag.MODAL | Tag.ADVERB):
            at -= 1
        start = chunk_start(words, at)
        head = head_of(words, start, at)
        if head != at - 1 or words[head].lower not in _BODIES_THAT_ACT or words[start].lower not in DETERMINERS:
            return
        if subject_place(words, start) is Place.STRONG and words[at].tag & FINITE_VERB:
            span = sentence.offset(index), sentence.end_offset(index)
            yield self._resources.rules["pronoun-of-a-thing"].edit(text, *span, ["itself"])

    def _lost_subjects(self, article: Article) -> Iterator[Edit]:
        """`Speaks of change and promises help.`: a sentence that opens with its verb, behind one with a person."""
        before: Sentence | None = None
        for sentence in parse(article):
            near = before is not None and "\n" not in article.text[before.start : sentence.start]
            if before is not None and near and self._opens_with_verb(sentence.words):
                end, verb = self._lost_verb(sentence.words)
                found = self._subjects_of(article, before)
                options = [f"{pronoun} {verb}" for pronoun in found]
                span = sentence.offset(0), sentence.end_offset(end)
                doubt = Applicability.SAFE if len(found) == 1 else Applicability.UNSAFE
                if options:
                    yield self._resources.rules["lost-subject"].edit(article.text, *span, options, applicability=doubt)
            before = sentence

    def _lost_verb(self, words: Sequence[Word]) -> tuple[int, str]:
        """Where the verb that opens the sentence ends, and what it is in English: Had nineteen years → was nineteen."""
        aged = words[0].lower in ("had", "has") and _is_age(words, 1) and words[2].lower == "years"
        if not aged:
            return 0, words[0].lower
        old = 3 if words[3].lower == "old" else 2
        return old, f"{'was' if words[0].lower == 'had' else 'is'} {words[1].text}"

    def _opens_with_verb(self, words: Sequence[Word]) -> bool:
        if len(words) < _LONG_REST + 2 or words[-1].text != "." or not words[0].is_capitalised:
            return False
        verb, after = words[0], words[1]
        lexicon = self._resources.words
        if verb.lower in ("had", "has"):
            aged = _is_age(words, 1) and words[2].lower == "years" and words[3].lower != "of"
            done = after.tags & Tag.PAST_PARTICIPLE and not after.tags & (Tag.NOUN | Tag.VERB_BASE)
            return aged or (bool(done) and not after.is_capitalised and not _is_condition(words))
        if after.lower in _OBJECT_BEHIND and lexicon.tags(verb.lower) & Tag.VERB_PRESENT and verb.lower.endswith("s"):
            return verb.lower not in _NOT_LOST and not words[2].tag & (FINITE_VERB | Tag.AUXILIARY)
        present = lexicon.tags(verb.lower) & Tag.VERB_PRESENT and not lexicon.tags(verb.lower) & (
            Tag.NOUN | Tag.PLURAL_NOUN
        )
        likely = lexicon.likely_tag(verb.lower) & (Tag.VERB_PRESENT | Tag.AUXILIARY)
        fits = after.lower in DETERMINERS | _BEHIND_VERB and not after.is_capitalised
        if not (present and likely and fits) or verb.lower in _NOT_LOST:
            return False
        return not any(word.tag & (FINITE_VERB | Tag.AUXILIARY) and word.lower not in _JOINED for word in words[1:3])

    def _subjects_of(self, article: Article, sentence: Sentence) -> list[str]:
        """The pronouns that the subject of the sentence can have, likeliest first; one where its gender is known."""
        people = [word for word in sentence.words if word.is_capitalised and self._gender(article, word.text)]
        genders = {self._gender(article, word.text) for word in people}
        if len(genders) == 1:
            return ["She" if genders == {"female"} else "He"]
        nouns = [word for word in sentence.words if self._resources.words.is_person_noun(word.lower)]
        return ["He", "She"] if people or nouns else []

    # A redundant `one`

    def _redundant_one(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`a serious one crisis`: an adjective with its own noun needs no `one`."""
        words = sentence.words
        if self._is_bare_one(words, index):
            yield self._deletion(text, sentence, index, "one-between-adjective-and-noun", Applicability.SAFE)
            return
        if index < 2 or index + 1 >= len(words) or words[index].is_capitalised:
            return
        adjective, article, noun = words[index - 1], words[index - 2], words[index + 1]
        if article.lower not in _BEFORE_ONE or not adjective.tags & Tag.ADJECTIVE or not _is_plain(adjective):
            return
        head = head_of(words, index + 1, min(index + 4, len(words)))
        if head is None or not noun.tag & (Tag.NOUN | Tag.ADJECTIVE) or words[head].tag is not Tag.NOUN:
            return
        if noun.lower in TIME_NOUNS | {"hundred", "thousand", "million", "billion", "percent"} or noun.is_capitalised:
            return
        if words[head].tags & (Tag.VERB_PAST | Tag.VERB_PRESENT):
            return
        yield self._deletion(text, sentence, index, "one-between-adjective-and-noun", Applicability.SAFE)

    def _is_bare_one(self, words: Sequence[Word], index: int) -> bool:
        """`with growing one unease`: behind a preposition and an adjective, before a noun that is not counted."""
        if index < 2 or index + 2 >= len(words) or words[index].is_capitalised:
            return False
        before, adjective, noun, after = words[index - 2], words[index - 1], words[index + 1], words[index + 2]
        plain = adjective.tags & Tag.ADJECTIVE and _is_plain(adjective) and adjective.lower not in ("every", "each")
        counted = noun.lower in TIME_NOUNS or self._resources.words.bigram("one", noun.lower) > 1
        ends = after.tag & (Tag.PUNCTUATION | Tag.PREPOSITION | Tag.CONJUNCTION)
        return bool(before.tag is Tag.PREPOSITION and plain and noun.tag is Tag.NOUN and not counted and ends)


_NOT_PLAIN = word_set(
    "first last next only final top number nearly other new same extra additional single second third fourth "
    "maximum minimum average further mere whole full entire second-to lucky"
)


def _is_cleft(words: Sequence[Word], verb: int) -> bool:
    """Whether `it` singles out what stands before it: the captain it was who won."""
    return words[verb].lower in ("is", "was") and words[verb + 1].lower in ("who", "that")


def _another_subject_follows(words: Sequence[Word], start: int) -> bool:
    """Whether a pronoun with its verb follows in the clause, whose object stands in front: the cup they lost he won."""
    for at in range(start, len(words) - 1):
        word = words[at]
        if (
            word.tag & (Tag.PUNCTUATION | Tag.CONJUNCTION | Tag.RELATIVE | Tag.INFINITIVE)
            or word.lower in _OPENS_CLAUSE
        ):
            return False
        if word.lower in ("he", "she", "they", "we", "it"):
            after = words[at + 1]
            past = after.tag is Tag.VERB_PAST and words[at - 1].is_noun
            return at > start and past
    return False


def _may_be_verb_here(words: Sequence[Word], at: int) -> bool:
    """Whether what was read as a noun may be the verb of the noun before it: the court rules that."""
    return bool(words[at].tags & (Tag.VERB_PRESENT | Tag.VERB_PAST)) and at > 0 and words[at - 1].is_noun


_FUNCTION = Tag.PREPOSITION | Tag.DETERMINER | Tag.CONJUNCTION


def _is_age(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at` says how old somebody is: nineteen, 83."""
    number = words[at].lower
    return number in _NUMBERS or (number.isdigit() and len(number) < 3)


def _is_condition(words: Sequence[Word]) -> bool:
    """Whether the sentence says what would have been: Had known better days would come."""
    return any(word.lower in ("would", "could", "might") for word in words[1:6])


_OPENS_CLAUSE = word_set("when while before after since until because although though if as than what how where why")
_NUMBERS = word_class("numbers")
_TOKEN = re.compile(r"[^\W\d_]+")
_PERSONAL = word_set("he she him her his hers who whom whose someone somebody nobody everyone one i me my")
_SEEMS = word_set("seems seemed appears appeared")
_BEHIND_VERB = word_set("of that to with about in on for from not at by how what also only")
_NOT_LOST = word_set(
    "is was does needs thanks seems appears says means makes goes comes lacks misses remains follows exists arrives"
)
_OBJECT_BEHIND = word_set("up us me him them")
_JOINED = word_set("has is was")
_BUILT = word_set(
    "built rebuilt renovated demolished inaugurated erected repaired dug paved installed dismantled printed flooded "
    "constructed irrigated drained electrified modernised modernized"
)
_THINGS_DO = word_set("costs cost consists consisted comprises comprised dates expires expired flows flowed contains")
_SHIPS = word_class("ships")
_SHARES = word_set(
    "half third quarter fifth tenth thirds quarters part most majority many some several few all none both two three "
    "four five six seven eight nine ten dozens hundreds thousands percent cent each neither one"
)
_SEE_AND_MAKE = word_set(
    "make makes made making see sees saw seen seeing find finds found finding let lets letting show shows showed shown"
)
_BODIES = word_class("nouns_without_clause")
_NO_APPOSITION = word_set("and or but if because when while although though as until since after before where")
_LONG_REST = 4  # words behind the verb: a title or a fragment has fewer
_BEHIND_NOUN = word_set("abroad here there missing left alive involved concerned affected present upstairs nearby")
_MEASURES = word_set("long old high wide deep tall thick")
_NO_SUBJECT = word_class("circumstances")
_OWNED = word_set("the this these its his her their")
_BEFORE_ONE = word_set("a an the only first last biggest most very another")
_BEFORE_TIMES = word_set("last this next for in on at since until during after before the many several some past")
_TIME_STARTS = word_set("last this next every each yesterday today")
_ADVERBIALS = frozenset(
    [
        "so far",
        "until now",
        "up to now",
        "to date",
        "even today",
        "at first",
        "at last",
        "of late",
        "as usual",
        "in turn",
        "since then",
        "back then",
        "to this day",
        "in part",
        "until recently",
        "until then",
        "from time to time",
        "as well",
        "in fact",
        "for now",
        "for years",
        "at times",
        "once again",
    ]
)
_LINKING_NOUNS = word_set("example instance turn fact part hand contrast moreover addition particular general")
_NOT_ONLY_PREPOSITIONS = word_set("past opposite inside outside worth round plus")


def _is_plain(adjective: Word) -> bool:
    return (
        adjective.lower not in _NOT_PLAIN
        and not adjective.lower.endswith(("est", "th", "nd"))
        and adjective.is_alphabetic
    )


_SEVERAL = word_set(
    "and or they them we people everyone everybody anyone anybody someone somebody nobody each every any no who "
    "whoever both all police staff youth youths public majority most many some others one neither either none"
)
_COLLECTIVE = word_class("groups_of_people", "acting_bodies", "anybody") | {"number"}


def words_before(words: Sequence[Word], index: int) -> str:
    """The word before `index` in lower case."""
    return words[index - 1].lower if index else ""


def _is_quoted(text: str, at: int) -> bool:
    """Whether the place stands in a quotation of its paragraph."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    opened = before.count("“") + before.count("«") + before.count("„")
    return opened > before.count("”") + before.count("»") or before.count('"') % 2 == 1


def last_noun(words: Sequence[Word], end: int) -> int | None:
    """Index of the head of the subject that ends before the verb at `end`: the last noun outside `of …`."""
    start = chunk_start(words, end)
    while start < end and words[start].tag & Tag.ADVERB:
        start += 1
    if start >= end or words[start].tags & Tag.PREPOSITION:
        return None
    return head_of(words, start, end)


_TURNED = {
    "he": "she",
    "him": "her",
    "his": "her",
    "himself": "herself",
    "she": "he",
    "herself": "himself",
    "hers": "his",
}


def _turned(words: Sequence[Word], index: int) -> str:
    """The pronoun in the other gender; `her` is his before a noun, else him."""
    word = words[index].lower
    if word != "her":
        return _TURNED[word]
    following = words[index + 1] if index + 1 < len(words) else None
    return "his" if following is not None and following.is_nominal and following.lower != "the" else "him"


def _has_its_verb(words: Sequence[Word], index: int) -> bool:
    """Whether the verb behind `you` belongs to a thing or person that is spoken of: the court you has ruled."""
    verb = verb_after(words, index)
    return verb is not None and (words[verb].lower in _THIRD_PERSON or words[verb].tag is Tag.VERB_PRESENT)


def _is_impersonal(words: Sequence[Word], verb: int) -> bool:
    """Whether `it` stands for what follows: whose duty it is to pay, for Amir it seems that he lost."""
    after = words[verb + 1].lower if verb + 1 < len(words) else ""
    return (words[verb].lower in ("is", "was") and after == "to") or (words[verb].lower in _SEEMS and after == "that")


def _reports(words: Sequence[Word], index: int, verb: int) -> bool:
    """Whether the pronoun and its verb are a reporting clause: the war, he said, goes on."""
    last = main_verb(words, verb)
    following = words[last + 1] if last + 1 < len(words) else None
    return words[last].lower in SPEECH and (following is None or following.tag is Tag.PUNCTUATION)


def _skip_back(words: Sequence[Word], index: int) -> int:
    """The index behind the noun phrase: adverbs between it and the pronoun are passed over."""
    at = index
    while at > 1 and words[at - 1].lower in MIDDLE_ADVERBS and index - at < 2:
        at -= 1
    return at


def _relative_before(words: Sequence[Word], index: int) -> int | None:
    """Index of a relative right before the pronoun; adverbs and a time (`last week`) may stand between."""
    at = _before_adverbial(words, index)
    timed = False
    for _ in range(5):
        if at < 1:
            return None
        word = words[at]
        that_time = word.lower == "that" and words[at + 1].lower in TIME_NOUNS and words[at - 1].lower in RELATIVES
        if word.lower in ("which", "who", "that", "whom") and not that_time:
            pied = words[at - 1].tag is Tag.PREPOSITION or words[at - 1].lower in ("of", "in")
            return None if pied and not _is_share(words, at) else at
        timed = timed or word.lower in TIME_NOUNS or word.tag is Tag.NUMBER
        of_time = timed and word.lower in _BEFORE_TIMES
        timely = word.lower in TIME_NOUNS or word.tag is Tag.NUMBER or of_time or that_time
        if not (word.lower in MIDDLE_ADVERBS or timely):
            return None
        at -= 1
    return None


def _before_adverbial(words: Sequence[Word], index: int) -> int:
    """The index of the relative where only a phrase such as `in Spain` or `so far` stands before `index`, else before.

    The phrase is a preposition with its noun, a time with its determiner, or one of few adverbs.
    """
    for relative in range(index - 2, max(0, index - 8), -1):
        if words[relative].lower in ("which", "who", "that") and not words[relative - 1].tag & Tag.PREPOSITION:
            inner = words[relative + 1 : index]
            if inner[0].text == "," == inner[-1].text and len(inner) > 2:
                inner = inner[1:-1]
            if " ".join(word.lower for word in inner) in _ADVERBIALS:
                return relative
            rest = inner[1:]
            opens = inner[0].tag is Tag.PREPOSITION or inner[0].lower in (*_TIME_STARTS, *_BEFORE_TIMES)
            if len(rest) > 2 and rest[0].tag is Tag.GERUND and rest[1].tag is Tag.PREPOSITION:
                rest = rest[2:]  # before coming to Rome
            nominal = all(word.is_nominal or word.lower in DETERMINERS | {"of"} for word in rest)
            prepositional = inner[0].tag is Tag.PREPOSITION or (rest and rest[-1].lower in TIME_NOUNS)
            ends = bool(rest) and (rest[-1].is_noun or rest[-1].tag is Tag.NUMBER or rest[-1].lower == "now")
            return relative if opens and nominal and prepositional and ends else index - 1
    return index - 1


def _is_share(words: Sequence[Word], relative: int) -> bool:
    """Whether the relative belongs to a share that is the subject: a third of which, many of whom."""
    if relative < 2 or words[relative - 1].lower != "of" or words[relative].lower not in ("which", "whom"):
        return False
    share = words[relative - 2]
    if relative > 2 and words[relative - 3].tag is Tag.PREPOSITION:
        return False  # in one of which they won
    return share.lower in _SHARES or share.tag is Tag.NUMBER


def _with_subject(words: tuple[Word, ...], index: int) -> tuple[Word, ...]:
    """The words, with those before the pronoun read as the noun and the owner that alone can stand there.

    So it is in `the harbour buses they recharge`, `the village's team he won` and `Peru's old capital it has`.
    """
    if index <= 1:
        return words
    read = list(words)
    word, before = words[index - 1], words[index - 2]
    owned = before.lower in _CLITICS and word.tag is Tag.VERB_BASE and word.tags & Tag.NOUN
    several = word.tag is Tag.VERB_PRESENT and word.tags & Tag.PLURAL_NOUN and word.lower not in SPEECH | TELL
    if owned or (several and words[index].lower == "they" and before.is_nominal):
        tag = Tag.NOUN if owned else Tag.PLURAL_NOUN
        read[index - 1] = word._replace(tag=tag, is_noun=True, is_nominal=True)
    at = index - 2
    while at > index - 4 and at > 0 and words[at].tag is Tag.ADJECTIVE:
        at -= 1
    if words[at].lower in _CLITICS and words[at].tag & Tag.AUXILIARY and read[index - 1].is_noun:
        read[at] = words[at]._replace(tag=Tag.POSSESSIVE)
    return tuple(read)


def _form_of_one(words: Sequence[Word], index: int, verb: int) -> str | None:
    """What the verb becomes without `they` where its subject is one: not everybody they are."""
    if words[index].lower != "they" or words[index - 1].lower not in _ONE_BODY:
        return None
    form = SINGULAR_FORMS.get(words[verb].lower)
    return " ".join([*(word.text for word in words[index + 1 : verb]), form]) if form else None


def _is_appearance(words: Sequence[Word], start: int, end: int) -> bool:
    """`The minister of health, on a visit to Lyon, she`: what stands between the commas tells where somebody spoke."""
    first = words[start].tags & Tag.PREPOSITION or words[start].lower in ("on", "in", "at", "during", "after")
    if not first or not any(word.lower in _APPEARANCES for word in words[start + 2 : end]):
        return False
    return not any(word.tag & FINITE_VERB for word in words[start:end])


def _before_dashes(words: Sequence[Word], end: int) -> int:
    """The end of the subject before a phrase between dashes: the three states – Mali and two others – they left."""
    for at in range(end - 2, max(0, end - 14), -1):
        if words[at].tag & FINITE_VERB:
            return 0
        if words[at].text in ("–", "—"):
            return at
    return 0


def _before_parenthesis(words: Sequence[Word], end: int) -> tuple[int, bool]:
    """The end of the subject before `, however,` or `, the research company,`; and whether it was such a phrase."""
    if end > 3 and words[end - 1].text in ("–", "—"):
        return _before_dashes(words, end), False
    if end < 3 or words[end - 1].text != ",":
        return end, False
    for at in range(end - 2, max(-1, end - 16), -1):
        if words[at].text == ",":
            inner = words[at + 1 : end - 1]
            if not inner or (inner[0].lower in _NO_APPOSITION and inner[0].lower != "where"):
                return 0, False
            if words[max(0, at - len(inner))].lower == inner[0].lower:
                return 0, False  # “te nat, te droog, it’s never right”
            linking = len(inner) == 1 and inner[0].lower in LINKING_ADVERBS
            linking = linking or (len(inner) < 5 and inner[-1].lower in _LINKING_NOUNS)
            if _is_appearance(words, at + 1, end - 1):
                return at, False
            if inner[0].tags & Tag.PREPOSITION and not linking and inner[0].lower != "according":
                return 0, False
            return at, not linking
        if words[at].tag is Tag.PUNCTUATION and words[at].text not in "’'-":
            break
    return 0, False


def _describes(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the phrase between commas can only describe the noun before it: a former judge, built in 1990, where …"""
    first = words[start]
    if first.lower in ("who", "which", "whose", "where"):
        return any(word.tags & (FINITE_VERB | Tag.VERB_BASE) for word in words[start + 1 : end + 1])
    if end - start > 1 and all(word.is_proper for word in words[start:end]):
        return True
    verbless = not any(word.tag & FINITE_VERB for word in words[start:end])
    participle = first.tag is Tag.PAST_PARTICIPLE and words[start + 1].tag & (Tag.PREPOSITION | Tag.ADVERB)
    measured = words[end - 1].lower in _MEASURES and any(word.tag is Tag.NUMBER for word in words[start:end])
    behind = words[start + 1] if first.tag is Tag.ADVERB else first  # also 31
    aged = first.lower == "aged" or (behind.tag is Tag.NUMBER and end - start < 3)
    return verbless and bool(participle or measured or aged or (first.lower in ("a", "an") and end - start > 1))


def _ends_a_phrase(words: Sequence[Word], end: int) -> bool:
    described = Tag.ADJECTIVE | Tag.PAST_PARTICIPLE | Tag.GERUND
    if end > 2 and words[end - 2].lower in ("still", "already", "now") and words[end - 1].tags & described:
        end -= 2  # the objects still missing
    elif end > 2 and words[end - 1].lower in _BEHIND_NOUN:
        end -= 2 if words[end - 2].lower == "still" else 1
    last = words[end - 1]
    if last.tags & (Tag.AUXILIARY | Tag.MODAL):
        return False
    surely_noun = last.is_noun and end > 1 and words[end - 2].lower in DETERMINERS
    if last.lower in SPEECH and last.tags & (FINITE_VERB | Tag.VERB_BASE) and not surely_noun:
        return False
    return last.is_noun or last.tag is Tag.NUMBER or last.lower in QUANTIFIERS or last.tag is Tag.ADJECTIVE


def _is_statement(words: Sequence[Word], begin: int, first: int, end: int, verb: int) -> bool:
    """`The discovery it came at a bad moment.`: a noun that could open a clause, in a sentence with one verb alone."""
    head = head_of(words, first, end)
    if head is None or words[head].lower not in CLAUSE_NOUNS - TIME_NOUNS - _NO_SUBJECT:
        return False
    if words[first].lower not in _OWNED or subject_place(words, begin) is not Place.STRONG:
        return False
    last = main_verb(words, verb)
    alone = rest_of_clause(words, last + 1) is Rest.NONE and not is_contact_clause(words, last)
    return alone and is_complete(words, verb)


def _inside_relative(words: Sequence[Word], begin: int, verb: int) -> Applicability | None:
    """`which the neighbours they raised`: a relative clause with two subjects and one verb.

    Behind `whose` the noun may be the object, so the verb must have another.
    """
    last = main_verb(words, verb)
    if rest_of_clause(words, last + 1, subordinate=True) is not Rest.NONE:
        return None
    if words[begin - 1].lower == "whose":
        full = is_complete(words, verb) and words[last].lower not in OPEN_VERBS
        return Applicability.SAFE if full else None
    named = words[begin].lower in DETERMINERS or words[begin].is_proper
    return Applicability.SAFE if named else None


def _behind_relative_clause(words: Sequence[Word], index: int, verb: int) -> bool:
    """`The dogs that belong to the shepherd they slept`: the only verb of the sentence outside the relative clause."""
    end = _skip_back(words, index)
    relative = next((at for at in range(end - 1, 0, -1) if words[at].lower in ("who", "which", "that", "whose")), 0)
    if relative < 1 or not (words[relative - 1].is_noun or words[relative - 1].lower in ("those", "all")):
        return False
    first = chunk_start(words, relative)
    plain = words[first].lower in DETERMINERS or words[first].tag in (Tag.NUMBER, Tag.PLURAL_NOUN)
    if not plain or subject_place(words, first) is not Place.STRONG or words[relative - 1].lower in CLAUSE_NOUNS:
        return False
    verbal = FINITE_VERB | Tag.VERB_BASE
    finite = [at for at in range(relative + 1, end) if words[at].tag & verbal]
    if words[relative].lower == "who" and not finite and words[relative + 1].tags & verbal:
        finite = [relative + 1]
    if words[relative].lower in ("that", "which") and words[relative + 1].tags & Tag.VERB_PAST and not finite:
        finite = [relative + 1]
    if not finite:  # whose parents work abroad
        read_as_noun = range(relative + 2, min(relative + 5, end))
        finite = [at for at in read_as_noun if words[at].tags & verbal and words[at - 1].tag is Tag.PLURAL_NOUN]
    groups = [at for at in finite if at - 1 not in finite and words[at - 1].tag is not Tag.INFINITIVE]
    owner = words[relative].lower == "whose"
    opens = bool(groups) and (owner or groups[0] - relative == 1 or words[relative + 1].tag is Tag.ADVERB)
    if len(groups) != 1 or not opens or words[end - 1].tag & Tag.CONJUNCTION or words[groups[0]].lower in SPEECH | TELL:
        return False
    if any(word.lower in SUBJECT_PRONOUNS | {"and", "but", "or"} or word.text in ",;:" for word in words[first:end]):
        return False
    alone = rest_of_clause(words, main_verb(words, verb) + 1) is Rest.NONE
    return alone and is_complete(words, verb)


def _behind_fronted_phrase(words: Sequence[Word], start: int, end: int) -> int:
    """Where the subject begins behind a phrase such as `For years` or `After the match`; else `start`."""
    if start >= end or not (words[start].tags & Tag.PREPOSITION or words[start].lower in _TIME_STARTS):
        return start
    for at in range(start + 2, end):
        counted = words[at].tag is Tag.NUMBER and at + 1 < end and words[end - 1].tag is Tag.PLURAL_NOUN
        begins = counted or words[at].lower in ("the", "this", "these", "his", "her", "its", "their", *QUANTIFIERS)
        if begins and (words[at - 1].is_noun or words[at - 1].tag is Tag.NUMBER):
            return at
        time = words[at - 1].lower in TIME_NOUNS and not words[at - 1].is_capitalised
        if time and words[at].is_proper and at + 1 == end and words[at].text not in MONTHS | WEEKDAYS:
            return at
        if words[at].tags & Tag.PREPOSITION and words[at].lower != "of":
            break
    return start


_BEFORE_NOUN = word_set("a an the every one these those his its my our your their")
_CLITICS = frozenset({"'s", "’s"})
_STRESSED = word_set("them him her")
_OWNED_BY_PLACES = word_class("owned_by_places")
_TIED = word_class("kin")
_GIVE = forms_of("verbs_of_ruling")
_RULINGS = word_class("rulings")
_COURSES = frozenset((form, noun) for verb, noun in (("run", "course"), ("take", "toll")) for form in all_forms(verb))
_BODIES_THAT_ACT = word_class("acting_bodies")
_ONE_BODY = word_set("everyone everybody nobody someone somebody anyone anybody each")
_APPEARANCES = with_plurals("appearances", "statements")
_THIRD_PERSON = word_set("is was has does")
_TOWARDS = word_set("appointed elected sentenced transferred convicted deported exiled promoted")
_OPENS_NO_SUBJECT = word_set("due loud off cause")
"""Words that are prepositions or conjunctions here: loud indictment (laut Anklage), off Africa, ’cause they left."""
_ABOUT = word_set("about around over under nearly almost roughly some")
_AT_LEAST = frozenset(
    [("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("less", "than"), ("fewer", "than")]
)


def _agrees(noun: Word, verb: Word) -> bool:
    """Whether the noun has the number of the verb: the tenor has, choirs are, the side were."""
    if verb.lower in _THIRD_PERSON or verb.tag is Tag.VERB_PRESENT:
        return noun.tag is not Tag.PLURAL_NOUN and noun.lower not in ("those", "all")
    return noun.tag is Tag.PLURAL_NOUN or noun.lower in _COLLECTIVE | {"those", "all", "side"}


def _has_its_subject(words: Sequence[Word], first: int, end: int, index: int, verb: int) -> bool:
    """Whether the verb can be that of the phrase `first:end` and not that of the pronoun: the choir they has sung."""
    head = head_of(words, first, end)
    if head is None or not contradicts(words, index, verb):
        return False
    joined = any(word.lower == "and" for word in words[first:end])
    return _agrees(words[head], words[verb]) if not joined else words[verb].lower not in _THIRD_PERSON


def _noun_phrase_start(words: Sequence[Word], start: int, end: int) -> int | None:
    """Where the subject begins in the run `start:end`, or None where that is no noun phrase."""
    while start < end and (words[start].tag is Tag.ADVERB or words[start].lower in LINKING_ADVERBS):
        start += 1
    if (words[start].lower, words[min(start + 1, end - 1)].lower) in _AT_LEAST:
        start += 2
    elif words[start].lower in _ABOUT and words[min(start + 1, end - 1)].tag is Tag.NUMBER and words[end - 1].is_noun:
        start += 1
    if start >= end or words[start].lower in RELATIVES - {"that"} or words[start].lower in SUBJECT_PRONOUNS:
        return None
    first = words[start]
    if first.lower in _OPENS_NO_SUBJECT:
        return None
    parts = first.lower.replace("‑", "-").split("-")
    if len(parts) > 1 and (parts[0] in ("post", "pre", "mid") or parts[0][-2:] == "ed"):
        return None
    unfit = Tag.GERUND | Tag.PAST_PARTICIPLE | Tag.INFINITIVE | Tag.VERB_BASE | Tag.AUXILIARY | Tag.MODAL
    if first.tag & unfit or (first.tags & Tag.PREPOSITION and first.lower not in _NOT_ONLY_PREPOSITIONS):
        return None
    governs = start + 1 < end and (words[start + 1].is_capitalised or words[start + 1].lower in DETERMINERS)
    if first.lower in _NOT_ONLY_PREPOSITIONS and governs:
        return None  # outside Riga it stopped
    return start
