"""What a model of the user's choice makes of the article, taken apart into suggestions.

The model sees paragraphs that every other pass has repaired as far as that was certain. It is a witness of hearsay:
its edits are never safe, are heard only where no other pass has a candidate, and those that touch facts are shown
without ever being applied (see cleanup.rewriting.guard).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from threading import Lock

from cleanup.article import Article, Span
from cleanup.edits import Edit, overlaps
from cleanup.resources import Resources
from cleanup.rewriting.alignment import Alignment, Proposal
from cleanup.rewriting.guard import Guard
from cleanup.rewriting.rewriter import Rewriter

_REMEMBERED = 4096  # parts of paragraphs; later rounds of the pipeline ask about most of them again
_MOST_CHANGED = 0.5  # of the words: beyond it the model tells the story anew
_FEWEST_WORDS = 3
_CURLY = str.maketrans({"'": "’"})


class Rewrite:
    """The rewriting model as a pass; without one in the resources it has nothing to say."""

    name = "rewrite"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._known: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Suggestions, and a finding where a rewrite is not used; nothing where a repair was applied."""
        rewriter = self._resources.rewriter
        if rewriter is None:
            return
        parts = list(_parts(article, rewriter))
        answers = self._answers(rewriter, [article.text[part.start : part.end] for part in parts])
        guard = Guard(article, self._resources)
        for part, answer in zip(parts, answers, strict=True):
            yield from self._edits(article, part, answer, guard)

    def _answers(self, rewriter: Rewriter, texts: Sequence[str]) -> list[str]:
        """What the model makes of the texts; it is asked about each once, so that the pass is pure within a run."""
        with self._lock:
            new = [text for text in dict.fromkeys(texts) if text not in self._known]
        fresh = dict(zip(new, rewriter.rewrite(new), strict=True)) if new else {}
        with self._lock:
            for text, answer in fresh.items():
                self._known.setdefault(text, answer)
            found = [self._known[text] for text in texts]
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return found

    def _edits(self, article: Article, part: Span, answer: str, guard: Guard) -> Iterator[Edit]:
        text = article.text[part.start : part.end]
        if answer == text:
            return
        alignment = Alignment(text, answer)
        refusal = _refusal(alignment)
        if refusal is not None:
            first = next(token for token in article.tokens if token.start >= part.start)
            refused = self._resources.rules["rewrite-refused"]
            yield refused.edit(article.text, first.start, first.end, (), reason=refusal)
            return
        for proposal in alignment.proposals():
            moved = _placed(article, part, proposal)
            facts = guard.verdict(moved)
            if facts is not None and not _is_repaired(article, moved):
                yield self._edit(article, moved, facts)

    def _edit(self, article: Article, proposal: Proposal, facts: Sequence[str]) -> Edit:
        start, end, new = proposal
        rule = self._resources.rules["rewrite-fact" if facts else _rule(article.text[start:end], new)]
        words = {"proposal": _described(article.text[start:end], new), "facts": " and ".join(facts)}
        made = rule.edit_with(article.text, start, end, (new,), words)
        return replace(made, hearsay=True)


def _parts(article: Article, rewriter: Rewriter) -> Iterator[Span]:
    """Paragraphs that hold text to repair, cut at sentence ends to what the model takes; a longer sentence is left out.

    A paragraph that the model has rewritten (`--unsafe-fixes`) is not rewritten again, or it would drift.
    """
    done = [span for span, edits in article.repaired if any(edit.hearsay for edit in edits)]
    for paragraph in article.paragraphs:
        if any(paragraph.start <= span.end and span.start <= paragraph.end for span in done):
            continue
        if _free_words(article, paragraph) >= _FEWEST_WORDS:
            yield from _cut(article, paragraph, rewriter)


def _free_words(article: Article, span: Span) -> int:
    """How many words of a span no format and no quotation protects."""
    tokens = article.tokens[article.token_index(span.start) : article.token_index(span.end)]
    return sum(token.is_word and not article.is_protected(token.start, token.end) for token in tokens)


def _cut(article: Article, paragraph: Span, rewriter: Rewriter) -> Iterator[Span]:
    if rewriter.fits(article.text[paragraph.start : paragraph.end]):
        yield paragraph
        return
    part: Span | None = None
    for sentence in article.sentences:
        if not paragraph.start <= sentence.start < paragraph.end:
            continue
        longer = sentence if part is None else Span(part.start, sentence.end, paragraph.kind)
        if part is not None and not rewriter.fits(article.text[longer.start : longer.end]):
            yield part
            longer = sentence
        part = longer if rewriter.fits(article.text[longer.start : longer.end]) else None
    if part is not None:
        yield part


def _refusal(alignment: Alignment) -> str | None:
    """Why nothing of a rewrite is used; None where it can be."""
    if not alignment.rewrite:
        return "it broke off"
    if alignment.lost_sentence():
        return "it drops or moves a sentence"
    if alignment.added_sentence():
        return "it adds a sentence"
    if alignment.changed > _MOST_CHANGED:
        return "it changes most of the words"
    return None


def _placed(article: Article, part: Span, proposal: Proposal) -> Proposal:
    """A proposal in offsets of the article, with the apostrophes that the article uses."""
    new = proposal.replacement.translate(_CURLY) if "’" in article.text else proposal.replacement
    return Proposal(part.start + proposal.start, part.start + proposal.end, new)


def _is_repaired(article: Article, proposal: Proposal) -> bool:
    return any(overlaps(proposal.start, proposal.end, span.start, span.end) for span, _ in article.repaired)


def _rule(old: str, new: str) -> str:
    """The rule for a proposal that touches no fact: by what it does to the words."""
    before, after = _words(old), _words(new)
    if before == after:
        return "rewrite-punctuation"
    if "".join(before) == "".join(after):
        return "rewrite-split"
    return "rewrite-order" if sorted(before) == sorted(after) else "rewrite-wording"


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.lower()).split()


def _described(old: str, new: str) -> str:
    """What a proposal does, for its message."""
    if not new.strip():
        return f"leaves out “{old.strip()}”"
    if not old.strip():
        return f"puts in “{new.strip()}”"
    return f"has “{new.strip()}” for “{old.strip()}”"
