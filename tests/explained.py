"""Asks the server how it would answer the commands that were overheard."""

from collections.abc import Iterator
from typing import Any

from mongoengine.connection import get_db

Command = dict[str, Any]


def scanned(commands: list[Command]) -> list[Command]:
    """Those of the commands' queries that the server would answer by reading a whole collection."""
    queries = [query for command in commands for query in _queries(command) if not _is_by_id(query)]
    return [query for query in _distinct(queries) if _has_collection_scan(get_db().command("explain", query))]


def _is_by_id(query: Command) -> bool:
    """Every server finds a document by its `_id` at once, though not every one says so in its plan."""
    stages = query.get("pipeline") or [{}]
    return "_id" in (query.get("filter") or query.get("query") or stages[0].get("$match") or {})


def _queries(command: Command) -> Iterator[Command]:
    """What a command looks for. A write is explained by its filter: not every server explains writes."""
    name = next(iter(command))
    collection = command[name]
    match name:
        case "find" | "count":
            yield _bare(command, name)
        case "aggregate":
            yield from _pipelines(collection, command["pipeline"])
        case "findAndModify":
            yield {"find": collection, "filter": command["query"]}
        case "update":
            yield from ({"find": collection, "filter": one["q"]} for one in command["updates"])
        case "delete":
            yield from ({"find": collection, "filter": one["q"]} for one in command["deletes"])


def _pipelines(collection: str, pipeline: list[Command]) -> Iterator[Command]:
    nested = [stage["$unionWith"] for stage in pipeline if "$unionWith" in stage]
    outer = [stage for stage in pipeline if "$unionWith" not in stage]
    yield {"aggregate": collection, "pipeline": outer, "cursor": {}}
    for union in nested:
        yield from _pipelines(union["coll"], union["pipeline"])


def _bare(command: Command, name: str) -> Command:
    kept = (name, "filter", "query", "sort", "projection", "limit", "skip")
    return {key: command[key] for key in kept if key in command}


def _distinct(queries: list[Command]) -> list[Command]:
    """One of each shape: the same query with other values is the same plan."""
    return list({repr(_shape(query)): query for query in queries}.values())


def _shape(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return (
            [_shape(inner) for inner in value[:1]]
            if value and not isinstance(value[0], dict)
            else [_shape(inner) for inner in value]
        )
    return value if isinstance(value, str) and value.startswith("$") else type(value).__name__


def _has_collection_scan(plan: Any) -> bool:
    if isinstance(plan, dict):
        return plan.get("stage") == "COLLSCAN" or any(
            _has_collection_scan(inner) for key, inner in plan.items() if key != "rejectedPlans"
        )
    return isinstance(plan, list) and any(_has_collection_scan(inner) for inner in plan)
