"""Second witnesses: what the glossary or the source text proves makes a suggestion safe."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.resources import Resources

_NAME = re.compile(r"[^\W\d_][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)*")
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
_CERTAIN = 0.98
_CATEGORIES = ("name-as-word", "exonym", "fused")


class Witness:
    """Judges proposals: one of whose candidates alone is proven becomes safe, that candidate first."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._read: dict[str, Counter[str]] = {}

    def __call__(self, article: Article, edits: Sequence[Edit]) -> Sequence[Edit]:
        """The same edits, the proven ones safe."""
        if article.source_text is None and not self._resources.glossary.terms:
            return edits
        return [self._judged(article, edit) for edit in edits]

    def _judged(self, article: Article, edit: Edit) -> Edit:
        if edit.applicability is Applicability.SAFE or edit.hearsay or edit.category not in _CATEGORIES:
            return edit
        for proof, witness in ((self._by_glossary, "the glossary"), (self._by_source, "the source text")):
            proven = [text for text in edit.replacements if proof(article, edit, text)]
            if len(proven) == 1 or (proven and edit.category == "fused"):
                others = tuple(text for text in edit.replacements if text != proven[0])
                return replace(
                    edit,
                    replacements=(proven[0], *others),
                    applicability=Applicability.SAFE,
                    confidence=max(edit.confidence, _CERTAIN),
                    message=f"{edit.message} Proven by {witness}.",
                )
        return edit

    def _by_glossary(self, article: Article, edit: Edit, text: str) -> bool:
        return any(
            term.form.lower() in edit.original.lower() and term.target in text and term.target not in edit.original
            for term in self._resources.glossary.terms
        )

    def _by_source(self, article: Article, edit: Edit, text: str) -> bool:
        """Whether a name that the replacement brings in stands in the source more often than in the article now."""
        if article.source_text is None:
            return False
        brought = [name for name in _NAME.findall(text) if name not in edit.original and name[0].isupper()]
        if edit.category == "fused":
            # A split brings no new letters: its parts must be words of the source that the fused token hid.
            brought = [name for name in _NAME.findall(text) if name != edit.original and name[0].isupper()]
        source = article.source_text
        english = self._english_names(source)
        owed = {name: max(_count(name, source), english[name]) - _count(name, article.text) for name in brought}
        return bool(owed) and min(owed.values()) > 0

    def _english_names(self, source: str) -> Counter[str]:
        """How often the source has each name, by what it is called in English."""
        if source not in self._read:
            found: Counter[str] = Counter()
            words = [match.group() for match in _WORD.finditer(source)]
            for index, word in enumerate(words):
                match = self._resources.names.match_at(words, index) if word[0].isupper() else None
                found.update({name.english for name in match.names} if match else ())
            self._read = {source: found}
        return self._read[source]


def _count(name: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text))
