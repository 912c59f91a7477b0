"""QR codes as vector pictures."""

import zxingcpp

MASK = 2


def qr_svg(text: str) -> str:
    """Return an SVG picture of the QR code of a text (error correction M, quiet zone included).

    The mask is fixed: every reader takes any of the eight, and trying them all costs more than the rest.

    Raises ValueError for an empty text or one too long for a QR code (about 2,300 letters).
    """
    if not text:
        raise ValueError("Mã QR cần có nội dung")
    barcode = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=MASK)
    return zxingcpp.write_barcode_to_svg(barcode, add_quiet_zones=True)
