"""What a role may do at all. Whose things they are is decided by the selectors."""

from typing import Any

from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from accounts.authentication import caller
from accounts.choices import Role


class _HasRole(BasePermission):
    role: Role

    def has_permission(self, request: Request, view: Any) -> bool:
        return bool(request.user.is_authenticated and caller(request).role == self.role)


class IsCandidate(_HasRole):
    role = Role.USER


class IsCompany(_HasRole):
    role = Role.COMPANY


class IsStaff(_HasRole):
    role = Role.STAFF


class IsReading(BasePermission):
    """Any role, as long as nothing is changed."""

    def has_permission(self, request: Request, view: Any) -> bool:
        return bool(request.user.is_authenticated and request.method in SAFE_METHODS)
