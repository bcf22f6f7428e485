"""The indexes that the documents declare, built and verified."""

from collections.abc import Iterator
from typing import Any

from mongoengine import Document

from hiring_platform.documents import StoredDocument


def stored_documents() -> list[type[Document]]:
    """Every document class that has a collection, by name."""
    return sorted(_concrete(StoredDocument), key=lambda cls: str(cls.__name__))


def _concrete(cls: type[Document]) -> Iterator[type[Document]]:
    for child in cls.__subclasses__():
        if not child._meta.get("abstract"):
            yield child
        yield from _concrete(child)


def ensure_indexes() -> list[str]:
    """Create what is missing; the names of the collections seen."""
    return [_ensure(cls) for cls in stored_documents()]


def _ensure(cls: type[Document]) -> str:
    cls.ensure_indexes()
    return str(cls._get_collection_name())


def missing_indexes() -> list[str]:
    """`collection: keys` for each declared index that the server does not have."""
    return list(_missing())


def _missing() -> Iterator[str]:
    for cls in stored_documents():
        differences: dict[str, list[Any]] = cls.compare_indexes()
        for keys in differences["missing"]:
            yield f"{cls._get_collection_name()}: {keys}"
