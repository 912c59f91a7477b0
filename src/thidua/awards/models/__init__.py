"""Đăng ký, sáng kiến, đề nghị, quyết định, giấy chứng nhận, lịch sử khen thưởng."""

from thidua.awards.models.decisions import Award, AwardDecision, Revocation
from thidua.awards.models.dossiers import Dossier, DossierPaper, Nomination, Stream
from thidua.awards.models.registrations import Initiative, TitleRegistration

__all__ = [
    "Award", "AwardDecision", "Dossier", "DossierPaper", "Initiative", "Nomination", "Revocation", "Stream",
    "TitleRegistration",
]  # fmt: skip
