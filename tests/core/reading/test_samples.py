"""The reader finds in each own sample plan exactly what its gold says."""

import pytest

from tests.core.reading.samples import NAMES, gold_of, read_sample, text_of
from thidua.core.reading.normalise import fold
from thidua.core.reading.reader import read_text

HEADER = ("kind", "number", "symbol", "issuer", "parent_body", "place", "date", "subject")


def same(text):
    """Case and marks of quotation do not matter when names are compared."""
    return fold(text or "").replace('"', "").strip(" .;")


def test_there_are_samples_of_every_style():
    assert len(NAMES) >= 8


@pytest.mark.parametrize("name", NAMES)
class TestSample:
    def test_header(self, name):
        gold, found = gold_of(name), read_sample(name)
        assert {key: same(found[key]) for key in HEADER} == {key: same(gold[key]) for key in HEADER}

    def test_signer_and_recipients(self, name):
        gold, found = gold_of(name), read_sample(name)
        assert found["signer"] == gold["signer"]
        assert found["recipients"] == gold["recipients"]

    def test_theme(self, name):
        assert read_sample(name)["theme"] == gold_of(name)["theme"]

    def test_citations(self, name):
        def key(citation):
            return citation["kind"], citation["number"], citation["date"]

        assert [key(c) for c in read_sample(name)["citations"]] == [key(c) for c in gold_of(name)["citations"]]

    def test_movements(self, name):
        def key(movement):
            return same(movement["name"]), movement["period"]

        assert sorted(map(key, read_sample(name)["movements"])) == sorted(map(key, gold_of(name)["movements"]))

    def test_the_launched_movement_comes_first(self, name):
        assert same(read_sample(name)["movements"][0]["name"]) == same(gold_of(name)["movements"][0]["name"])

    def test_targets(self, name):
        def key(target):
            figures = tuple(target[k] for k in ("comparator", "value", "unit", "numerator", "denominator"))
            return same(target["subject"]), figures

        assert [key(t) for t in read_sample(name)["targets"]] == [key(t) for t in gold_of(name)["targets"]]

    def test_assignments(self, name):
        def key(assignment):
            return assignment["unit"], assignment["task"].strip(" .")

        assert [key(a) for a in read_sample(name)["assignments"]] == [key(a) for a in gold_of(name)["assignments"]]

    def test_deadlines(self, name):
        def key(deadline):
            return deadline.get("date"), deadline.get("month")

        assert sorted(map(key, read_sample(name)["deadlines"]), key=str) == sorted(
            map(key, gold_of(name)["deadlines"]), key=str
        )

    def test_findings(self, name):
        kinds = sorted(f["kind"] for f in read_sample(name)["anomalies"] if f["kind"] != "increase_target")
        assert kinds == sorted(f["kind"] for f in gold_of(name)["anomalies"])

    def test_every_proposal_points_at_its_words(self, name):
        reading = read_text(text_of(name))
        for recipient in reading.recipients:
            assert recipient.value in squeezed(reading.text, recipient.span)
        for target in reading.targets:
            assert target.text == squeezed(reading.text, target.span)
        for citation in reading.citations:
            printed = squeezed(reading.text, citation.span).replace(" ", "")
            assert citation.number is None or citation.number in printed
        assert reading.header.subject is not None
        assert reading.header.subject.value in squeezed(reading.text, reading.header.subject.span)


def squeezed(text, span):
    return " ".join(text[span.start : span.end].split())
