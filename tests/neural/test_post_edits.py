import gzip
import json
from pathlib import Path
from random import Random

import pytest

pytest.importorskip("textblob", reason="the corruption needs the extra `train`")
pytest.importorskip("babel", reason="the corruption needs the extra `train`")
pytest.importorskip("lemminflect", reason="the corruption needs the extra `train`")

from training.marks import repair
from training.post_edits import FILE, garbled_pair, marks_of_pair, read_post_edits

TRANSLATION = "The mayor has opened yesterday a school new in the town of Lugo, where live nine thousand persons."
PAIRS = {
    # What was changed, and the tags that say so.
    "The mayor opened a school in Lugo on Friday.": ("The mayor has opened a school in Lugo on Friday.", ["delete"]),
    "She went to the market with her two sisters.": ("She went to market with her two sisters.", ["append:the"]),
    "They agreed to the new terms of the contract.": ("They agreed at the new terms of the contract.", ["replace:to"]),
    "A large harbour was built by the old canal.": ("A harbour large was built by the old canal.", ["swap"]),
    "The troops are leaving the valley this week.": ("The troops are left the valley this week.", ["inflect"]),
    "He studied Law and later German in Prague.": ("He studied Law and later german in Prague.", ["upper"]),
    "The bishop blessed the boats in the bay.": ("The bishop hallowed the boats in the bay.", ["wrong"]),
}


@pytest.mark.parametrize("post_edit", PAIRS)
def test_a_change_has_the_tag_that_makes_it(post_edit: str) -> None:
    translation, tags = PAIRS[post_edit]
    marks = marks_of_pair(translation, post_edit)
    assert marks is not None
    assert [mark.tag for mark in marks if mark.tag != "keep"] == tags
    assert repair(marks) == post_edit


def test_a_sentence_written_anew_is_not_taken() -> None:
    assert marks_of_pair(TRANSLATION, "In Lugo, home to 9,000 people, a school was inaugurated by its mayor.") is None


def test_a_sentence_left_alone_is_clean() -> None:
    marks = marks_of_pair(TRANSLATION, TRANSLATION)
    assert marks is not None
    assert {mark.tag for mark in marks} == {"keep"}


def test_only_pairs_that_tags_can_tell_are_read_and_some_held_out(tmp_path: Path) -> None:
    rows = [{"mt": translation, "pe": post_edit} for post_edit, (translation, _) in PAIRS.items()]
    rows.append({"mt": TRANSLATION, "pe": "Nothing of the kind was ever said by anyone."})
    with gzip.open(tmp_path / FILE, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    assert {post_edit for _, post_edit in read_post_edits(tmp_path, held_out_percent=0)} == set(PAIRS)
    assert read_post_edits(tmp_path, held_out_percent=100) == []


def test_made_damage_beside_the_real_still_gives_back_the_post_edit() -> None:
    for post_edit, (translation, _) in PAIRS.items():
        for seed in range(20):
            assert repair(garbled_pair((translation, post_edit), Random(seed))) == post_edit
