"""What passes look things up in: rules, names, words; read once a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cleanup.glossary import Glossary
from cleanup.lexicon.names import Names, load_names
from cleanup.lexicon.word_classes import is_word_class, word_class
from cleanup.lexicon.words import Words, words
from cleanup.rulepack import RuleBook, load_rules

if TYPE_CHECKING:
    from cleanup.neural.tagger import Tagger
    from cleanup.rewriting.rewriter import Rewriter


@dataclass(frozen=True)
class Resources:
    """Read when first asked for, so that a run pays only for what it uses."""

    rule_folders: Sequence[Path] = ()
    name_folders: Sequence[Path] = ()
    glossary: Glossary = field(default_factory=Glossary)
    model: str | None = None
    rewriter: Rewriter | None = None

    @cached_property
    def rules(self) -> RuleBook:
        """The bundled rules and the user's."""
        return load_rules(self.rule_folders)

    @cached_property
    def names(self) -> Names:
        """The gazetteer."""
        return load_names(self.name_folders)

    @cached_property
    def words(self) -> Words:
        """English words, and those of the languages of origin."""
        return words()

    @cached_property
    def tagger(self) -> Tagger:
        """The edit tagger: the shipped one, or that of the name or folder in `model`. Raises ModelError."""
        from cleanup.neural.tagger import Tagger  # brings numpy and ONNX Runtime

        return Tagger.load(self.model)

    @cached_property
    def lists(self) -> NamedLists:
        """The named lists for patterns."""
        return NamedLists(self)


class NamedLists(dict[str, frozenset[str]]):
    """Named lists for patterns: names by kind and classes of words, made when a pattern first asks for one."""

    def __init__(self, resources: Resources) -> None:
        super().__init__()
        self._resources = resources

    def __missing__(self, name: str) -> frozenset[str]:
        self[name] = word_class(name) if is_word_class(name) else self._resources.names.named_list(name)
        return self[name]
