// Every page: focus goes to the error summary; a form is sent once. All of it is an addition, pages work without.
(() => {
  "use strict";
  const summary = document.querySelector(".errors[role=alert]");
  if (summary) summary.focus();

  const LOCK_MS = 15000;

  const release = (form) => {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[data-said]")) {
      button.textContent = button.dataset.said;
      button.removeAttribute("data-said");
      button.removeAttribute("aria-disabled");
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    // Stopped by the visitor, or a file to save: the page stays, and so must the form.
    setTimeout(release, LOCK_MS, form);
    const button = event.submitter;
    if (!button || !button.dataset.sending) return;
    // After the event, so that the button's own name and value still go with the form.
    setTimeout(() => {
      button.dataset.said = button.textContent;
      button.textContent = button.dataset.sending;
      button.setAttribute("aria-disabled", "true");
    });
  });

  // Back from the next page: the browser may show this one as it was left.
  addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form[data-sent]").forEach(release);
  });
})();
