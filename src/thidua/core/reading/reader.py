"""Read a plan: text in, proposals out."""

from collections.abc import Sequence

from thidua.core.reading.assignments import read_assignments
from thidua.core.reading.citations import all_mentions, distinct
from thidua.core.reading.deadlines import read_deadlines
from thidua.core.reading.findings import read_findings
from thidua.core.reading.footnotes import take_footnotes
from thidua.core.reading.header import read_header
from thidua.core.reading.layout import lay_out
from thidua.core.reading.model import ActRecord, Field, Reading
from thidua.core.reading.movements import read_movements
from thidua.core.reading.normalise import normalise
from thidua.core.reading.plan_check import check_plan
from thidua.core.reading.prose import Prose
from thidua.core.reading.signature import read_tail
from thidua.core.reading.targets import read_levels, read_targets
from thidua.core.reading.themes import read_themes
from thidua.core.reading.tree import headings, paragraphs


def read_text(text: str, acts: Sequence[ActRecord] = ()) -> Reading:
    """Propose everything a launch document says; never raises, whatever the text.

    `acts` is the register of acts: without it nothing is said about acts that are no longer in force.
    All spans are offsets into `Reading.text`, the normalised text with its line breaks.
    """
    text = normalise(text)
    layout = lay_out(text)
    running, note_lines = take_footnotes(layout.body)
    items = paragraphs(running)
    notes = [Prose(lines) for lines in note_lines]
    recipients, signer = read_tail(layout.tail)
    header = read_header(layout, items, signer)
    mentions = all_mentions(items, notes, header)
    citations = distinct(mentions)
    movements = read_movements(header, items, notes)
    targets = read_targets(items)
    is_plan, reasons = check_plan(text, header, signer, len(recipients), items, targets)
    findings = read_findings(layout, header, items, mentions, citations, targets, acts, text) if is_plan else ()
    return Reading(
        text=text,
        header=header,
        signer=signer,
        theme=read_themes(items, notes, [m.name for m in movements[1:]]),
        recipients=recipients,
        citations=citations,
        movements=movements,
        targets=targets,
        levels=read_levels(items, targets),
        assignments=read_assignments(items),
        deadlines=read_deadlines(items, header),
        findings=findings,
        tree=headings(items),
        footnotes=tuple(Field(note.text, note.whole) for note in notes),
        looks_like_plan=is_plan,
        reasons=reasons,
    )
