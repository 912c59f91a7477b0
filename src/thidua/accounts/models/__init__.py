"""Tài khoản và vai trò."""

from thidua.accounts.models.users import RoleAssignment, User

__all__ = ["RoleAssignment", "User"]
