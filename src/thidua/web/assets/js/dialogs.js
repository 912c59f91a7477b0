/* <c-modal>: a link to its id opens it as a true modal dialogue; without JavaScript the link shows it in place (:target). */

export function setUpDialogs() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    if (opener) {
      event.preventDefault();
      document.getElementById(opener.dataset.dialog)?.showModal();
    }
    const closer = event.target.closest("[data-dialog-close]");
    if (closer) {
      event.preventDefault();
      closer.closest("dialog").close();
    }
  });
  // These links are buttons to whoever hears them, and the space bar presses a button.
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches("a[data-dialog], a[data-dialog-close]")) return;
    event.preventDefault();
    event.target.click();
  });
}
