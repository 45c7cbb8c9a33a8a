"""The passes, in the order in which they see an article."""

from __future__ import annotations

from importlib import import_module

from cleanup.passes.pack import PackPass
from cleanup.pipeline import Pass
from cleanup.plugins import plugin_passes
from cleanup.resources import Resources

# Folders of `rules/` whose rules need no code, and classes (`module:Class`) for what a pattern cannot say.
# Names come before the words around them, splitting before everything that reads words, a/an and spaces last.
ORDER = (
    "metadata:Metadata",
    "quotations:Quotations",
    "spacing",
    "sentence_ends:SentenceEnds",
    "fused_words:FusedWords",
    "glossary:GlossaryTerms",
    "bilingual:Bilingual",
    "exonyms:Exonyms",
    "names_as_words:NamesAsWords",
    "residue:Residue",
    "articles:Articles",
    "pronouns:Pronouns",
    "tenses:Tenses",
    "order:WordOrder",
    "prepositions",
    "calques",
    "government:Government",
    "capitals:Capitals",
    "grammar",
    "agreement:Agreement",
    "user",
)
MODEL = "model:Model"  # late, since it is dear
REWRITE = "rewrite:Rewrite"  # last, since it only speaks where no other has


def passes(resources: Resources) -> list[Pass]:
    """The early passes of the pipeline, in order; those of plugins come last. Raises PluginError."""
    return [*(make_pass(entry, resources) for entry in ORDER), *plugin_passes(resources)]


def make_pass(entry: str, resources: Resources) -> Pass:
    """One pass of `ORDER`: a folder of packs, or a class `module:Class` of this package."""
    module, _, name = entry.partition(":")
    if not name:
        return PackPass(module, resources)
    made: Pass = getattr(import_module(f"cleanup.passes.{module}"), name)(resources)
    return made
