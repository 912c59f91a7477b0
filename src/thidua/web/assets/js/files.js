/* <c-file-drop>: shows what was chosen, refuses too large a file before it travels, accepts a dropped file. */

function sizeInWords(bytes) {
  const unit = bytes >= 2 ** 20 ? ["MB", 2 ** 20] : ["KB", 2 ** 10];
  return `${(bytes / unit[1]).toLocaleString("vi", { maximumFractionDigits: 1 })} ${unit[0]}`;
}

function show(input) {
  const said = input.closest(".t-drop").querySelector(".t-drop-chosen");
  const files = [...input.files];
  const limit = Number(input.closest(".t-drop").dataset.maxBytes);
  const large = files.find((file) => limit && file.size > limit);
  input.setCustomValidity(large ? `Tệp “${large.name}” lớn hơn ${sizeInWords(limit)}. Hãy chọn tệp nhỏ hơn.` : "");
  said.textContent = large ? input.validationMessage : files.map((file) => `${file.name} (${sizeInWords(file.size)})`).join(", ");
  said.classList.toggle("t-bad", Boolean(large));
}

export function setUpFiles() {
  document.addEventListener("change", (event) => {
    if (event.target.matches(".t-drop input[type=file]")) show(event.target);
  });
  for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      const zone = event.target.closest?.(".t-drop");
      if (!zone) return;
      event.preventDefault();
      zone.classList.toggle("t-over", kind === "dragenter" || kind === "dragover");
      if (kind !== "drop") return;
      const input = zone.querySelector("input[type=file]");
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}
