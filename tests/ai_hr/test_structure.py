"""How the package is put together."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import ai_hr

ROOT = Path(ai_hr.__file__).parent


def imported_by_module() -> dict[str, set[str]]:
    """Also what is imported only for the type checker."""
    trees = {_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in ROOT.rglob("*.py")}
    return {name: _imports(tree) & trees.keys() for name, tree in trees.items()}


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__")


def _imports(tree: ast.Module) -> set[str]:
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return {name for node in froms for name in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))}


def test_no_module_imports_itself_by_a_roundabout_way() -> None:
    order = list(TopologicalSorter(imported_by_module()).static_order())
    assert order.index("ai_hr.judged") < order.index("ai_hr.wording") < order.index("ai_hr.matching")
