"""JSON in and out: nothing lost, and what is wrong is named with its place."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.core.documents import samples
from thidua.core.documents.errors import DocumentError
from thidua.core.documents.kinds import KINDS, find_kind
from thidua.core.documents.model import Annex, Article, Column, Document, Heading, Paragraph, Point, Signer, Table
from thidua.core.documents.parse import parse_document, schema, to_dict

WORDS = st.text('aăđĐ #$"*<&ế%', min_size=1, max_size=12).map(lambda text: f"x{text}")
LEAVES = st.one_of(
    st.builds(Paragraph, WORDS, bold=st.booleans(), align=st.sampled_from(["justify", "center", "left", "right"])),
    st.builds(Heading, WORDS, WORDS),
    WORDS.map(lambda text: Table((Column(text, 2.5, "right"), Column("b")), ((text, "1"), ("", text)), text)),
)
NODES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(Point, st.sampled_from(["I", "1", "a", "-", "+"]), WORDS, WORDS, st.tuples(inner, inner)),
        st.builds(Article, WORDS, WORDS, st.tuples(inner)),
    ),
    max_leaves=8,
)
DOCUMENTS = st.builds(
    Document,
    kind=st.sampled_from(sorted(KINDS)),
    issuer=WORDS,
    subject=WORDS,
    number=st.sampled_from(["", "5", "07", "12a"]),
    date=st.sampled_from(["", "2026", "2026-02", "2026-02-28"]),
    legal_bases=st.lists(WORDS, max_size=2).map(tuple),
    body=st.lists(NODES, max_size=4).map(tuple),
    signer=st.none() | st.builds(Signer, WORDS, WORDS, WORDS),
    annexes=st.lists(st.builds(Annex, WORDS, st.tuples(NODES), st.booleans()), max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS)
def test_a_document_survives_json(document):
    assert parse_document(to_dict(document)) == document


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(schema())


def test_the_least_document_has_a_kind_an_issuer_and_a_subject():
    document = parse_document(
        {"kind": "Kế hoạch", "issuer": "Sở", "subject": "", "signer": None, "body": None, "number": 5}
    )
    assert document == Document(kind="KH", issuer="Sở", subject="", number="5")


def test_numbers_in_cells_are_written_the_vietnamese_way():
    table = {"type": "table", "columns": ["A", {"title": "B", "width": 2}], "rows": [[83.91, None]]}
    node = parse_document({"kind": "KH", "issuer": "S", "subject": "", "body": [table]}).body[0]
    assert node.rows == (("83,91", ""),)


def set_in(path, value):
    def change(values):
        for step in path[:-1]:
            values = values[step]
        values[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda values: values.pop("issuer"), "văn bản: thiếu “issuer”"),
        (set_in(["kind"], "ZZ"), "kind: không có loại văn bản “ZZ”"),
        (set_in(["date"], "2026-02-30"), "date: không có ngày 2026-02-30"),
        (set_in(["date"], "5/2/2026"), "date: giá trị “5/2/2026”"),
        (set_in(["note"], 1), "văn bản: không có mục “note”"),
        (set_in(["body", 2, "level"], "II"), "body[2].level: cần một trong: I, 1, a, -, +"),
        (set_in(["body", 2, "children", 0, "txt"], "x"), "body[2].children[0]: không có mục “txt”"),
        (set_in(["body", 0], {"type": "foo"}), "body[0].type: cần một trong: paragraph"),
        (set_in(["body", 0], {"type": "article"}), "body[0]: cần có title hoặc text"),
        (set_in(["body"], "chữ"), "body: cần danh sách hoặc null"),
        (set_in(["signer"], {"name": "A"}), "signer: thiếu “position”"),
        (set_in(["subject"], "a\x08b"), "subject: có ký tự điều khiển"),
        (set_in(["recipients"], ["a", ""]), "recipients[1]: giá trị “” không đúng dạng"),
        (
            set_in(["body", 0], {"type": "table", "columns": ["A"], "rows": [["1", "2"]]}),
            "body[0].rows[0]: dòng có 2 ô",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(change, message):
    values = to_dict(samples.plan())
    change(values)
    with pytest.raises(DocumentError) as raised:
        parse_document(values)
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize("values", [None, [], "văn bản", 3])
def test_what_is_no_object_is_refused(values):
    with pytest.raises(DocumentError, match="cần đối tượng"):
        parse_document(values)


def test_endless_nesting_is_refused():
    values = to_dict(samples.plan())
    node = {"type": "point", "level": "1", "text": "x"}
    for _ in range(40):
        node = {"type": "point", "level": "1", "text": "x", "children": [copy.copy(node)]}
    values["body"] = [node]
    with pytest.raises(DocumentError, match="lồng nhau"):
        parse_document(values)


def test_kinds_are_found_by_abbreviation_and_name():
    assert {find_kind(code).code for code in KINDS} == set(KINDS)
    assert {find_kind(kind.name.upper()).code for kind in KINDS.values()} == set(KINDS)
    assert find_kind("thư") is None
