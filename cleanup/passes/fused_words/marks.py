"""Words that ran into a number, a closing bracket or a closing quotation mark before them."""

from __future__ import annotations

from collections.abc import Sequence

from cleanup.article import Article, Token
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.words import Tag
from cleanup.passes.fused_words.borders import decide
from cleanup.passes.fused_words.clause import FINITE, Place
from cleanup.passes.fused_words.lists import GLUE, OPENERS, QUANTITIES, UNITS
from cleanup.passes.fused_words.verdicts import Border
from cleanup.resources import Resources

MARKS = frozenset('0123456789)]”»"')
_QUOTATION_MARKS = frozenset('”»"')
# Zipf: how common a word must be, after a quotation and elsewhere.
_AFTER_QUOTATION, _COMMON = 2.8, 3.8
_FEWEST_BEFORE = 3  # words of a sentence that may end in a number


class AfterMarks:
    """Finds words right after a number or a mark, and puts the space and the comma back."""

    def __init__(self, resources: Resources) -> None:
        """Take what the run looks things up in."""
        self._resources = resources

    def edit(
        self, article: Article, before: Sequence[str], tokens: Sequence[Token], index: int
    ) -> tuple[Edit, list[str]] | None:
        """The edit for the word at `index`, and the pieces that stand there afterwards; None where nothing is wrong.

        `before` is the sentence up to the mark, with the commas put in so far.
        """
        token, mark = tokens[index], tokens[index - 1]
        named = mark.text.isdigit() and token.text[0].isupper()
        if article.is_protected(mark.start, token.end):
            return None
        if named and len(token.text) > 1 and token.text in OPENERS and len(before) > _FEWEST_BEFORE:
            return self._sentence_after(article, tokens, index)
        if named and self._may_follow_number(mark.text, token.text):
            return self._name_after(article, before, tokens, index)
        if not self._is_word(token.text, after=mark.text):
            return None
        if mark.text in _QUOTATION_MARKS:
            return self._after_quotation(article, tokens, index)
        if mark.text[-1].isdigit():
            plural = self._resources.words.likely_tag(token.text) & Tag.PLURAL_NOUN
            brand = len(mark.text) == 1 and token.text not in GLUE | QUANTITIES and not plural  # 4chan
            unit = token.text in UNITS and not (_is_year(mark.text) and token.text in GLUE)
            return None if brand or unit else self._after(article, before, tokens, index, "fused-number")
        if _bracket_inside_word(article.text, mark):
            return None
        return self._after(article, before, tokens, index, "fused-bracket")

    def age_edit(
        self, article: Article, before: Sequence[str], tokens: Sequence[Token], index: int
    ) -> tuple[Edit, list[str]] | None:
        """The edit for a person’s age that ran into the surname: `Anna Bergman38, a baker`; None where it is none."""
        token, number = tokens[index], tokens[index + 1]
        following = tokens[index + 2].text if index + 2 < len(tokens) else ""
        person = bool(before) and before[-1][0].isupper() and self._resources.words.is_given_name(before[-1])
        if (
            not person
            or len(token.text) < 3
            or not token.text[1:].islower()
            or article.is_protected(token.start, number.end)
        ):
            return None
        verb = bool(self._resources.words.likely_tag(following) & FINITE) and following.islower()
        apart = tokens[index + 2].start > number.end if index + 2 < len(tokens) else True
        if not (following in (",", ".", ";", ")", "") or (verb and apart)):
            return None
        closing = "," if verb else ""
        rule = self._resources.rules["fused-number"]
        texts = [f"{token.text}, {number.text}{closing}"]
        reason = "a person’s name and age ran together"
        edit = rule.edit(article.text, token.start, number.end, texts, reason=reason, confidence=rule.confidence)
        return edit, [token.text, ",", number.text, *([","] if closing else [])]

    def _is_word(self, text: str, *, after: str) -> bool:
        short = after in ")]" or (_is_year(after) and text not in ("no", "of"))
        if (text in GLUE and (len(text) > 2 or short)) or (text in QUANTITIES and after[-1].isdigit()):
            return True
        least = _AFTER_QUOTATION if after in _QUOTATION_MARKS else _COMMON
        return len(text) > 3 and text.islower() and self._resources.words.zipf(text) >= least

    def _may_follow_number(self, number: str, name: str) -> bool:
        """Whether a capitalised word behind a number is one of its own: 8October, 1980Winter; not 3M or 7Eleven."""
        words, names = self._resources.words, self._resources.names
        if name in names.named_list("month"):
            return len(number) < 3 or _is_year(number)
        known = words.is_word(name) or words.is_given_name(name) or bool(names.lookup(name)) or words.is_surname(name)
        return len(name) > 3 and name[1:].islower() and _is_year(number) and known

    def _sentence_after(self, article: Article, tokens: Sequence[Token], index: int) -> tuple[Edit, list[str]]:
        """The edit for a sentence that ran into the number before it: it burned in 2018The trial began."""
        token, mark = tokens[index], tokens[index - 1]
        texts = [f"{mark.text}. {token.text}", f"{mark.text}, {token.text[0].lower()}{token.text[1:]}"]
        reason = "a number and the next sentence ran together"
        edit = self._resources.rules["fused-number"].edit(article.text, mark.start, token.end, texts, reason=reason)
        return edit, [".", token.text]

    def _name_after(
        self, article: Article, before: Sequence[str], tokens: Sequence[Token], index: int
    ) -> tuple[Edit, list[str]]:
        """The edit for a name behind a year or a month behind a day: In 2014, Anna won; the 2014 Games."""
        token, mark = tokens[index], tokens[index - 1]
        opening = [word.lower() for word in before]
        opens = opening in (["in"], ["since"], ["by"], ["until"]) or _is_full_date(before)
        opens = opens or (len(opening) == 2 and opening[0] in ("in", "since") and _is_year(mark.text))
        comma = "," if opens and _is_year(mark.text) else ""
        rule = self._resources.rules["fused-number"]
        texts = [f"{mark.text}{comma} {token.text}", f"{mark.text}{'' if comma else ','} {token.text}"]
        reason = "a number and a name ran together"
        edit = rule.edit(article.text, mark.start, token.end, texts, reason=reason)
        return edit, [*([comma] if comma else []), token.text]

    def _after(
        self, article: Article, before: Sequence[str], tokens: Sequence[Token], index: int, rule_id: str
    ) -> tuple[Edit, list[str]]:
        token, mark = tokens[index], tokens[index - 1]
        after = [t.text for t in tokens[index + 1 :]]
        named = any(t.text[:1].isupper() for t in tokens[max(0, index - 3) : index - 1])  # BR-163, G7, (WHO)
        words, names = self._resources.words, self._resources.names
        border = decide(Place(words, names, before, mark.text, token.text, after, left_is_name=named))
        counted = rule_id == "fused-number" and self._is_counted(mark.text, token.text)
        if border.mark and rule_id == "fused-number" and not _is_year(mark.text) and token.text not in GLUE:
            border = Border("", "a number and a word ran together", 0.9)
        if not counted and _is_full_date(before) and _is_year(mark.text):
            border = Border(",", "the comma after the date was lost", 0.9)
        if counted:
            border = Border("", "a number and what it counts ran together", 0.97)
        rule = self._resources.rules[rule_id]
        decimal = article.text[mark.start - 1 : mark.start] in tuple(".:/")
        safe = counted or (token.text in GLUE and not decimal)
        edit = rule.edit(
            article.text,
            mark.start,
            token.end,
            [f"{mark.text}{border.mark} {token.text}", f"{mark.text}{border.other} {token.text}"],
            reason=border.reason,
            applicability=rule.applicability if safe else Applicability.UNSAFE,
            confidence=rule.confidence * border.confidence,
        )
        return edit, [*([border.mark] if border.mark else []), token.text]

    def _is_counted(self, number: str, word: str) -> bool:
        """Whether the word is what the number counts: 40million, 27countries; not a year and a subject."""
        if word in QUANTITIES:
            return True
        plural = self._resources.words.likely_tag(word) & Tag.PLURAL_NOUN
        return bool(plural) and not _is_year(number) and number != "1" and len(word) > 4

    def _after_quotation(self, article: Article, tokens: Sequence[Token], index: int) -> tuple[Edit, list[str]] | None:
        """A reporting verb or another word right after a closing quotation mark."""
        token, mark = tokens[index], tokens[index - 1]
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        speech = self._reports(token.text, following)
        if mark.text == '"' and not (speech and _closes(article, mark)):
            return None
        comma = "," if speech and index > 1 and tokens[index - 2].is_word else ""
        reason = "the comma before the reporting verb was lost" if comma else "two words ran together"
        texts = [f"{mark.text}{comma} {token.text}", f"{mark.text}{'' if comma else ','} {token.text}"]
        rule = self._resources.rules["fused-quotation"]
        edit = rule.edit(article.text, mark.start, token.end, texts, reason=reason)
        return edit, [*([comma] if comma else []), token.text]

    def _reports(self, word: str, following: str) -> bool:
        """Whether a word after a quotation says who speaks: a verb of speech, or a finite verb before its subject."""
        words = self._resources.words
        determined = words.likely_tag(following) & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN)
        subject = bool(determined) or following[:1].isupper()
        verb = words.tags(word) & (Tag.VERB_PRESENT | Tag.VERB_PAST) and not words.tags(word) & Tag.AUXILIARY
        return words.is_speech_verb(word) or bool(verb and subject)


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.isdigit() and number[:2] in ("15", "16", "17", "18", "19", "20")


def _is_full_date(before: Sequence[str]) -> bool:
    """Whether a month, a day and a comma stand before: On July 20, 2019."""
    return len(before) > 2 and before[-1] == "," and before[-2].isdigit() and before[-3][:1].isupper()


def _bracket_inside_word(text: str, bracket: Token) -> bool:
    """Whether the bracket that closes was opened inside or right before a word: (s)he, photo(graph)s, (re)open."""
    opened = text.rfind("(" if bracket.text == ")" else "[", 0, bracket.start)
    inside = text[opened + 1 : bracket.start]
    return opened < 0 or (len(inside) < 5 and inside.isalpha()) or text[opened - 1 : opened].isalnum()


def _closes(article: Article, mark: Token) -> bool:
    """Whether a straight mark closes a quotation: all marks of its paragraph have partners, and it is a second one."""
    paragraph = next(p for p in article.paragraphs if p.start <= mark.start < p.end)
    text = article.text[paragraph.start : paragraph.end]
    return text.count('"') % 2 == 0 and text[: mark.start - paragraph.start].count('"') % 2 == 1
