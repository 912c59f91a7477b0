"""Quyền và vai trò: what each role may do, and over which units.

A role is held in a unit for a span. Its permissions reach the unit itself, the units below it on a line of direction, or only the person.
"""

from enum import StrEnum


class Role(StrEnum):
    """Vai trò held in a unit for a span."""

    SECRETARY = "secretary"
    HEAD = "head"
    BLOCK_HEAD = "block_head"
    COUNCIL_MEMBER = "council_member"
    STAFF = "staff"
    ADMINISTRATOR = "administrator"


ROLE_TITLES = {
    Role.SECRETARY: "Chuyên viên thường trực thi đua",
    Role.HEAD: "Thủ trưởng đơn vị",
    Role.BLOCK_HEAD: "Trưởng khối thi đua",
    Role.COUNCIL_MEMBER: "Thành viên Hội đồng",
    Role.STAFF: "Nhà giáo, người lao động",
    Role.ADMINISTRATOR: "Quản trị hệ thống",
}


class Reach(StrEnum):
    """Phạm vi of a permission: the person alone, the unit of the role, or everything under it on either line."""

    SELF = "self"
    UNIT = "unit"
    BELOW = "below"


class Permission(StrEnum):
    """Quyền, named noun first."""

    UNIT_VIEW = "unit.view"
    UNIT_EDIT = "unit.edit"
    PERSON_VIEW = "person.view"
    PERSON_EDIT = "person.edit"
    FACTS_EDIT = "facts.edit"
    ROLE_EDIT = "role.edit"
    JOURNAL_VIEW = "journal.view"
    DOCUMENT_VIEW = "document.view"
    DOCUMENT_EDIT = "document.edit"
    DOCUMENT_ISSUE = "document.issue"
    MOVEMENT_VIEW = "movement.view"
    MOVEMENT_EDIT = "movement.edit"
    MOVEMENT_LAUNCH = "movement.launch"
    PLAN_ACKNOWLEDGE = "plan.acknowledge"
    TARGET_ALLOT = "target.allot"
    FIGURE_REPORT = "figure.report"
    REGISTRATION_MAKE = "registration.make"
    REGISTRATION_VIEW = "registration.view"
    DOSSIER_VIEW = "dossier.view"
    DOSSIER_EDIT = "dossier.edit"
    DOSSIER_SUBMIT = "dossier.submit"
    DOSSIER_APPRAISE = "dossier.appraise"
    COUNCIL_MANAGE = "council.manage"
    COUNCIL_VIEW = "council.view"
    BALLOT_CAST = "ballot.cast"
    DECISION_PREPARE = "decision.prepare"
    DECISION_ISSUE = "decision.issue"
    AWARD_REVOKE = "award.revoke"


_P, _R = Permission, Reach

GRANTS: dict[Role, dict[Permission, Reach]] = {
    Role.SECRETARY: {
        _P.UNIT_VIEW: _R.BELOW,
        _P.UNIT_EDIT: _R.UNIT,
        _P.PERSON_VIEW: _R.BELOW,
        _P.PERSON_EDIT: _R.UNIT,
        _P.FACTS_EDIT: _R.UNIT,
        _P.JOURNAL_VIEW: _R.BELOW,
        _P.DOCUMENT_VIEW: _R.BELOW,
        _P.DOCUMENT_EDIT: _R.UNIT,
        _P.MOVEMENT_VIEW: _R.BELOW,
        _P.MOVEMENT_EDIT: _R.UNIT,
        _P.PLAN_ACKNOWLEDGE: _R.UNIT,
        _P.TARGET_ALLOT: _R.UNIT,
        _P.FIGURE_REPORT: _R.UNIT,
        _P.REGISTRATION_MAKE: _R.UNIT,
        _P.REGISTRATION_VIEW: _R.BELOW,
        _P.DOSSIER_VIEW: _R.BELOW,
        _P.DOSSIER_EDIT: _R.UNIT,
        _P.DOSSIER_APPRAISE: _R.UNIT,
        _P.COUNCIL_MANAGE: _R.UNIT,
        _P.COUNCIL_VIEW: _R.UNIT,
        _P.DECISION_PREPARE: _R.UNIT,
    },
    Role.HEAD: {
        _P.UNIT_VIEW: _R.BELOW,
        _P.UNIT_EDIT: _R.UNIT,
        _P.PERSON_VIEW: _R.BELOW,
        _P.PERSON_EDIT: _R.UNIT,
        _P.FACTS_EDIT: _R.UNIT,
        _P.JOURNAL_VIEW: _R.BELOW,
        _P.DOCUMENT_VIEW: _R.BELOW,
        _P.DOCUMENT_EDIT: _R.UNIT,
        _P.DOCUMENT_ISSUE: _R.UNIT,
        _P.MOVEMENT_VIEW: _R.BELOW,
        _P.MOVEMENT_EDIT: _R.UNIT,
        _P.MOVEMENT_LAUNCH: _R.UNIT,
        _P.PLAN_ACKNOWLEDGE: _R.UNIT,
        _P.TARGET_ALLOT: _R.UNIT,
        _P.FIGURE_REPORT: _R.UNIT,
        _P.REGISTRATION_MAKE: _R.UNIT,
        _P.REGISTRATION_VIEW: _R.BELOW,
        _P.DOSSIER_VIEW: _R.BELOW,
        _P.DOSSIER_EDIT: _R.UNIT,
        _P.DOSSIER_SUBMIT: _R.UNIT,
        _P.COUNCIL_VIEW: _R.UNIT,
        _P.DECISION_PREPARE: _R.UNIT,
        _P.DECISION_ISSUE: _R.UNIT,
        _P.AWARD_REVOKE: _R.UNIT,
    },
    Role.BLOCK_HEAD: {
        _P.UNIT_VIEW: _R.UNIT,
        _P.MOVEMENT_VIEW: _R.UNIT,
        _P.DOCUMENT_VIEW: _R.UNIT,
    },
    Role.COUNCIL_MEMBER: {
        _P.UNIT_VIEW: _R.UNIT,
        _P.MOVEMENT_VIEW: _R.UNIT,
        _P.COUNCIL_VIEW: _R.UNIT,
        _P.BALLOT_CAST: _R.UNIT,
    },
    Role.STAFF: {
        _P.UNIT_VIEW: _R.UNIT,
        _P.PERSON_VIEW: _R.SELF,
        _P.MOVEMENT_VIEW: _R.UNIT,
        _P.DOCUMENT_VIEW: _R.UNIT,
        _P.REGISTRATION_MAKE: _R.SELF,
        _P.REGISTRATION_VIEW: _R.SELF,
        _P.DOSSIER_VIEW: _R.SELF,
    },
    Role.ADMINISTRATOR: {
        _P.UNIT_VIEW: _R.BELOW,
        _P.UNIT_EDIT: _R.BELOW,
        _P.PERSON_VIEW: _R.BELOW,
        _P.PERSON_EDIT: _R.BELOW,
        _P.ROLE_EDIT: _R.BELOW,
        _P.JOURNAL_VIEW: _R.BELOW,
    },
}

PERMISSION_TITLES = {
    _P.UNIT_VIEW: "xem đơn vị",
    _P.UNIT_EDIT: "sửa thông tin đơn vị",
    _P.PERSON_VIEW: "xem hồ sơ cá nhân",
    _P.PERSON_EDIT: "sửa hồ sơ cá nhân",
    _P.FACTS_EDIT: "nhập kết quả đánh giá hằng năm",
    _P.ROLE_EDIT: "phân vai trò",
    _P.JOURNAL_VIEW: "xem nhật ký",
    _P.DOCUMENT_VIEW: "xem văn bản",
    _P.DOCUMENT_EDIT: "soạn văn bản",
    _P.DOCUMENT_ISSUE: "ban hành văn bản",
    _P.MOVEMENT_VIEW: "xem phong trào",
    _P.MOVEMENT_EDIT: "soạn phong trào",
    _P.MOVEMENT_LAUNCH: "phát động phong trào",
    _P.PLAN_ACKNOWLEDGE: "xác nhận đã nhận kế hoạch",
    _P.TARGET_ALLOT: "giao chỉ tiêu",
    _P.FIGURE_REPORT: "báo cáo số liệu",
    _P.REGISTRATION_MAKE: "đăng ký thi đua",
    _P.REGISTRATION_VIEW: "xem đăng ký thi đua",
    _P.DOSSIER_VIEW: "xem hồ sơ khen thưởng",
    _P.DOSSIER_EDIT: "lập hồ sơ khen thưởng",
    _P.DOSSIER_SUBMIT: "trình hồ sơ khen thưởng",
    _P.DOSSIER_APPRAISE: "thẩm định hồ sơ",
    _P.COUNCIL_MANAGE: "tổ chức phiên họp Hội đồng",
    _P.COUNCIL_VIEW: "xem phiên họp Hội đồng",
    _P.BALLOT_CAST: "bỏ phiếu",
    _P.DECISION_PREPARE: "dự thảo quyết định",
    _P.DECISION_ISSUE: "ban hành quyết định khen thưởng",
    _P.AWARD_REVOKE: "thu hồi khen thưởng",
}
