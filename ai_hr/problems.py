"""Every refusal as an RFC 9457 problem document: type, title, status, detail, code."""

from http import HTTPStatus

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

log = structlog.get_logger(__name__)

_MOST_ERRORS = 20


def problem(status: int, code: str, detail: str, errors: list[dict[str, str]] | None = None) -> JSONResponse:
    body: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": code,
    }
    if errors:
        body["errors"] = errors
    return JSONResponse(body, status, media_type="application/problem+json")


def install(app: FastAPI) -> None:
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _broken)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    """400 for what is no JSON, 422 for JSON of the wrong shape; values that were sent are not repeated."""
    found = error.errors() if isinstance(error, RequestValidationError) else []
    if any(item["type"] == "json_invalid" for item in found):
        return problem(400, "malformed_json", "The body is not valid JSON.")
    errors = [
        {
            "field": ".".join(str(part) for part in item["loc"] if part != "body"),
            "message": item["msg"],
            "code": item["type"],
        }
        for item in found[:_MOST_ERRORS]
    ]
    return problem(422, "invalid", "Some of the values are not acceptable.", errors)


async def _refused(request: Request, error: Exception) -> JSONResponse:
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.BAD_REQUEST
    phrase = HTTPStatus(status).phrase
    return problem(status, phrase.lower().replace(" ", "_"), f"{phrase}.")


async def _broken(request: Request, error: Exception) -> JSONResponse:
    """A bug: everything goes to the log and nothing to the caller."""
    log.error("unhandled", route=request.url.path, error=type(error).__name__, exc_info=error)
    return problem(500, "internal", "Something went wrong on our side.")
