"""Uploads kept within bounds while they arrive, before any view or form looks at them."""

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler


class BoundedUploadHandler(FileUploadHandler):
    """Drops what comes after the largest allowed size, over all files of a request.

    What is kept is just over the limit, so that the form still says that the file is too large; neither disk nor memory
    takes more, whoever sends it.
    """

    taken = 0  # bytes of this request

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if self.taken > settings.MAX_UPLOAD_BYTES:
            return None
        self.taken += len(raw_data)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
