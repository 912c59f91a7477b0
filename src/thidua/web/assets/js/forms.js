/* Forms: sent once, the summary of errors takes the focus, htmx requests carry the token, sample accounts fill in. */

function cookie(name) {
  const found = document.cookie.split("; ").find((part) => part.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}

function release(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("[data-held]")) {
    button.disabled = false;
    delete button.dataset.held;
  }
}

function hold(form) {
  form.dataset.sent = "1";
  // After this turn of the event loop, so that the pressed button's own name and value are still sent.
  setTimeout(() => {
    for (const button of form.querySelectorAll("button[type=submit]:not(:disabled)")) {
      button.disabled = true;
      button.dataset.held = "1";
    }
  });
}

function onSubmit(event) {
  const form = event.target;
  if (form.method !== "post" || form.dataset.submitMany !== undefined) return;
  if (form.dataset.sent) event.preventDefault();
  else if (!event.defaultPrevented) hold(form);
}

function fillAccount(button) {
  const form = document.querySelector("[data-sign-in]");
  form.elements.username.value = button.dataset.username;
  form.elements.password.value = button.dataset.password;
  form.querySelector("button[type=submit]").focus();
}

function checkAll(box) {
  for (const other of document.getElementsByName(box.dataset.checkAll)) other.checked = box.checked;
}

export function setUpForms() {
  document.addEventListener("submit", onSubmit);
  document.addEventListener("htmx:beforeSend", (event) => event.target.matches("form[method=post]") && hold(event.target));
  document.addEventListener("htmx:afterRequest", (event) => event.target.matches("form") && release(event.target));
  // A page taken back from the browser's cache must be usable again.
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = cookie("csrftoken");
  });
  document.addEventListener("click", (event) => {
    const account = event.target.closest("[data-username]");
    if (account) fillAccount(account);
    if (event.target.closest("[data-print]")) window.print();
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-check-all]")) checkAll(event.target);
  });
  document.querySelector(".t-errors")?.focus();
}
