"""A contract for import-linter: a subject imports no other subject, and modules beside the subjects import none.

It finds the subjects by their folders, so a new one needs no change in ``pyproject.toml``.
"""

from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class Islands(Contract):
    """``floors`` are the packages whose folders are subjects; ``may_import`` lists the only exceptions.

    An exception reads ``matching -> expertise`` or ``portfolio -> *``; a module beside the subjects is named in full.
    """

    type_name = "islands"
    floors: Any = fields.SetField(subfield=fields.StringField())
    may_import: Any = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: FBT001 (import-linter calls it so)
        """Check each import between a floor's modules and a subject."""
        rooms = {room for floor in self.floors for room in graph.find_children(floor)}
        subjects = {room.rpartition(".")[2] for room in rooms if graph.find_children(room)}
        broken = [
            (importer, imported)
            for importer in sorted(graph.modules)
            if self._floor_of(importer)
            for imported in sorted(graph.find_modules_directly_imported_by(importer))
            if not self._may(self._side(importer, subjects), self._side(imported, subjects))
        ]
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print each import that is not allowed."""
        for importer, imported in check.metadata["broken"]:
            output.print_error(f"{importer} may not import {imported}", bold=False)

    def _may(self, importer: str, imported: str) -> bool:
        if imported in {"", importer} or "." in imported:
            return True
        return not self.may_import.isdisjoint({f"{importer} -> *", f"{importer} -> {imported}"})

    def _side(self, module: str, subjects: set[str]) -> str:
        """The subject that a module belongs to; otherwise its own name, or "" if it is on no floor with subjects."""
        floor = self._floor_of(module)
        room = module.removeprefix(f"{floor}.").partition(".")[0]
        return (room if room in subjects else module) if floor else ""

    def _floor_of(self, module: str) -> str:
        return next((floor for floor in self.floors if module.startswith(f"{floor}.")), "")
