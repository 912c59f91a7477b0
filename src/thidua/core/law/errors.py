"""What can go wrong when the law is loaded or asked."""


class LawDataError(Exception):
    """A data file is refused; the message names file, line and reason."""


class CaseError(ValueError):
    """Trường hợp đưa vào không dùng được: a Vietnamese message that names the key and what to do."""


class NoAmount(LookupError):
    """Pháp luật không định mức tiền: no sum is named for this honour, subject and date; the message says why."""
