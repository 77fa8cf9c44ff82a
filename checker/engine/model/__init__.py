"""The values that a rule base is made of. All frozen; none holds a function."""

from __future__ import annotations

from checker.engine.model.base import RuleBase, Situation
from checker.engine.model.ladder import Deadline, Lever, Reading, Remedy
from checker.engine.model.log import Log, Proof, ProofGroup
from checker.engine.model.questions import Band, Dated, Option, Question
from checker.engine.model.rights import AT_ONCE, Case, Outcome, Right, Statement, Step, Until
from checker.engine.model.sources import Caution, Certainty, Source

__all__ = [
    "AT_ONCE",
    "Band",
    "Case",
    "Caution",
    "Certainty",
    "Dated",
    "Deadline",
    "Lever",
    "Log",
    "Option",
    "Outcome",
    "Proof",
    "ProofGroup",
    "Question",
    "Reading",
    "Remedy",
    "Right",
    "RuleBase",
    "Situation",
    "Source",
    "Statement",
    "Step",
    "Until",
]
