"""Ids in paths. What does not look like an id matches no route, and so answers 404."""

from bson import ObjectId
from django.urls import register_converter


class IdConverter:
    regex = "[0-9a-fA-F]{24}"

    def to_python(self, value: str) -> ObjectId:
        return ObjectId(value)

    def to_url(self, value: ObjectId | str) -> str:
        return str(value)


register_converter(IdConverter, "id")
