"""From a text as it arrived to the result of all passes: what the command line and the Python interface call."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace

from cleanup.article import Article, Span
from cleanup.composed import Composed
from cleanup.confidence import Calibration, bundled_calibration
from cleanup.damage import doubt, is_damaged, without_guesses
from cleanup.edits import Applicability, Edit
from cleanup.origin import detect_language
from cleanup.passes import passes
from cleanup.pipeline import Judge, Pass, Result, run
from cleanup.protect import protected_spans
from cleanup.resources import Resources
from cleanup.verifier import Verifier
from cleanup.witness import Witness


class Cleaner:
    """The passes, made once and used for many articles: `early` ones (all, where none are given), then `late` ones."""

    def __init__(
        self,
        resources: Resources,
        late: Sequence[Pass] = (),
        early: Sequence[Pass] | None = None,
        calibration: Calibration | None = None,
        *,
        verify: bool = False,
    ) -> None:
        """`verify` has the model asked about every edit."""
        self._resources = resources
        self._early = passes(resources) if early is None else early
        self._late = late
        self._witness = Witness(resources)
        self._verifier = Verifier(calibration or bundled_calibration(), (lambda: resources.tagger) if verify else None)

    def article(
        self,
        text: str,
        *,
        path: str | None = None,
        source_language: str | None = None,
        source_text: str | None = None,
        protected: Sequence[Span] = (),
    ) -> Article:
        """The article before any pass; `source_language` is a two-letter code, or None to detect it.

        `source_text` is the article in that language; `protected` are spans that the format protects, besides those
        that the text itself shows.
        """
        spans = tuple(sorted({*protected_spans(text, self._resources.words), *protected}))
        article = Article(text, text, (), spans, source_language, path, source_text)
        if source_language is not None:
            return article
        return replace(article, source_language=detect_language(article, self._resources))

    def clean(
        self,
        text: str,
        *,
        path: str | None = None,
        source_language: str | None = None,
        source_text: str | None = None,
        unsafe: bool = False,
        protected: Sequence[Span] = (),
        keep: Callable[[Edit], bool] | None = None,
    ) -> Result:
        """The corrected article and its changes; the parameters are those of `article`, and `unsafe` as in `run`.

        `keep` says which edits are wanted; the others are dropped before they are applied.
        """
        composed = Composed(text) if Composed.is_needed(text) else None
        article = self.article(
            composed.text if composed else text,
            path=path,
            source_language=source_language,
            source_text=source_text and unicodedata.normalize("NFC", source_text),
            protected=composed.spans(protected) if composed else protected,
        )
        # Who names the origin or gives the source text says that it is a translation, and wants it repaired.
        told = source_language is not None or source_text is not None
        result = self._cleaned(article, unsafe, keep, told=told)
        return composed.back(result) if composed else result

    def _cleaned(self, article: Article, unsafe: bool, keep: Callable[[Edit], bool] | None, *, told: bool) -> Result:
        wanted = None if keep is None else _Filter(keep)
        judge = self._judge(wanted)
        result = run(article, self._early, self._late, unsafe=unsafe, judge=judge)
        # What rules that are switched off would repair shows the damage all the same.
        if unsafe or told or is_damaged(result) or (wanted and wanted.dropped_safe and self._shows_damage(article)):
            return result
        if not result.article.patches:
            return without_guesses(result)
        return run(article, self._early, self._late, judge=lambda now, edits: doubt(now, judge(now, edits)))

    def _shows_damage(self, article: Article) -> bool:
        return is_damaged(run(article, self._early, self._late, judge=self._judge(None)))

    def _judge(self, keep: Callable[[Edit], bool] | None) -> Judge:
        """The witness and the verifier, asked only about edits that are wanted."""

        def judge(article: Article, edits: Sequence[Edit]) -> Sequence[Edit]:
            wanted = edits if keep is None else [edit for edit in edits if keep(edit)]
            return self._verifier(article, self._witness(article, wanted))

        return judge


class _Filter:
    """Which edits are wanted, and whether a safe one was among those that are not."""

    def __init__(self, keep: Callable[[Edit], bool]) -> None:
        self._keep = keep
        self.dropped_safe = False

    def __call__(self, edit: Edit) -> bool:
        kept = self._keep(edit)
        self.dropped_safe |= not kept and edit.applicability is Applicability.SAFE
        return kept
