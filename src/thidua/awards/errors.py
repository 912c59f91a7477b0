"""What can go wrong with registrations, initiatives and dossiers; every message is Vietnamese and names what to do."""


class AwardsError(Exception):
    """The step cannot be made; `reasons` are whole sentences, one each."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons = reasons

    def __str__(self) -> str:
        return " ".join(self.reasons)


class EditConflict(AwardsError):
    """Somebody else saved a newer version meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            "Người khác vừa sửa hồ sơ này. Nội dung của bạn chưa được lưu; hãy xem bản mới bên dưới rồi thực hiện lại."
        )
