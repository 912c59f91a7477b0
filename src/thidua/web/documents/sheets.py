"""Documents as Excel."""

from thidua.adapters.xlsx.write import write_table
from thidua.web.documents.pages import DocumentList, RegisterPage, kind_name


def documents_sheet(page: DocumentList) -> bytes:
    columns = (
        "Số, ký hiệu",
        "Ngày ban hành",
        "Loại văn bản",
        "Trích yếu",
        "Cơ quan ban hành",
        "Người ký",
        "Trạng thái",
    )
    rows = [
        (
            row.document.code, row.document.issued_on, row.kind, row.document.subject, row.unit,
            row.document.signer_name, row.document.get_state_display(),
        )
        for row in page.rows
    ]  # fmt: skip
    return write_table("Văn bản", columns, rows)


def register_sheet(page: RegisterPage) -> bytes:
    columns = ("Số, ký hiệu", "Ngày ban hành", "Loại văn bản", "Trích yếu", "Người ký", "Chức vụ")
    rows = [
        (row.code, row.issued_on, kind_name(row.kind), row.subject, row.signer_name, row.signer_position)
        for row in page.rows
    ]
    return write_table(f"Sổ văn bản đi năm {page.year}, loạt {page.series}: {page.unit.name}", columns, rows)
