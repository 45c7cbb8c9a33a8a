"""Write `cleanup/lexicon/data/verb_forms.tsv`: the verbs whose past, participle or gerund is not made by rule.

    python -m training.lexicon.build_inflections

Source: lemminflect (MIT; tables from the SPECIALIST lexicon of the National Library of Medicine), for the verbs of our
own dictionary. Of several spellings the one that English uses most is kept.
"""

from __future__ import annotations

import lemminflect

from cleanup.lexicon.inflection import regular_gerund, regular_past
from cleanup.lexicon.tables import DATA
from cleanup.lexicon.words import Words, words

HEAD = """\
# source: lemminflect 0.2.3 (tables from the SPECIALIST lexicon of the National Library of Medicine), CORRECTIONS there
# licence: MIT
# made by: python -m training.lexicon.build_inflections
# base\tpast\tparticiple\tgerund
"""
#: Where the tables are wrong, or give what newspapers do not write. Written for this project (GPL-3.0-or-later).
CORRECTIONS = {
    "abide": ("abided", "abided", "abiding"),
    "awe": ("awed", "awed", "awing"),
    "bear": ("bore", "borne", "bearing"),
    "be": ("was", "been", "being"),
    "bid": ("bid", "bid", "bidding"),
    "bide": ("bided", "bided", "biding"),
    "broadcast": ("broadcast", "broadcast", "broadcasting"),
    "bust": ("busted", "busted", "busting"),
    "crow": ("crowed", "crowed", "crowing"),
    "cue": ("cued", "cued", "cueing"),
    "dive": ("dived", "dived", "diving"),
    "fit": ("fitted", "fitted", "fitting"),
    "forecast": ("forecast", "forecast", "forecasting"),
    "gown": ("gowned", "gowned", "gowning"),
    "joyride": ("joyrode", "joyridden", "joyriding"),
    "lie": ("lay", "lain", "lying"),
    "hang": ("hung", "hung", "hanging"),
    "shine": ("shone", "shone", "shining"),
    "ski": ("skied", "skied", "skiing"),
    "spit": ("spat", "spat", "spitting"),
    "spring": ("sprang", "sprung", "springing"),
    "strive": ("strove", "striven", "striving"),
    "tar": ("tarred", "tarred", "tarring"),
    "wake": ("woke", "woken", "waking"),
}


def forms(base: str, part: str, lexicon: Words, regular: str) -> str:
    """The most frequent spelling of a form (VBD, VBN or VBG), the one made by rule where none is known."""
    found = [form for form in lemminflect.getInflection(base, tag=part, inflect_oov=False) if form.isalpha()]
    if part == "VBN" and regular in lemminflect.getInflection(base, tag="VBD", inflect_oov=False):
        found.append(regular)
    return max(found, key=lexicon.zipf, default=regular)


def verb_forms(base: str, lexicon: Words) -> tuple[str, str, str]:
    """Past, participle and gerund of a verb."""
    if base in CORRECTIONS:
        return CORRECTIONS[base]
    past = regular_past(base)
    return (
        forms(base, "VBD", lexicon, past),
        forms(base, "VBN", lexicon, past),
        forms(base, "VBG", lexicon, regular_gerund(base)),
    )


def main() -> None:
    """Write the table."""
    lexicon = words()
    rows = []
    for base in sorted(lexicon.bases()):
        made = verb_forms(base, lexicon)
        if made != (regular_past(base), regular_past(base), regular_gerund(base)):
            rows.append("\t".join((base, *made)))
    (DATA / "verb_forms.tsv").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} verbs")


if __name__ == "__main__":
    main()
