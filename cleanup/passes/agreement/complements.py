"""What completes a verb, a noun or an adjective: the form in -ing, “to” and infinitive, that, who."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.government import government
from cleanup.lexicon.inflection import base_of_gerund, base_of_third, gerund
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.agreement.infinitives import InfinitiveFinder, takes_infinitive
from cleanup.pattern import kept_pattern
from cleanup.resources import Resources
from cleanup.syntax.clauses import has_finite
from cleanup.syntax.heads import head_of
from cleanup.syntax.parser import DETERMINERS, Sentence, Word, parse
from cleanup.syntax.words import SPEECH, TELL, TIME_NOUNS

_INFINITIVE: Final = r"(?P<not>not )?to (?P<verb>[a-z]+)(?![\w’-])"
_PERSON: Final = r"(?:him|her|them|us|me|you|(?:the|his|her|their|its) [a-z]+)"
_OBJECT: Final = (
    r"(?= (?:the|a|an|his|her|its|their|our|this|that|these|those|all|every|any|some|more|him|them|it|us|"
    r"two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|half|\d|[A-ZÀ-Þ]))"
)
_GERUNDS: Final = tuple(
    (kept_pattern(rf"(?<![\w’'-]){head}{_INFINITIVE}{after}"), link)
    for head, link, after in (
        (r"(?P<head>accused) (?:of |for )?", " of", r""),
        (r"(?P<head>guilty|suspected|convicted) (?:of|for) ", " of", r""),
        (
            r"(?P<head>act|point|fear|risk|danger|way|idea|intention|habit|possibility|chance|hope|aim|purpose|capable"
            r"|incapable|tired|afraid|proud|ashamed|cost|task|method|goal|dream|advantage|pleasure|right|joy|duty|need"
            r"|importance|difficulty|thought|fond|sick) of ",
            " of",
            r"",
        ),
        (rf"(?P<head>prevent(?:s|ed|ing)?(?: {_PERSON})?) (?:from |of )?", " from", r""),
        (rf"(?P<head>accus(?:e|es|ed|ing) {_PERSON}) (?:of |for )?", " of", r""),
        (r"(?P<head>[Bb]efore|[Aa]fter|[Ww]ithout) of ", "", r""),
        (
            r"(?P<head>(?<!stop )(?<!come )(?<!came )(?<!drop )(?<!stopped )(?<!dropped )(?<!passed )(?<!comes )"
            r"(?<!go )(?<!stood )(?<!stand )(?<!pass )(?<!went )(?<!swung )(?<!stops )(?<!close )[Bb]y) ",
            "",
            _OBJECT,
        ),
        (r"(?P<head>(?<=[.!?,] )[Aa]fter) ", "", _OBJECT),
        (r"(?P<head>(?:get|gets|got|gotten|getting|become|became|grew|grown) used) ", " to", r""),
        (r"(?P<head>(?:dreamed|dreamt|dreaming|(?:[Hh]e|[Ss]he|who) dreams)) ", " of", r""),
        (
            r"(?P<head>dedicated|devoted|contribut(?:es|ed|ing)|objected|confess(?:es|ed)|equivalent"
            r"|tantamount) ",
            " to",
            _OBJECT,
        ),
        (
            r"(?P<head>(?:limit|confine|restrict|dedicate|devote)(?:s|d|ed)? (?:him|her|it|them)sel(?:f|ves)) ",
            " to",
            r"",
        ),
        (r"(?P<head>[Bb]egin|[Bb]egins|[Bb]egan|[Ss]tarts|[Ss]tarted) (?:with|by) ", " by", r""),
        (r"(?P<head>end|ends|ended|finish|finishes|finished) (?:with|by) ", " up", r""),
        (r"(?P<head>[Ii]t(?:’s| is| was| would be| is not| was not) (?:not )?worth) ", "", r""),
    )
)  # fmt: skip
"""What stands before an infinitive where English has a form in -ing, the word between them, and what must follow."""
_LET: Final = kept_pattern(
    rf"(?<![\w’'-])(?P<head>(?:let|lets|letting) (?:him|her|them|us|me)) {_INFINITIVE}(?=[.,;]|{_OBJECT[3:]}"
)
_FIRST_IN: Final = kept_pattern(
    r"(?<![\w’'-])(?P<head>(?:is|was|were|are|be|been|became|as) the (?:first|last|only one|only ones)) in "
    rf"(?P<verb>[a-z]+ing)(?![\w’-]){_OBJECT}"
)
_BARE: Final = kept_pattern(
    r"(?<![\w’'-])(?P<before>[\w’]+) (?P<head>wants|wanted|decides|decided|intends|intended|manages|managed|refused"
    r"|hoped|tried|attempted|threatened|agreed|promised|failed|want|hope|intend|need|try|decide|manage) "
    rf"(?P<verb>[a-z]+)(?![\w’-]){_OBJECT}"
)
_WITH_SUBJECT: Final = frozenset(["they", "we", "i", "who", "not", "to", "also", "still", "would", "will", "must"])
"""Words behind which a form that may be a plural noun is a verb: they hope, to need."""
_SUBJECT: Final = kept_pattern(
    r"(?:^|[.!?…“] |\n|\b(?:and|but|because|if|when|while|says|said|say"
    r"|(?:said|says|recalled|announced|explained|added|believes|reported|confirmed|insisted|repeated|stated) that) )"
    r"(?:(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I)"
    r"|(?:(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|An?|a|an) )?(?:[a-z-]+ )?[a-z-]+|(?:the )?(?:[A-ZÀ-Þ][\w’-]+ ?){1,3})"
    r"(?: (?:has|had|have))? $"
)
_SUBJECT_LENGTH: Final = 60
_NO_SUBJECT: Final = frozenset(
    ["the", "a", "an", "their", "his", "her", "its", "our", "these", "those", "is", "was", "are", "were", "be", "been",
     "most", "is", "least", "being"]
)  # fmt: skip
_THERE_WHO: Final = kept_pattern(
    r"(?<![\w’'-])(?<!over )(?<!out )(?<!up )(?P<there>[Tt]here) (?:is|are|’s) (?P<adverb>also |already |even )?who"
    r" (?P<verb>[a-z]+)(?![\w’-])"
)
_AS_WHO: Final = kept_pattern(
    r"(?<=[a-z]) (?<!as well )(?<!same )(?<!such )(?<!much )(?<!long )(?<!soon )as who (?P<verb>[a-z]+s)(?![\w’-])"
)
_ASKED_ABOUT: Final = frozenset(
    ["question", "questions", "issue", "matter", "guess", "mystery", "puzzle", "riddle", "problem", "clue", "idea",
     "debate", "doubt", "doubts", "lot", "bit", "dispute", "discussion", "say", "decision", "look", "thing", "reason"]
)  # fmt: skip
_BEFORE_GERUND: Final = frozenset(
    ["of", "without", "by", "from", "before", "after", "in", "about", "despite", "against", "for", "at"]
)
"""Prepositions behind which a verb stands in -ing; for “for” and “at”, “to” is likelier."""
_SURE_BEFORE_GERUND: Final = frozenset(["of", "without", "by", "from", "before", "after", "despite"])
_VERB_AND_MORE: Final = Tag.ADJECTIVE | Tag.ADVERB | Tag.PREPOSITION | Tag.PAST_PARTICIPLE | Tag.VERB_PAST
_OWNED: Final = frozenset(["its", "their", "his", "our", "him", "them", "us", "me"])
_ARTICLES: Final = frozenset(["a", "an", "the", "his", "her", "its", "their", "our"])
_PARTICLES: Final = frozenset(["up", "out", "off", "down", "away"])
_OBJECT_PRONOUNS: Final = frozenset(["him", "them", "us", "me", "it", "himself", "herself", "itself", "themselves"])
_FOLLOWING: Final = frozenset([Tag.PREPOSITION, Tag.NUMBER, Tag.NOUN, Tag.PROPER_NOUN, Tag.PLURAL_NOUN])


def complement_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits of what a word has behind it: an infinitive for a form in -ing, what for that, who for those who."""
    finder = _Finder(article, resources)
    yield from finder.gerunds()
    yield from finder.infinitives()
    yield from finder.nominal_who()
    for sentence in parse(article):
        words = sentence.words
        for index in range(len(words) - 2):
            before = _SURE_BEFORE_GERUND - {"of"} if index == 0 else _BEFORE_GERUND
            if index and words[index].lower == "what":
                yield from finder.relative_what(sentence, index)
            elif words[index + 1].tags & Tag.VERB_BASE and words[index].lower in before:
                yield from finder.behind_preposition(sentence, index)


class _Finder:
    def __init__(self, article: Article, resources: Resources) -> None:
        self._article = article
        self._text = article.text
        self._resources = resources
        self._words = resources.words

    def _edit(self, rule: str, start: int, end: int, *replacements: str) -> Edit:
        return self._resources.rules[rule].edit(self._text, start, end, list(replacements))

    def _is_infinitive(self, verb: str, *, sure: bool) -> bool:
        """Whether it is a verb, and (unless its place makes that `sure`) no noun: got used to wait, to work."""
        tags = self._words.tags(verb) if sure else self._words.likely_tag(verb)
        return verb in ("be", "have", "do") or bool(tags & Tag.VERB_BASE)

    def gerunds(self) -> Iterator[Edit]:
        """`accused to steal`, `before of to leave`, `got used to wait`."""
        for pattern, link in _GERUNDS:
            for match in pattern.finditer(self._text):
                sure = not match["head"].endswith(("used", "worth", "self", "selves"))
                sure = sure or kept_pattern(_OBJECT).match(self._text[match.end() : match.end() + 8]) is not None
                if self._is_infinitive(match["verb"], sure=sure):
                    form = f"{match['head']}{link} {match['not'] or ''}{gerund(match['verb'])}"
                    yield self._edit("preposition-and-infinitive", *match.span(), form)

    def infinitives(self) -> Iterator[Edit]:
        """`let her to go`, `the first in opening a shop`, `wants build a port`."""
        for match in _LET.finditer(self._text):
            if self._is_infinitive(match["verb"], sure=self._text[match.end() : match.end() + 1] == " "):
                form = f"{match['head']} {match['not'] or ''}{match['verb']}"
                yield self._edit("bare-infinitive", *match.span(), form)
        for match in _FIRST_IN.finditer(self._text):
            base = base_of_gerund(match["verb"], self._words)
            if base is not None:
                yield self._edit("infinitive-without-to", *match.span(), f"{match['head']} to {base}")
        for match in _BARE.finditer(self._text):
            if self._lacks_to(match):
                form = f"{match['head']} to {match['verb']}"
                yield self._edit("infinitive-without-to", match.start("head"), match.end(), form)

    def _lacks_to(self, match: regex.Match[str]) -> bool:
        verb, before = match["verb"], match["before"].lower()
        tags = self._words.tags(verb)
        if not self._words.likely_tag(verb) & Tag.VERB_BASE:
            return False
        if verb in DETERMINERS or tags & (Tag.PAST_PARTICIPLE | Tag.VERB_PAST) or before in _NO_SUBJECT:
            return False
        if before in _WITH_SUBJECT and not match["head"].endswith(("ed", "s")):
            return True
        # Not in the rules they decided include a ban: nothing may stand before the subject.
        subject = _SUBJECT.search(self._text[max(0, match.start("head") - _SUBJECT_LENGTH) : match.start("head")])
        return subject is not None and self._words.likely_tag(before) != Tag.PLURAL_NOUN

    def nominal_who(self) -> Iterator[Edit]:
        """`There is who says so`, `He waved as who leaves`."""
        for match in _THERE_WHO.finditer(self._text):
            verb = match["verb"]
            base = {"is": "are", "was": "were", "has": "have"}.get(verb) or base_of_third(verb, self._words)
            if base is None and self._words.tags(verb) & (Tag.VERB_PAST | Tag.VERB_BASE | Tag.MODAL | Tag.AUXILIARY):
                base = verb
            if base is not None and verb not in ("i", "you", "we"):
                form = f"{match['there']} are {match['adverb'] or ''}those who {base}"
                yield self._edit("nominal-who", *match.span(), form)
        for match in _AS_WHO.finditer(self._text):
            base = base_of_third(match["verb"], self._words)
            if base is not None and self._words.likely_tag(match["verb"]) & Tag.VERB_PRESENT:
                form = f"like someone {gerund(base)}"
                yield self._edit(
                    "nominal-who", match.start() + 1, match.end(), form, f"like someone who {match['verb']}"
                )

    def behind_preposition(self, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`accused of have copied`, `without get out`, `of retain the water`: the form in -ing."""
        words = sentence.words
        preposition, verb, after = words[index], words[index + 1], words[index + 2]
        if verb.is_capitalised or verb.tags & _VERB_AND_MORE or verb.start != preposition.end + 1:
            return
        opens = after.lower in DETERMINERS or after.lower in _OBJECT_PRONOUNS
        sure = preposition.lower in _SURE_BEFORE_GERUND - {"by"}  # list by name the men
        taken = sure and self._takes_object(words, index + 1)
        if not (taken or self._acts(verb, after, opens=opens)) or (after.text in "-–" and after.start == verb.end):
            return
        led = preposition.lower in ("of", "for", "in", "at") and (
            takes_infinitive(words, index - 1, preposition.lower, self._words)
            or InfinitiveFinder(self._article, self._resources).is_asked(words, index - 1)
        )
        if preposition.lower in ("for", "at") or led:
            edit = self._resources.rules["for-to"].edit
            span = sentence.offset(index), sentence.end_offset(index)
            sure = led or not (verb.tags & ~Tag.VERB_BASE or self._has_for(words, index - 1))
            certainty = Applicability.SAFE if sure else Applicability.UNSAFE
            yield edit(self._text, *span, ["to"], applicability=certainty)
            return
        sure = preposition.lower in _SURE_BEFORE_GERUND
        certainty = Applicability.SAFE if sure else Applicability.UNSAFE
        span = sentence.offset(index + 1), sentence.end_offset(index + 1)
        rule = self._resources.rules["preposition-and-infinitive"]
        yield rule.edit(self._text, *span, [gerund(verb.lower)], applicability=certainty)

    def _has_for(self, words: Sequence[Word], at: int) -> bool:
        """Whether the word at `at` has “for” behind it rather than an infinitive: responsible for, thanked for."""
        head = head_of(words, at, self._words)
        if head is None:
            return words[at].lower in ("and", "or")
        counts = government().counts(head[0], head[1])
        return counts["for"] > counts["infinitive"]

    def _takes_object(self, words: Sequence[Word], at: int) -> bool:
        """Whether what may be a noun lacks its article and has an object: after review a foul, of win the race."""
        lower = words[at].lower
        if not words[at].tags & Tag.VERB_BASE or not self._words.takes_article(lower):
            return False
        if words[at - 1].lower == "of" and not (words[at - 2].tag is Tag.ADJECTIVE and at > 1):
            return False  # on the day of release the band played
        if any(word.lower in TIME_NOUNS or word.lower == "following" for word in words[at + 2 : at + 4]):
            return False  # by train the day before
        return words[at + 1].text in _ARTICLES and not has_finite(words, at + 1)

    def _acts(self, verb: Word, after: Word, *, opens: bool) -> bool:
        """Whether the word behind a preposition is a verb: no noun, or one with an object of its own."""
        if verb.lower == "have":
            return opens or bool(after.tags & Tag.PAST_PARTICIPLE)
        if verb.lower in ("be", "do"):
            return opens or (verb.lower == "be" and bool(after.tags & (Tag.PAST_PARTICIPLE | Tag.ADJECTIVE)))
        if not self._words.likely_tag(verb.lower) & Tag.VERB_BASE:
            return False
        if not verb.tags & ~Tag.VERB_BASE:
            return not after.is_nominal or opens or after.tag in (Tag.PLURAL_NOUN, Tag.PROPER_NOUN, Tag.NUMBER)
        likelier = self._words.bigram("to", verb.lower) > 3 * self._words.bigram("the", verb.lower)
        if self._words.bigram("to", verb.lower) > 0 and after.lower in _OWNED:
            return True  # the decision for dump its plans
        return likelier and (after.lower in ("him", "them", "us", "me") or after.lower in _PARTICLES)

    def relative_what(self, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`an archive what holds his letters`: that, behind a noun with its article and before a verb."""
        words = sentence.words
        noun, verb, after = words[index - 1], words[index + 1], words[index + 2]
        if index < 2:
            return
        if noun.tag not in (Tag.NOUN, Tag.PLURAL_NOUN) or noun.is_capitalised or noun.lower in _ASKED_ABOUT:
            return
        if verb.tag not in (Tag.VERB_PRESENT, Tag.VERB_PAST, Tag.PAST_PARTICIPLE):
            return
        if after.lower not in DETERMINERS and after.tag not in _FOLLOWING:
            return
        opener = index - 2 if words[index - 2].lower in DETERMINERS else index - 3
        indefinite = words[opener].lower in ("a", "an")
        if not indefinite and not (opener == 0 and words[0].lower in DETERMINERS):
            return  # they told the man what had happened
        if {word.lower for word in words[:index]} & (SPEECH | TELL):
            return
        if not words[index + 1].tags & FINITE_VERB:
            return
        relative = "who" if self._words.is_person_noun(noun.lower) else "that"
        yield self._edit("what-for-that", sentence.offset(index), sentence.end_offset(index), relative)
