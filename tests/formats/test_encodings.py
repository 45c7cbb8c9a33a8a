"""Text in other encodings than UTF-8: read, and written back as it was; and files without any text."""

from __future__ import annotations

import codecs
import io
import json
import re
from pathlib import Path

import pytest

from cleanup.edits import Change
from cleanup.formats import Document, FormatError, decode, decode_again
from cleanup.formats.base import UTF8
from tests.formats.helpers import replaced
from tests.program import program, write_pack

TEXTS = {
    "a.txt": "Perché sì:\r\nthe Mosca train – “late”.\n",
    "a.md": "# Perché\n\nThe *Mosca* train – “late”.\n",
    "a.html": "<p>Perché sì: the <b>Mosca</b> train – “late”.</p>\n",
    "a.jsonl": '{"text": "Perché sì: the Mosca train – “late”."}\r\n',
    "a.csv": "id;text\r\n1;Perché sì: the Mosca train – “late”.\r\n",
}
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


def moscow(document: Document, better: str = "Moscow") -> list[list[Change]]:
    return [[replaced(segment, "Mosca", better)] for segment in document.segments]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("encoding", MARKS)
def test_a_byte_order_mark_tells_the_encoding(name: str, encoding: str) -> None:
    data = MARKS[encoding] + TEXTS[name].encode(encoding)
    document = decode(Path(name), data, encoding="cp1252")  # the mark is stronger
    assert document.text == TEXTS[name]
    assert document.encode([()]) == data
    written = document.encode(moscow(document))
    assert written == MARKS[encoding] + TEXTS[name].replace("Mosca", "Moscow").encode(encoding)
    assert decode_again(document, written).text == TEXTS[name].replace("Mosca", "Moscow")


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("encoding", ["cp1252", "windows-1252", "utf-16-le", "mac-roman", "utf8", "utf-8-sig"])
def test_an_encoding_that_is_named(name: str, encoding: str) -> None:
    data = TEXTS[name].encode("utf-8" if encoding == "utf-8-sig" else encoding)
    document = decode(Path(name), data, encoding=encoding)
    assert document.text == TEXTS[name]
    written = document.encode(moscow(document, "Moscow’s"))
    assert decode_again(document, written).text == TEXTS[name].replace("Mosca", "Moscow’s")
    assert document.encode([()]) == data


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "a.html"])
def test_a_character_that_the_encoding_lacks(name: str) -> None:
    document = decode(Path(name), TEXTS[name].encode("cp1252"), encoding="cp1252")
    with pytest.raises(FormatError, match=rf"^{name}:[123]: cp1252 has no “ś”, .*iconv -f cp1252"):
        document.encode(moscow(document, "Zamość"))


def test_html_writes_what_its_encoding_lacks_as_a_reference() -> None:
    page = b'<meta charset="windows-1252"><p>Mosca \x96 so</p>'
    with pytest.raises(FormatError, match="says that it is windows-1252; give --encoding windows-1252"):
        decode(Path("a.html"), page)
    document = decode(Path("a.html"), page, encoding="windows-1252")
    assert document.encode(moscow(document, "Zamość")) == page.replace(b"Mosca", b"Zamo&#347;&#263;")


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"one\n\x81\n", "cp1252", "a.txt:2: byte 4 is not cp1252; give another --encoding"),
        (b"caff\xc3\xa8", "ascii", "a.txt:1: byte 4 is not ascii"),
        (b"a+AGE-b", "utf-7", "a.txt:1: cannot be written back in utf-7"),
        (b"a\0b\0", "utf-16", "a.txt:1: cannot be written back in utf-16"),
        (b"a\0b", "cp1252", "a.txt:1: the file is binary"),
        (codecs.BOM_UTF16_LE + b"a\0\0\0", None, "a.txt:1: the file is binary"),
        (codecs.BOM_UTF16_LE + b"a", None, "a.txt:1: byte 0 is not utf-16-le"),
        (b"a", "no-such", "a.txt: unknown encoding 'no-such'"),
    ],
)
def test_what_is_not_in_the_encoding(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(FormatError, match=f"^{message}"):
        decode(Path("a.txt"), data, encoding=encoding)


@pytest.mark.parametrize("name", [*TEXTS, "a.ndjson", "a.tsv"])
@pytest.mark.parametrize("data", [b"", b" \r\n\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_an_empty_file_is_an_article_without_text(name: str, data: bytes) -> None:
    document = decode(Path(name), data)
    assert [segment.text.strip() for segment in document.segments] in ([], [""])
    assert document.encode([() for _ in document.segments]) == data


def test_a_word_file_without_text() -> None:
    buffer = io.BytesIO()
    pytest.importorskip("docx").Document().save(buffer)
    document = decode(Path("a.docx"), buffer.getvalue())
    assert document.encode([()]) == buffer.getvalue()


def run(place: Path, *arguments: str) -> tuple[int, str]:
    command = (*arguments, "--no-languagetool", "--no-model", "--rules", "pack", "--source-lang", "pl")
    done = program(*command, cwd=place)
    return done.returncode, done.stderr


def test_commands_with_other_encodings(tmp_path: Path) -> None:
    write_pack(tmp_path / "pack")
    news = tmp_path / "news"
    news.mkdir()
    text = "Perché così: the blarg stood – near “a flurb”.\r\n"
    (news / "old.txt").write_bytes(text.encode("cp1252"))
    (news / "wide.txt").write_bytes(codecs.BOM_UTF16_LE + text.encode("utf-16-le"))
    (news / "empty.txt").write_bytes(b"")
    assert run(tmp_path, "fix", "news", "-o", "out", "--encoding", "cp1252")[0] == 0
    better = text.replace("blarg", "table").replace("flurb", "chair")
    assert (tmp_path / "out" / "old.txt").read_bytes() == better.encode("cp1252")
    assert (tmp_path / "out" / "wide.txt").read_bytes() == codecs.BOM_UTF16_LE + better.encode("utf-16-le")
    assert (tmp_path / "out" / "empty.txt").read_bytes() == b""
    decisions = tmp_path / "out" / "decisions.json"
    page = (tmp_path / "out" / "review.html").read_text(encoding="utf-8")
    data = json.loads(re.findall(r"<script[^>]*application/json[^>]*>(.*?)</script>", page, re.DOTALL)[0])
    assert [file.get("encoding", UTF8) for file in data["files"]] == ["cp1252", "cp1252", "utf-16-le"]
    files = [
        {key: file[key] for key in ("path", "sha256", "encoding", "decisions", "lost") if key in file}
        for file in data["files"]
    ]
    decisions.write_text(json.dumps({"version": 1, "files": files}), encoding="utf-8")
    done = program("apply", decisions, "-o", "final", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "final" / "old.txt").read_bytes() == better.encode("cp1252")
    (news / "cleanup.toml").write_text('encoding = "cp1252"\n', encoding="utf-8")
    assert run(tmp_path, "check", "news", "--quiet", "--isolated")[1].startswith(
        "cleanup: news/old.txt:1: byte 5 is not"
    )
    assert run(tmp_path, "check", "news", "--quiet") == (1, "")
    code, said = run(tmp_path, "check", "news", "--encoding", "cp12520")
    assert (code, said.startswith("cleanup: --encoding: encoding cannot be 'cp12520'")) == (2, True)


@pytest.mark.parametrize("command", [("fix", "-o", "out"), ("fix", "--in-place"), ("diff", "--unified")])
def test_nothing_is_written_where_the_encoding_lacks_a_character(tmp_path: Path, command: tuple[str, ...]) -> None:
    pack = write_pack(tmp_path / "pack") / "test-table.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("table", "zamość"), encoding="utf-8")
    (tmp_path / "old.txt").write_bytes(b"Perch\xe9: the blarg stood near a flurb.\n")
    code, said = run(tmp_path, command[0], "old.txt", *command[1:], "--encoding", "cp1252", "--isolated")
    assert (code, said.splitlines()[-1].startswith("cleanup: old.txt:1: cp1252 has no “ś”")) == (2, True)
    assert not (tmp_path / "out" / "old.txt").exists()
    assert (tmp_path / "old.txt").read_bytes() == b"Perch\xe9: the blarg stood near a flurb.\n"


@pytest.mark.parametrize("name", ["empty.txt", "blank.md", "empty.html", "empty.jsonl", "empty.csv"])
def test_check_and_fix_of_an_empty_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\n" if "blank" in name else b"")
    write_pack(tmp_path / "pack")
    for command in (("check", name), ("fix", name, "-o", "out"), ("diff", name), ("check", "-")):
        assert run(tmp_path, *command)[0] == 0, command
    assert (tmp_path / "out" / name).read_bytes() == (tmp_path / name).read_bytes()
