"""Văn bản, sổ văn bản, nơi nhận, tệp."""

from thidua.records.models.documents import Dispatch, OfficialDocument, Register
from thidua.records.models.files import StoredFile

__all__ = ["Dispatch", "OfficialDocument", "Register", "StoredFile"]
