"""Processes of the field; `PROCESSES` lists them all."""

from thidua.core.workflow import decision, dossier, meeting, movement
from thidua.core.workflow.machine import Process, State, Transition, WrongState

PROCESSES: tuple[Process, ...] = (movement.PROCESS, dossier.PROCESS, meeting.PROCESS, decision.PROCESS)

__all__ = ["PROCESSES", "Process", "State", "Transition", "WrongState"]
