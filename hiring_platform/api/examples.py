"""An example for every call in `/schema` that brings none of its own, put together from what its fields are called."""

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]

_BY_NAME: dict[str, Any] = {
    "email": "anna@example.com",
    "password": "correct horse battery staple",
    "current_password": "correct horse battery staple",
    "new_password": "an even longer pass phrase",
    "name": "Анна",
    "surname": "Петрова",
    "user_name": "Анна Петрова",
    "user_email": "anna@example.com",
    "telegram_id": "@anna",
    "company_name": "Ромашка",
    "title": "Python-разработчик",
    "vacancy_title": "Python-разработчик",
    "question": "Чем select_related отличается от prefetch_related?",
    "answer_text": "select_related строит JOIN, prefetch_related делает отдельный запрос.",
    "message": "Готово.",
    "reason": "Сильное собеседование",
    "text": "Опыт с Docker описан на второй странице резюме.",
    "resume_path": "resumes/65f1c0ffee65f1c0ffee0001/0f8fad5bd9cb469fa16570867728950e.pdf",
    "token": "eyJhbGciOi…",
    "refresh": "eyJhbGciOi…",
}
_JSON = "application/json"
_BY_FORMAT = {"date-time": "2026-11-24T09:30:00Z", "uri": "https://example.com/", "email": "anna@example.com"}
_BY_TYPE: dict[str, Any] = {"string": "текст", "integer": 1, "number": 1.5, "boolean": True, "object": {}, "null": None}


def add_missing_examples(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """drf-spectacular's post-processing hook."""
    components = result.get("components", {}).get("schemas", {})
    for methods in result["paths"].values():
        for operation in methods.values():
            for content in _contents(operation):
                if "example" not in content and "examples" not in content:
                    content["example"] = _sample(content.get("schema", {}), components)
    return result


def _contents(operation: dict[str, Any]) -> list[dict[str, Any]]:
    """The JSON that an operation takes and, when it goes well, answers."""
    bodies = [operation.get("requestBody", {})]
    bodies += [answer for status, answer in operation["responses"].items() if status < "300"]
    return [content for body in bodies for kind, content in body.get("content", {}).items() if kind == _JSON]


def _sample(schema: Schema, components: Schema, name: str = "") -> Any:
    if "$ref" in schema:
        return _sample(components[schema["$ref"].rsplit("/", 1)[1]], components, name)
    for combined in ("allOf", "oneOf", "anyOf"):
        if schema.get(combined):
            return _sample(schema[combined][0], components, name)
    if "properties" in schema:
        return {key: _sample(inner, components, key) for key, inner in schema["properties"].items()}
    if schema.get("items"):
        return [_sample(schema["items"], components, name)]
    return _value(schema, name)


def _value(schema: Schema, name: str) -> Any:
    known = (schema.get("example"), next(iter(schema.get("enum", [])), None), _BY_NAME.get(name))
    for value in (*known, schema.get("default"), _BY_FORMAT.get(schema.get("format", ""))):
        if value is not None:
            return value
    kind = schema.get("type", "object")
    return _BY_TYPE[kind[0] if isinstance(kind, list) else kind]
