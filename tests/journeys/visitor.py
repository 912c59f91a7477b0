"""A person at a browser without JavaScript: opens pages, fills in the forms that are really there, presses their buttons."""

from urllib.parse import urljoin

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

Value = str | int | list[str] | SimpleUploadedFile


class Visitor:
    """Một người dùng. `path`, `page` and `text` are where they are now and what they see."""

    def __init__(self, username: str, password: str) -> None:
        self.client = Client()
        self.open("/dang-nhap/")
        self.press("Đăng nhập", username=username, password=password)
        assert self.path == "/viec-cua-toi/", f"{username} could not sign in"

    def open(self, path: str, *, status: int = 200) -> "Visitor":
        response = self.client.get(path, follow=True)
        self._see(response, path, status)
        return self

    def press(self, button: str, *, status: int = 200, **values: Value) -> "Visitor":
        """Send the form that has a button with these words; `values` replace what its fields hold."""
        form, pressed = self._find(button)
        data = self._contents(form)
        unknown = [name for name in values if name not in data and not form.xpath(f".//*[@name='{name}']")]
        assert not unknown, f"{self.path}: no field {unknown} in the form of “{button}”; it has {sorted(data)}"
        data.update(values)
        if pressed.get("name"):
            data[pressed.get("name")] = pressed.get("value", "")
        action = urljoin(self.path, form.get("action") or self.path)
        assert form.get("method", "get").lower() == "post", f"“{button}” does not send anything"
        response = self.client.post(action, data, follow=True)
        self._see(response, action, status)
        return self

    def has(self, *words: str) -> bool:
        return all(word in self.text for word in words)

    def expect(self, *words: str) -> "Visitor":
        for word in words:
            assert word in self.text, f"{self.path} does not say “{word}”:\n{self.text[:3000]}"
        return self

    def follow(self, words: str) -> "Visitor":
        """Open the first link with these words."""
        links = [
            link for link in self.page.iter("a") if words in " ".join(link.text_content().split()) and link.get("href")
        ]
        assert links, f"{self.path} has no link “{words}”"
        return self.open(urljoin(self.path, links[0].get("href")))

    def download(self, path: str) -> bytes:
        response = self.client.get(path)
        assert response.status_code == 200, f"{path}: {response.status_code}"
        return b"".join(response.streaming_content) if response.streaming else response.content

    def _see(self, response, path: str, status: int) -> None:
        assert response.status_code == status, f"{path}: {response.status_code}\n{_words(response)[:1500]}"
        self.path = response.redirect_chain[-1][0] if response.redirect_chain else path
        self.page = html.fromstring(response.content.decode())
        self.text = _words(response)

    def _find(self, words: str):
        for form in self.page.iter("form"):
            for button in form.iter("button"):
                if button.get("type", "submit") == "submit" and words in " ".join(button.text_content().split()):
                    return form, button
        for button in self.page.iter("button"):  # outside its form, joined by form="id"
            if words in " ".join(button.text_content().split()) and button.get("form"):
                return self.page.get_element_by_id(button.get("form")), button
        raise AssertionError(f"{self.path} has no button “{words}”:\n{self.text[:2500]}")

    @staticmethod
    def _contents(form) -> dict[str, Value]:
        """What the form would send as it stands."""
        data: dict[str, Value] = {}
        for name, value in form.form_values():
            data.setdefault(name, [])
            data[name].append(value)
        return {name: values[0] if len(values) == 1 else values for name, values in data.items()}


def _words(response) -> str:
    return " ".join(html.fromstring(response.content.decode()).text_content().split())


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)
