"""Grammar that needs forms of words: a and an, doubled words, number, verbs after subjects and prepositions.

Runs after the passes that move and replace words, since it judges the final neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.indefinite import SPELT_ACRONYMS, begins_with_vowel, indefinite_article
from cleanup.lexicon.inflection import base_of_gerund, base_of_third, gerund, third_person
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag, Words
from cleanup.passes.agreement.adverbs import adverb_edits
from cleanup.passes.agreement.ages import age_edits
from cleanup.passes.agreement.amounts import amount_edits
from cleanup.passes.agreement.case import case_edits
from cleanup.passes.agreement.clauses import clause_edits
from cleanup.passes.agreement.comparison import comparison_edits
from cleanup.passes.agreement.complements import complement_edits
from cleanup.passes.agreement.copula import copula_edits, have_edits
from cleanup.passes.agreement.demonstratives import demonstrative_edits
from cleanup.passes.agreement.denials import denial_edits
from cleanup.passes.agreement.forms import Forms
from cleanup.passes.agreement.gerunds import gerund_edits
from cleanup.passes.agreement.helpers import helper_edits
from cleanup.passes.agreement.infinitives import infinitive_edits
from cleanup.passes.agreement.links import link_edits
from cleanup.passes.agreement.negation import negation_edits
from cleanup.passes.agreement.numbers import number_edits
from cleanup.passes.agreement.owners import owner_edits
from cleanup.passes.agreement.peoples import people_edits
from cleanup.passes.agreement.plurals import plural_edits
from cleanup.passes.agreement.relatives import relative_edits
from cleanup.passes.agreement.reports import report_edits
from cleanup.passes.agreement.verbs import verb_edits
from cleanup.passes.agreement.wishes import wish_edits
from cleanup.resources import Resources
from cleanup.syntax.clauses import Rest, chunk_start, rest_of_clause
from cleanup.syntax.parser import OPENERS, RELATIVES, parse
from cleanup.syntax.words import QUANTIFIERS, SPEECH

_ARTICLE: Final = re.compile(r"(?<![\w.’'@#/-])(?P<article>an?|An?)(?P<gap> [“\"‘]?)(?P<word>[^\W_][\w’-]*)")
_DOUBLED: Final = re.compile(r"(?<![\w’'-])(?P<word>[^\W\d_]+) (?P<second>(?i:(?P=word)))(?![\w’'-])")
_DOUBLED_YEAR: Final = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|of|from) (?P<word>(?:1[5-9]|20)\d\d) (?P=word)(?![\w’'-])"
)
_FREE_RELATIVE: Final = re.compile(
    r"\b(?:who|whom|whose|which|that|what|whatever|whoever|where|when|how|if|as|than|all|everything|anything)\b",
    re.IGNORECASE,
)
_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+) \Z")
_WORD_BEHIND: Final = re.compile(r" ([^\W_]+)")
_LONGEST_WORD: Final = 30
_ONE_OF_A_KIND: Final = frozenset({"country", "region", "continent", "capital"})
_SURELY_ONCE: Final = frozenset(
    ["the", "of", "and", "a", "an", "to", "for", "with", "from", "at", "by", "as", "or", "their", "his", "its",
    "they", "he",
     "we", "this", "which", "but", "are", "was", "were", "has", "have", "be", "been", "will", "would", "could",
     "into", "who"]
)  # fmt: skip
_MAY_DOUBLE: Final = word_class("said_twice")


_MODAL_TO: Final = re.compile(
    r"(?<![\w’'-])(?P<modal>could|would|should|must|cannot|can|will|may|might|couldn’t|can’t|won’t|shouldn’t"
    r"|wouldn’t)(?P<middle> (?:not|also|only|never|soon|still))? to (?P<verb>[a-z]+)(?!\w)"
)
_SUBJECTS: Final = frozenset(
    ["i", "you", "he", "she", "it", "we", "they", "who", "nobody", "everyone", "everybody", "what", "which", "there"]
)
_ALL_ONE_CAN: Final = re.compile(
    r"\b(?:all|everything|what|whatever|much|anything|as|best|most|least) (?:[\w’]+ ){1,6}$", re.IGNORECASE
)
_SOMETIMES_NOUN: Final = frozenset(["will", "might", "can", "must"])
_MANDATE: Final = re.compile(
    r"\b(?:ask|demand|insist|request|recommend|require|propos|suggest|order|urg|important|essential|necessary|vital"
    r"|crucial|imperative|lest|wish|advis|stipulat|mandat|condition|call)\w*",
    re.IGNORECASE,
)
_NEGATION: Final = re.compile(
    r"(?<![\w’'-])(?P<subject>[Ii]|[Yy]ou|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|people|who"
    r"|[a-z]{3,}s) not (?P<verb>[a-z]+)(?![\w’'-])"
)
_MODAL_AFTER_NOT: Final = re.compile(
    r"(?<![\w’'-])(?P<subject>[\w’]+) (?P<pair>not (?P<modal>will|would|could|can)) (?P<verb>[a-z]+)(?![\w’'-])"
)
_NOT_DENIED: Final = frozenset(["be", "only", "just"])
_STATES: Final = frozenset(["know", "want", "have", "understand", "believe", "like", "need", "see", "exist", "agree"])
_DENIED_FORM: Final = re.compile(
    r"(?<![\w’'-])(?P<subject>[\w’]+) not (?P<verb>[a-z]+s)(?= (?:the|a|an|his|her|its|their|to|any|that|in)\b)"
)
_EXPECTED: Final = re.compile(
    r"(?<![\w-])(?P<be>is|are|was|were|be|been) (?P<adjective>expected|scheduled|due|supposed|likely|unlikely|ready"
    r"|able|unable|forced|obliged|destined|allowed|set) (?P<verb>[a-z]+s)(?= (?:the|a|an|his|her|its|their|by|in|on"
    r"|to|at|with|from|for|[A-ZÀ-Þ]\w+)\b|[.,])"
)
_ADJECTIVE_OF: Final = re.compile(
    r"(?<![\w-])(?P<head>difficult|easy|impossible|hard|possible|ready|able|unable|willing|unwilling|likely|obliged"
    r"|forced|necessary|useful|useless|eager|reluctant|seek|seeks|seeking|sought"
    r"|agree[sd]?|decide[sd]?|refuse[sd]?|tr(?:y|ies|ied)|promised|manage[sd]?|hoped|threaten(?:s|ed)?|intend(?:s"
    r"|ed)?|attempted"
    r"|pretend(?:s|ed)?|offered|needed|choose[s]?|chose|wanted|planned|prefer(?:s|red)?|swear[s]?|swore|aimed)"
    r" of (?P<not>not )?(?P<verb>[a-z]+ing)(?![\w-])"
)
_FINISH_OF: Final = re.compile(
    r"(?<![\w-])(?P<head>finish(?:es|ed)|stop(?:s|ped)|avoid(?:s|ed)?|cease[sd]?|propose[sd]?|keeps|[Bb]efore|[Aa]fter|[Ww]ithout)"
    r" of (?P<verb>[a-z]+ing)(?![\w-])"
)
_PREPOSITION_TO: Final = re.compile(
    r"(?<![\w-])(?P<head>[Bb]efore|[Aa]fter|[Ww]ithout|[Ii]nstead of|(?:insist(?:s|ed|ing)?|keen|intent|set) on"
    r"|(?:forbid|forbids|forbade|forbidden|stops?|stopped|keeps?|kept|discourage[sd]?|refrain(?:s|ed)?|deter|deters"
    r"|deterred)(?: [a-z]+){0,3} from"
    r"|(?:do|does|did|would|not|n’t) mind|(?:(?<=, )|(?<=[.!?] ))[Ii]nstead|[Bb]esides"
    r"|[Dd]espite|avoid(?:s|ed)?|enjoy(?:s|ed)?|finish(?:es|ed)?|capable"
    r"|incapable|insist(?:s|ed|ing)?|succeed(?:s|ed)?|look(?:s|ed|ing)? forward"
    r"|accustomed) (?P<not>not )?to (?P<verb>[a-z]+)(?![\w’-])"
)
_INTENTION_TO: Final = re.compile(
    r"(?<![\w-])(?P<head>no intention|the possibility|the risk|the idea|the habit|the merit|the advantage|the danger"
    r"|no chance of success|the illusion) to (?P<verb>[a-z]+)(?![\w’-])"
)
_NOMINAL_WHO: Final = re.compile(
    r"(?<![\w-])(?P<head>[Tt]o|[Ff]or|against|punish(?:es|ed|ing)?|reward(?:s|ed|ing)?|help(?:s|ed|ing)|thank(?:s|ed|ing)?"
    r"|attack(?:s|ed|ing)|protect(?:s|ed|ing)?|penali[sz]e[sd]?|favou?r(?:s|ed)|hit(?:s|ting)|condemn(?:s|ed)?"
    r"|accuse[sd]?|honou?r(?:s|ed|ing)?|commemorat(?:e|es|ed|ing)|mourn(?:s|ed|ing)?|salut(?:e|es|ed|ing)"
    r"|criticis(?:es|ed|ing)|criticiz(?:es|ed|ing)|prais(?:es|ed|ing)|blam(?:es|ed|ing)|defends?|forgiv(?:es|ing)|forgave"
    r"|despis(?:es|ed)|excludes?|excluded) who (?P<verb>[a-z]+)(?![\w’-])"
)
_TO_SUBJECT: Final = re.compile(
    r"(?:(?<=[.!?…] )|(?<=\n)|(?<=\A))To (?P<verb>[a-z]+)"
    r"(?= (?:for |after |at |with )?(?:them|him|her|it|the [a-z]+|[A-ZÀ-Þ][\w’-]+) (?P<be>are|were|is|was)"
    r" (?:[A-ZÀ-Þ]|the [a-z]+,|(?:two|three|four|five|six|seven|eight|nine|ten|\d+|many|several|some) ))"
)
_VERBLESS: Final = re.compile(
    r"(?:(?<=[.!?…] )|(?<=\n)|(?<=\A))(?:Less|More|Equally|Even more|Particularly|Very|Quite) [a-z]+(?P<gap> )(?:the"
    r"|those|his|her|their) (?P<noun>[a-z]+)"
    r"(?=, (?:who|for whom|which|where|according to|whose|in particular|above all) )"
)
_REPORT_AFTER_QUOTE: Final = re.compile(
    r"(?<=[”»\"]),? (?P<verb>[a-z]+) (?P<subject>(?:the|a|an|one) [a-z]+"
    r"|[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+){0,2})(?P<after>[\s,.;]+\w*)"
)
_NAMES: Final = Tag.NOUN | Tag.PLURAL_NOUN | Tag.PROPER_NOUN
_COULD_BE_NOUN: Final = (
    Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE | Tag.GERUND | Tag.PAST_PARTICIPLE | Tag.ADVERB | Tag.NUMBER
)

_BY_SENTENCE: Final = (
    adverb_edits, helper_edits, infinitive_edits, comparison_edits, link_edits, number_edits, case_edits, denial_edits,
    copula_edits, gerund_edits, have_edits, verb_edits, relative_edits, amount_edits, owner_edits, report_edits,
    people_edits, age_edits, plural_edits, wish_edits, demonstrative_edits,
)  # fmt: skip


class Agreement:
    """Edits that put a word into the form that its neighbours ask for."""

    name = "agreement"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    @cached_property
    def _words(self) -> Words:
        return self._resources.words

    @cached_property
    def _finders(self) -> tuple[tuple[re.Pattern[str], Callable[[Article, re.Match[str]], Edit | None]], ...]:
        return (
            (_ARTICLE, self._article),
            (_DOUBLED, self._doubled),
            (_DOUBLED_YEAR, self._doubled_year),
            (_MODAL_TO, self._modal_to),
            (_NEGATION, self._negation),
            (_DENIED_FORM, self._denied_form),
            (_MODAL_AFTER_NOT, self._modal_after_not),
            (_EXPECTED, self._expected),
            (_ADJECTIVE_OF, self._adjective_of),
            (_FINISH_OF, self._finish_of),
            (_PREPOSITION_TO, self._preposition_to),
            (_INTENTION_TO, self._intention_to),
            (_NOMINAL_WHO, self._nominal_who),
            (_REPORT_AFTER_QUOTE, self._report_after_quote),
            (_VERBLESS, self._verbless),
            (_TO_SUBJECT, self._to_subject),
        )

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Safe where the form is certain, else suggested."""
        for pattern, find in self._finders:
            for match in pattern.finditer(article.text):
                edit = find(article, match)
                if edit is not None:
                    yield edit
        yield from Forms(self._resources).edits(article)
        yield from negation_edits(article, self._resources)
        yield from clause_edits(article, self._resources)
        yield from complement_edits(article, self._resources)
        for edits in _BY_SENTENCE:
            yield from edits(article, self._resources)

    def _edit(self, article: Article, rule: str, span: tuple[int, int], *replacements: str, sure: bool = True) -> Edit:
        doubt = None if sure else Applicability.UNSAFE
        found = self._resources.rules[rule]
        confidence = None if sure else min(found.confidence, 0.7)
        return found.edit(article.text, *span, list(replacements), applicability=doubt, confidence=confidence)

    def _is_base(self, verb: str) -> bool:
        return bool(self._words.tags(verb) & Tag.VERB_BASE)

    def _article(self, article: Article, match: re.Match[str]) -> Edit | None:
        given, word = match["article"], match["word"]
        right = self._right_article(word)
        if right is None or right == given.lower():
            return None
        if given == "A" and not _at_start(article, match.start()):
            return None
        seen, other = (self._words.bigram(each, word) for each in (given.lower(), right))
        if seen > other:
            return None
        return self._edit(article, "a-or-an", match.span("article"), right.capitalize() if given[0] == "A" else right)

    def _right_article(self, word: str) -> str | None:
        """The article before this word, or None where the word does not tell."""
        if word[0].isdigit():
            return "an" if begins_with_vowel(word) else None
        acronym = word.split("-")[0].split("’")[0]
        if acronym.isupper() and len(acronym) > 1:
            return indefinite_article(acronym) if acronym in SPELT_ACRONYMS else None
        lower = word.lower().split("-")[0].split("’")[0]
        tags = self._words.tags(word.split("-")[-1])
        if (not self._words.is_word(lower) and not self._words.is_word(word)) or not tags & _COULD_BE_NOUN:
            return None
        if lower.startswith("histor") or (word[0].islower() and not self._may_follow_article(lower)):
            return None  # “an historic” is British
        return indefinite_article(lower)

    def _may_follow_article(self, word: str) -> bool:
        function = (
            Tag.PREPOSITION | Tag.CONJUNCTION | Tag.AUXILIARY | Tag.PRONOUN | Tag.DETERMINER | Tag.MODAL | Tag.PARTICLE
        )
        return len(word) > 2 and not self._words.likely_tag(word) & function and self._words.zipf(word) >= 2.0

    def _doubled(self, article: Article, match: re.Match[str]) -> Edit | None:
        word, second = match["word"], match["second"]
        lower = word.lower()
        span = (match.start() + len(word), match.end())
        if word[0].isupper() and second == word:
            return self._edit(article, "doubled-word", span, "", sure=True) if self._is_single_name(word) else None
        if not second.islower() or not (word.islower() or (word.istitle() and _at_start(article, match.start()))):
            return None
        if lower in ("in", "on"):
            return (
                self._edit(article, "doubled-word", span, "", sure=False) if self._leads_once(article, match) else None
            )
        if (
            lower in _MAY_DOUBLE
            or not self._words.is_word(lower)
            or (self._words.bigram(lower, lower) > 3 and lower not in _SURELY_ONCE)
        ):
            return None
        sure = lower in _SURELY_ONCE or (word.islower() and self._is_once(article, match))
        return self._edit(article, "doubled-word", span, "", sure=sure)

    def _leads_once(self, article: Article, match: re.Match[str]) -> bool:
        """Whether no verb has the first preposition as its particle: not `came in in May`, `went on on the porch`."""
        before = _WORD_BEFORE.search(article.text[max(0, match.start() - _LONGEST_WORD) : match.start()])
        behind = _WORD_BEHIND.match(article.text, match.end())
        if before is None or behind is None or behind[1] in MONTHS | WEEKDAYS or not behind[1].isalpha():
            return False
        verbal = FINITE_VERB | Tag.VERB_BASE | Tag.PAST_PARTICIPLE | Tag.GERUND
        return not self._words.tags(before[1].lower()) & verbal

    def _is_once(self, article: Article, match: re.Match[str]) -> bool:
        """Whether the word says nothing more when it stands twice.

        Adjectives and adverbs may (a long long way), and verbs behind a clause that ends in the same one (those who
        voted voted for him).
        """
        tags = self._words.tags(match["word"])
        if tags & (Tag.ADJECTIVE | Tag.ADVERB) and not tags & Tag.PREPOSITION:
            return False
        if tags and not tags & (FINITE_VERB | Tag.VERB_BASE):
            return True
        sentence = article.sentence_at(match.start())
        return _FREE_RELATIVE.search(article.text, sentence.start, match.start()) is None

    def _is_single_name(self, word: str) -> bool:
        """Whether no name has this one twice in a row: a month, a weekday, a land, a people."""
        if word in MONTHS or word in WEEKDAYS or self._resources.names.is_demonym(word):
            return True
        kinds = self._resources.names.kinds_of(word)
        return bool(kinds) and kinds <= _ONE_OF_A_KIND

    def _doubled_year(self, article: Article, match: re.Match[str]) -> Edit:
        return self._edit(article, "doubled-word", (match.end("word"), match.end()), "")

    def _modal_to(self, article: Article, match: re.Match[str]) -> Edit | None:
        if not self._is_base(match["verb"]):
            return None
        start = match.end("middle") if match["middle"] else match.end("modal")
        before = re.search(r"([\w’'-]+) $", article.text[max(0, match.start() - 30) : match.start()])
        word = before[1] if before else ""
        noun = match["modal"] in _SOMETIMES_NOUN
        done = match["modal"] in ("can", "could", "cannot", "may", "might") and match["verb"] not in ("be", "have")
        if done and _ALL_ONE_CAN.search(article.text[max(0, match.start() - 60) : match.start()]):
            return None  # they do all they can to help
        owned = word[-2:] in ("’s", "'s", "s’", "s'")
        tags = self._words.tags(word)
        demonstrative = word.lower() in ("this", "that")
        if noun and (owned or (tags & (Tag.DETERMINER | Tag.POSSESSIVE) and not demonstrative)):
            return None
        if noun and not word and article.text[max(0, match.start() - 2) : match.start()] not in (", ", ") "):
            return None
        if noun and tags & Tag.ADJECTIVE and not tags & (Tag.NOUN | Tag.PROPER_NOUN):
            return None
        sure = not noun or self._opens_modal(word) or self._is_only_verb(article, match)
        if noun and word in ("and", "or", "nor"):
            return None  # courage and will to win
        return self._edit(article, "modal-to", (start, match.start("verb") - 1), "", sure=sure)

    def _opens_modal(self, word: str) -> bool:
        """Whether “will” after this word can only be the verb: no noun follows a plural or a number like that."""
        plural = word.islower() and self._words.tags(word) == Tag.PLURAL_NOUN
        named = word[:1].isupper() and word.isalpha() and self._words.may_be_proper(word)
        return plural or named or word.lower() in _SUBJECTS | QUANTIFIERS

    def _is_only_verb(self, article: Article, match: re.Match[str]) -> bool:
        """Whether the clause has no other finite verb: the rise will to be levied, but not the will to live is."""
        sentence = next(each for each in parse(article) if each.start + each.words[-1].end >= match.end())
        words = sentence.words
        modal = next(at for at, word in enumerate(words) if sentence.start + word.start == match.start("modal"))
        verb = next(at for at, word in enumerate(words) if sentence.start + word.start == match.start("verb"))
        start = chunk_start(words, modal)
        if words[modal - 1].tag is Tag.PUNCTUATION:  # The boat, a wreck, will to be sold
            return not any(word.tag & FINITE_VERB for word in words[:modal])
        opens = words[start].tag & (Tag.PREPOSITION | Tag.GERUND) or words[start].lower in OPENERS
        before = words[start - 1] if start else None
        told = before is None or before.lower in SPEECH | OPENERS | RELATIVES or before.text in ':;“"'
        joined = (
            before is not None and before.text == "," and any(word.tag & FINITE_VERB for word in words[: start - 1])
        )
        named = any(word.tags & _NAMES or word.lower in ("this", "that") for word in words[start:modal])
        alone = rest_of_clause(words, verb + 1) is not Rest.SURE
        return bool(named and not opens and alone) and (told or joined)

    def _modal_after_not(self, article: Article, match: re.Match[str]) -> Edit | None:
        """`The deal not will close`: only behind a subject, and before a bare verb."""
        subject, verb = match["subject"], match["verb"]
        nominal = Tag.NOUN | Tag.PLURAL_NOUN | Tag.PROPER_NOUN
        if subject.lower() not in _SUBJECTS and not self._words.likely_tag(subject) & nominal:
            return None
        if not self._is_base(verb) or self._words.likely_tag(verb) & (Tag.ADVERB | Tag.PREPOSITION):
            return None
        denied = "cannot" if match["modal"] == "can" else f"{match['modal']} not"
        return self._edit(article, "modal-after-not", match.span("pair"), denied)

    def _negation(self, article: Article, match: re.Match[str]) -> Edit | None:
        subject, verb = match["subject"], match["verb"]
        tags = self._words.tags(verb)
        if not tags & Tag.VERB_BASE or tags & (Tag.VERB_PAST | Tag.PAST_PARTICIPLE | Tag.ADVERB) or verb in _NOT_DENIED:
            return None
        singular = subject.lower() in ("he", "she", "it")
        start = article.sentence_at(match.start()).start
        likely = self._words.likely_tag(verb) & Tag.VERB_BASE or verb == "have"
        if _MANDATE.search(article.text, start, match.start()) or not likely:
            return None
        if subject.lower() not in _SUBJECTS and subject != "people" and not self._is_plural_subject(subject, verb):
            return None
        fix = f"does not {verb}" if singular else f"do not {verb}"
        before = re.search(r"(\w+) $", article.text[start : match.start()])
        if before and self._words.tags(before[1]) & (Tag.MODAL | Tag.AUXILIARY):
            return None
        asks = article.text[start : start + 3] in ("Why", "why")
        sure = not asks and subject != "who"
        return self._edit(
            article, "bare-negation", (match.start("subject") + len(subject) + 1, match.end()), fix, sure=sure
        )

    def _denied_form(self, article: Article, match: re.Match[str]) -> Edit | None:
        base = base_of_third(match["verb"], self._words)
        subject = match["subject"]
        is_subject = self._words.likely_tag(subject) & (Tag.NOUN | Tag.PROPER_NOUN) or subject.lower() in (
            "he",
            "she",
            "it",
            "who",
        )
        if base in (None, "be", "have") or not is_subject or self._words.likely_tag(match["verb"]) != Tag.VERB_PRESENT:
            return None
        return self._edit(article, "bare-negation", (match.end("subject") + 1, match.end()), f"does not {base}")

    def _is_plural_subject(self, noun: str, verb: str) -> bool:
        return bool(self._words.likely_tag(noun) & Tag.PLURAL_NOUN) and verb in _STATES

    def _expected(self, article: Article, match: re.Match[str]) -> Edit | None:
        base = base_of_third(match["verb"], self._words)
        if base is None or not self._words.likely_tag(match["verb"]) & Tag.VERB_PRESENT:
            return None
        return self._edit(
            article, "expected-and-verb", match.span("verb"), f"to {base}", sure=match["adjective"] != "set"
        )

    def _adjective_of(self, article: Article, match: re.Match[str]) -> Edit | None:
        base = base_of_gerund(match["verb"], self._words)
        if base is None:
            return None
        negation = "not " if match["not"] else ""
        sure = match["head"] != "hard"
        if not sure and match["verb"] == "hearing":
            return None
        return self._edit(
            article, "of-and-gerund", (match.end("head") + 1, match.end()), f"{negation}to {base}", sure=sure
        )

    def _finish_of(self, article: Article, match: re.Match[str]) -> Edit | None:
        return self._edit(article, "of-and-gerund", (match.end("head"), match.start("verb") - 1), "")

    def _preposition_to(self, article: Article, match: re.Match[str]) -> Edit | None:
        verb = match["verb"]
        if not self._words.likely_tag(verb) & (Tag.VERB_BASE | Tag.AUXILIARY) and not (
            self._is_base(verb) and match["head"].lower() in ("before", "without", "instead")
        ):
            return None
        if not self._is_base(verb) and verb not in ("be", "have", "do"):
            return None
        stem = re.sub(r"(?:ing|ed|s)$", "", match["head"].lower().partition(" ")[0])
        needed = {
            "instead": " of",
            "capable": " of",
            "incapable": " of",
            "insist": " on",
            "succe": " in",
            "succeed": " in",
        }
        needed |= {"look": " to", "accustom": " to"}
        head = match["head"] + needed.get(stem, "")
        negation = "not " if match["not"] else ""
        after = match["head"].lower() == "after" and verb in ("have", "be")
        sure = (
            after
            or stem in ("insist", "look")
            or match["head"].lower()
            in (
                "before",
                "without",
                "avoid",
                "avoids",
                "enjoy",
                "enjoys",
                "capable",
                "incapable",
                "instead of",
            )
        )
        return self._edit(
            article,
            "preposition-and-infinitive",
            match.span(),
            f"{head} {negation}{gerund(verb)}",
            sure=sure,
        )

    def _intention_to(self, article: Article, match: re.Match[str]) -> Edit | None:
        if not self._is_base(match["verb"]):
            return None
        span = (match.end("head") + 1, match.end())
        return self._edit(
            article,
            "noun-and-infinitive",
            span,
            f"of {gerund(match['verb'])}",
            sure=match["head"] == "no intention",
        )

    def _nominal_who(self, article: Article, match: re.Match[str]) -> Edit | None:
        verb = match["verb"]
        base = base_of_third(verb, self._words) if verb.endswith("s") else self._plain_verb(verb)
        if base is None or (verb.endswith("s") and not self._words.tags(verb) & Tag.VERB_PRESENT):
            return None
        base = {"ha": "have", "i": "are", "wa": "were"}.get(base, base)
        span = (match.end("head") + 1, match.end())
        person = re.match(r" (?:him|her|them|me|us)\b", article.text[match.end() : match.end() + 6])
        sure = bool(person) or match["head"].lower() not in ("to", "for", "against")
        return self._edit(article, "nominal-who", span, f"those who {base}", f"whoever {match['verb']}", sure=sure)

    def _plain_verb(self, verb: str) -> str | None:
        """A past or a plain form behind a lost “those who”, unchanged: honours who fell."""
        tags = self._words.likely_tag(verb)
        return verb if tags & (Tag.VERB_PAST | Tag.VERB_BASE | Tag.MODAL | Tag.AUXILIARY) else None

    def _to_subject(self, article: Article, match: re.Match[str]) -> Edit | None:
        if not self._is_base(match["verb"]):
            return None
        fix = gerund(match["verb"]).capitalize()
        sure = match["be"] in ("are", "were")
        return self._edit(article, "infinitive-before-subject", match.span(), fix, sure=sure)

    def _verbless(self, article: Article, match: re.Match[str]) -> Edit | None:
        adjective = match.group().split(" the ")[0].split()[-1]
        if not self._words.tags(adjective) & (Tag.ADJECTIVE | Tag.PAST_PARTICIPLE):
            return None
        plural = self._words.tags(match["noun"]) & Tag.PLURAL_NOUN
        return self._edit(article, "verbless-inversion", match.span("gap"), " are " if plural else " is ")

    def _report_after_quote(self, article: Article, match: re.Match[str]) -> Edit | None:
        verb, subject = match["verb"], match["subject"]
        noun, tags = subject.split()[-1], self._words.tags(verb)
        reports = self._words.is_speech_verb(verb) and tags & Tag.VERB_BASE and not tags & Tag.VERB_PAST
        if not reports or re.search(r"\b(?:and|or|who)\b", match["after"]):
            return None
        if subject[0].islower() and not (
            self._words.tags(noun) & Tag.NOUN and not self._words.tags(noun) & Tag.PLURAL_NOUN
        ):
            return None
        sure = subject[0].islower() and self._words.is_person_noun(noun)
        return self._edit(article, "report-and-subject", match.span("verb"), third_person(verb), sure=sure)


def _at_start(article: Article, offset: int) -> bool:
    before = article.text[max(0, offset - 3) : offset].rstrip(' “"‘«')
    return not before or before[-1] in ".!?:\n…"
