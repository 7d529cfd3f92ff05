"""What a campaign leaves behind: lessons and actions by the place they go to."""

from __future__ import annotations

from campaignlib.figures import Figures
from campaignlib.sentences.sentence import Sentence, Text, raw, run, say
from campaignlib.words.label import Label

SEMICOLON = Label("；", "; ")


def kept(actions: Figures) -> tuple[tuple[Label, Text], ...]:
    """(place, what goes there), places in the order of the form; what names no place is left out."""
    found = [f for f in actions.named("lesson", "action") if f.inputs.get("goes_to")]
    places = dict.fromkeys(str(f.inputs["goes_to"]) for f in found)
    return tuple(
        (
            Label.same(place),
            run([raw(str(f.value)) for f in found if f.inputs["goes_to"] == place], SEMICOLON),
        )
        for place in places
    )


def sentence(actions: Figures) -> Sentence:
    """How many lessons have a place in the knowledge base, and how many have none."""
    found = actions.named("lesson", "action")
    placed = sum(bool(f.inputs.get("goes_to")) for f in found)
    if not found:
        return Sentence(bold=say("kept.nothing"), key="kept")
    if placed == len(found):
        return Sentence(bold=say("kept.all", placed, n=placed), key="kept")
    return Sentence(bold=say("kept.some", n=placed, all=len(found)), key="kept")
