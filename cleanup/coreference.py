"""Who a pronoun can stand for: the people a paragraph names before it, with their gender.

Careful rather than clever: an answer is given only where one person is in view and nobody else can be meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cleanup.article import Article
from cleanup.evidence import Gender, evidence_of, gender_of_noun
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence, Word, parse
from cleanup.syntax.words import KIN, SPEECH, TELL

GENDER_OF_PRONOUN: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
"""The gender that a pronoun of the third person says."""

_OWN_BY_NATURE = word_class("owned_by_nature")
_LOSE = word_set("lose loses losing lost risk risks risking risked sacrifice sacrifices sacrificed")
_LEAST_OTHERS = 2
_LONGEST_PHRASE = 7  # words between the conjunction and the pronoun


@dataclass(frozen=True, slots=True)
class Clash:
    """A pronoun at `index` that contradicts the only person in view; `near`: named in the same sentence."""

    sentence: Sentence
    index: int
    gender: Gender
    near: bool


def gender_clashes(article: Article, resources: Resources) -> Iterator[Clash]:
    """The pronouns whose gender the only person in view contradicts."""
    used = Counter(
        GENDER_OF_PRONOUN[word.lower] for s in parse(article) for word in s.words if word.lower in GENDER_OF_PRONOUN
    )
    if len(used) < 2 or max(used.values()) < _LEAST_OTHERS or not (people := _people(article, resources)):
        return
    clashes = [clash for group in _paragraphs(article) for clash in _in_paragraph(group, people, resources)]
    for gender in ("male", "female"):
        # Whoever is called he throughout is no mistranslated she: the article itself must use the other gender as well,
        # and the clashing one for nobody else.
        wrong = [clash for clash in clashes if clash.gender != gender]
        other = used["female" if gender == "male" else "male"]
        if len(wrong) == used[gender] and other >= _LEAST_OTHERS:
            yield from wrong


def coordinated_clashes(article: Article, resources: Resources) -> Iterator[Clash]:
    """`Tokayev is speaking openly and at every chance she reaffirms …`: the second verb has the first one's subject.

    Only where a known person heads the sentence, nobody else is in view, nothing is reported, and only a short phrase
    without a verb stands between the conjunction and the pronoun; then for the possessives behind it as well.
    """
    for sentence in parse(article):
        head = _heading_person(sentence, resources, article)
        if head is not None:
            yield from _in_coordination(sentence, *head, resources)


def speaker_clashes(article: Article, resources: Resources) -> Iterator[Clash]:
    """`Rosa Neri wiped her hands. “We close at ten,” he says.`: the speaker is the only person of the paragraph.

    Only right behind a quotation, where a given name says the gender and nobody else has come into view.
    """
    evidence = evidence_of(article, resources)
    people: dict[str, Gender | None] = {
        person.surname: person.gender for person in evidence.people.values() if person.given_name
    }
    for group in _paragraphs(article):
        yield from _speakers(group, people, resources)


def _speakers(sentences: Sequence[Sentence], people: dict[str, Gender | None], resources: Resources) -> Iterator[Clash]:
    seen: dict[str, Gender | None] = {}
    told: set[str] = set()
    leading = quoted = False
    for sentence in sentences:
        words = sentence.words
        quoted = quoted or sentence.quoted
        for index, word in enumerate(words):
            if word.text in '“”«»"':
                quoted = word.text in "“«" or (word.text == '"' and not quoted)
                continue
            if quoted:
                if word.lower in told:
                    return  # he recalls that she taught, and tells more of her
                continue
            if word.text in people:
                seen[word.text] = people[word.text]
                leading = (
                    leading or not any(other.tag & FINITE_VERB for other in words[:index]) or _speaks(words, index)
                )
            elif leading and seen and not word.is_capitalised and _is_owned(words, index):
                continue  # the general says that his colleague answers: whoever comes in as his is no speaker
            elif _is_told_of(words, index, people):
                continue
            elif not seen and _is_unnamed(words, index, resources):
                continue  # a retired baker handed out bread: not yet the one whose words follow
            elif _may_be_someone_else(words, index, people, resources) or _is_met(words, index, people, resources):
                return
            said = GENDER_OF_PRONOUN.get(word.lower)
            if said is None:
                continue
            gender = next(iter(seen.values())) if len(seen) == 1 else None
            if gender is None or said == gender:
                told |= {word.lower} & {"he", "she"}
                continue
            if word.lower not in ("he", "she"):
                return
            if not (_behind_quotation(words, index) or _reports_between_commas(words, index, resources)):
                return
            if leading and index + 1 < len(words) and resources.words.is_speech_verb(words[index + 1].text):
                yield Clash(sentence, index, gender, near=True)


def _is_told_of(words: Sequence[Word], index: int, people: dict[str, Gender | None]) -> bool:
    """Whether the noun stands in the relative clause of a name: Neri, who represents the suspect, rejects it."""
    commas = [at for at in range(index) if words[at].text == ","]
    if not commas or words[index].is_capitalised or commas[-1] == 0:
        return False
    return words[commas[-1] + 1].lower == "who" and words[commas[-1] - 1].text in people


def _is_unnamed(words: Sequence[Word], index: int, resources: Resources) -> bool:
    """Whether the word is a person whom `a` or `some` brings in (a retired baker), or the name of a place."""
    if words[index].is_capitalised:  # at the Bar Central
        return index > 0 and words[index - 1].lower in ("the", "in", "at", "near", "from")
    if words[index].lower == "people":
        return True
    before = {word.lower for word in words[max(0, index - 3) : index]}
    return bool(before & {"a", "an", "some"}) and resources.words.is_person_noun(words[index].lower)


def _reports_between_commas(words: Sequence[Word], index: int, resources: Resources) -> bool:
    """Whether the pronoun and its verb of saying stand between commas: his client, she argues, is a victim."""
    end = index + 2
    said = end < len(words) and words[index - 1].text == "," == words[end].text
    return said and resources.words.is_speech_verb(words[index + 1].text)


def _is_owned(words: Sequence[Word], index: int) -> bool:
    """Whether a possessive stands before the noun, or before its adjective: his Colombian colleague."""
    before = words[max(0, index - 2) : index]
    return any(word.lower in ("his", "her") for word in before)


def _is_met(words: Sequence[Word], index: int, people: dict[str, Gender | None], resources: Resources) -> bool:
    """Whether the word is a person behind a name and its verb: Keller called the minister."""
    if not resources.words.is_person_noun(words[index].lower):
        return False
    name = next((at for at in range(index - 1, -1, -1) if words[at].text in people), index)
    return any(word.tags & FINITE_VERB and not word.is_noun for word in words[name + 1 : index])


def _speaks(words: Sequence[Word], index: int) -> bool:
    """Whether a verb of speech stands beside the name at `index`: says Rosa Neri."""
    beside = (*words[max(0, index - 3) : index], *words[index + 1 : index + 2])
    return any(word.lower in SPEECH and word.tag & FINITE_VERB for word in beside)


def _behind_quotation(words: Sequence[Word], index: int) -> bool:
    """Whether only a comma stands between a closing quotation mark and the word at `index`."""
    before = index - 1
    if before > 0 and words[before].text == ",":
        before -= 1
    return before >= 0 and words[before].text in '”»"'


def noun_clashes(article: Article, resources: Resources) -> Iterator[Clash]:
    """`The woman lost his life`: a possessive of the other gender behind the only person of its sentence.

    Only what is a person's own by nature, such as a life or a leg; near where the person loses it, else somebody in an
    earlier sentence may be meant.
    """
    for sentence in parse(article):
        if sentence.quoted:
            continue
        words = sentence.words
        gender: Gender | None = None
        for index, word in enumerate(words):
            if word.text in '“”«»"' or word.lower in SPEECH | TELL:
                break
            said = GENDER_OF_PRONOUN.get(word.lower)
            if said is None:
                noun = gender_of_noun(word.lower) if word.is_noun and not word.is_capitalised else None
                if noun is not None and gender is None and word.lower not in KIN and _opens_subject(words, index):
                    gender = noun
                elif word.is_noun and (noun is not None or _is_other_person(words, index, resources)):
                    break
                continue
            if gender is None or said == gender or word.lower not in ("his", "her"):
                break
            if index + 1 < len(words) and words[index + 1].lower in _OWN_BY_NATURE:
                yield Clash(sentence, index, gender, near=words[index - 1].lower in _LOSE)
            break


def _opens_subject(words: Sequence[Word], index: int) -> bool:
    """Whether the noun heads the subject that opens the sentence: the young woman."""
    return index < _LEAST_OTHERS + 2 and not any(word.tag & FINITE_VERB for word in words[:index])


def _is_other_person(words: Sequence[Word], index: int, resources: Resources) -> bool:
    word, lexicon = words[index], resources.words
    if word.is_capitalised and index > 0:
        known = resources.names.is_english_name(word.text) or resources.names.is_demonym(word.text)
        return not known
    return lexicon.is_person_noun(word.lower) or word.lower in KIN


def lone_clashes(article: Article, resources: Resources) -> Iterator[Clash]:
    """`Among them is Selam Tesfay, a nurse. His brother drowned`: one pronoun of a paragraph against all others.

    Only right behind the sentence that names the one person of the paragraph, and at the head of its own.
    """
    for group in _paragraphs(article):
        pronouns = [
            (sentence, index, GENDER_OF_PRONOUN[word.lower])
            for sentence in group
            for index, word in enumerate(sentence.words)
            if word.lower in GENDER_OF_PRONOUN
        ]
        if len(pronouns) <= _LEAST_OTHERS:
            continue
        sentence, index, given = pronouns[0]
        others = {gender for _, _, gender in pronouns[1:]}
        at = group.index(sentence)
        if index != 0 or at == 0 or given in others or len(others) != 1:
            continue
        owned = sentence.words[1] if len(sentence.words) > 1 else None
        named = _single_person(group[at - 1], resources)
        if named and owned is not None and gender_of_noun(owned.lower) not in others:
            shown = evidence_of(article, resources).gender_of(named)
            brother = owned.lower in KIN  # of the given gender: whoever is she later is not he
            if (brother or shown != given) and _single_person_elsewhere(group, at - 1, named, resources):
                yield Clash(sentence, index, others.pop(), near=False)


def unmatched_clashes(article: Article, resources: Resources) -> Iterator[Clash]:
    """`The court sentenced Paolo Neri for giving works to her brother-in-law`: nobody before whom it could mean.

    Only up to the first person of the article whose gender is not known, or is the other one; and where the article
    does not call people so more often than the other way.
    """
    people = _people(article, resources)
    used = Counter(
        GENDER_OF_PRONOUN[word.lower] for s in parse(article) for word in s.words if word.lower in GENDER_OF_PRONOUN
    )
    shown: set[Gender] = set()
    here: set[Gender] = set()
    end = 0
    for sentence in parse(article):
        if "\n" in article.text[end : sentence.start]:
            here.clear()
        end = sentence.start
        for index, word in enumerate(sentence.words):
            if word.text in people:
                gender = people[word.text]
                if gender is None:
                    return
                here.add(gender)
                shown.add(gender)
            elif word.lower in _STOPS or _is_strange(sentence.words, index, people, resources):
                return
            said = GENDER_OF_PRONOUN.get(word.lower)
            if len(shown) > 1 or (said is not None and not here):
                return
            if said is not None and said not in here:
                if _owns_relative(sentence.words, index) and used[said] <= max(1, used[next(iter(here))]):
                    yield Clash(sentence, index, next(iter(here)), near=True)
                return


_COURTS = word_class("acting_bodies")
_STOPS = word_set("someone somebody anyone anybody one who whose") | set('“”«»"')
"""Words behind which anybody may be meant."""


def _is_strange(words: Sequence[Word], index: int, people: dict[str, Gender | None], resources: Resources) -> bool:
    """Whether the word is a person whose name or gender is not known."""
    return words[index].lower not in _COURTS and _may_be_someone_else(words, index, people, resources)


def _owns_relative(words: Sequence[Word], index: int) -> bool:
    """Whether what stands behind the possessive is kin, which no thing has, and is not named: her father, Paul."""
    if index + 2 >= len(words):
        return False
    owned, after = words[index + 1].lower, words[index + 2]
    return (owned in KIN or owned.endswith("-in-law")) and after.text != "," and not after.is_capitalised


def _single_person(sentence: Sentence, resources: Resources) -> str | None:
    """The last name of the only person that the sentence names in full, else None."""
    runs: list[list[str]] = [[]]
    for word in sentence.words:
        if word.is_capitalised and word.start and not resources.names.is_english_name(word.text):
            runs[-1].append(word.text)
        elif runs[-1]:
            runs.append([])
    full = [run for run in runs if len(run) > 1]
    return full[0][-1] if len(full) == 1 else None


def _single_person_elsewhere(group: Sequence[Sentence], at: int, named: str, resources: Resources) -> bool:
    """Whether no other sentence of the paragraph names somebody else in full."""
    found = (_single_person(sentence, resources) for index, sentence in enumerate(group) if index != at)
    return all(name in (None, named) for name in found)


def _heading_person(sentence: Sentence, resources: Resources, article: Article) -> tuple[int, Gender] | None:
    """The index of the person at the head of a sentence, with a verb right behind the name, and the gender."""
    for index, word in enumerate(sentence.words[:-1]):
        if word.tag & FINITE_VERB:
            return None
        if not word.is_capitalised or word.text == "I":
            continue
        gender = evidence_of(article, resources).gender_of(word.text) or resources.names.gender_of_surname(word.text)
        if gender in ("male", "female"):
            follows = sentence.words[index + 1].tag & FINITE_VERB
            return (index, "male" if gender == "male" else "female") if follows else None
    return None


def _in_coordination(sentence: Sentence, head: int, gender: Gender, resources: Resources) -> Iterator[Clash]:
    words = sentence.words
    conjunction: int | None = None
    agreed = False  # the pronoun of the second clause has been found
    quoted = sentence.quoted  # nobody enters the scene in quotation marks
    for index in range(head + 1, len(words)):
        word = words[index]
        if word.text in '“”«»"':
            quoted = word.text in "“«" or (word.text == '"' and not quoted)
        if quoted:
            continue
        if _may_be_someone_else(words, index, {words[head].text: gender}, resources):
            return
        if word.lower in SPEECH or (word.lower in TELL and not agreed):
            return
        if word.lower in ("and", "but"):
            conjunction = index
        said = GENDER_OF_PRONOUN.get(word.lower)
        if said is not None and not agreed:
            subject = word.lower in ("he", "she") and conjunction is not None and index - conjunction <= _LONGEST_PHRASE
            between = words[(conjunction or 0) + 1 : index]
            if said == gender or not subject or any(other.tag & FINITE_VERB for other in between):
                return
            agreed = True
        if said is not None and said != gender:
            yield Clash(sentence, index, gender, near=True)


def _people(article: Article, resources: Resources) -> dict[str, Gender | None]:
    """Surnames and given names of the people of an article, with gender."""
    found: dict[str, Gender | None] = {}
    names = resources.names
    for person in evidence_of(article, resources).people.values():
        gender: Gender | None = person.gender
        if gender is None:
            for form in (person.full_name, person.surname):
                known = {names.gender_of(name.english) for name in names.lookup(form)} | {names.gender_of(form)}
                if known & {"male", "female"}:
                    gender = "male" if "male" in known else "female"
        found[person.surname] = gender
    return found


def _paragraphs(article: Article) -> Iterator[list[Sentence]]:
    """The sentences of each paragraph that are not in quotation marks."""
    group: list[Sentence] = []
    end = 0
    for sentence in parse(article):
        if group and "\n" in article.text[end : sentence.start]:
            yield group
            group = []
        group.append(sentence)
        end = sentence.start
    if group:
        yield group


def _in_paragraph(
    sentences: Sequence[Sentence], people: dict[str, Gender | None], resources: Resources
) -> Iterator[Clash]:
    seen: dict[str, Gender | None] = {}
    quoted = False
    for sentence in sentences:
        here = False
        quoted = quoted or sentence.quoted
        for index, word in enumerate(sentence.words):
            if word.text in '“”«»"':
                quoted = word.text in "“«" or (word.text == '"' and not quoted)
            if word.text in people:
                seen[word.text] = people[word.text]
                here = True
            elif _may_be_someone_else(sentence.words, index, people, resources):
                return
            gender = GENDER_OF_PRONOUN.get(word.lower)
            if gender is None:
                continue
            if len(seen) != 1 or quoted:
                return
            known = next(iter(seen.values()))
            if known is None:
                return
            if gender != known:
                yield Clash(sentence, index, known, here)


def _may_be_someone_else(
    words: Sequence[Word], index: int, people: dict[str, Gender | None], resources: Resources
) -> bool:
    """Whether the word names or describes a person other than by a title right beside a known name."""
    word = words[index]
    if word.text in MONTHS | WEEKDAYS:
        return False
    if word.is_capitalised and index > 0:
        beside = {other.text for other in words[index + 1 : index + 4]}
        if beside & people.keys():
            return False
        known = resources.names.is_english_name(word.text) or resources.names.is_demonym(word.text)
        return not known and (resources.words.is_given_name(word.text) or resources.words.is_surname(word.text))
    if word.lower in KIN:
        return True
    if not (resources.words.is_person_noun(word.lower) or gender_of_noun(word.lower)):
        return False
    beside = {other.text for other in words[max(0, index - 4) : index + 5]}
    return not beside & people.keys() and not _names_its_bearer(words, index, people)


def _names_its_bearer(words: Sequence[Word], index: int, people: dict[str, Gender | None]) -> bool:
    """Whether the name of the person stands in apposition: the head of the old museum, Professor Keller."""
    comma = next((at for at in range(index + 1, min(index + 8, len(words))) if words[at].text == ","), None)
    if comma is None or any(word.tag & FINITE_VERB for word in words[index + 1 : comma]):
        return False
    for word in words[comma + 1 : comma + 7]:
        if word.text in people:
            return True
        if not (word.is_capitalised or word.text == "."):
            return False
    return False
