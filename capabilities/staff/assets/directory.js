// The directory: finds as one types. What is found is the page's own answer to the same form; without this script one
// presses the button.
(() => {
  "use strict";
  const form = document.querySelector("form[data-find]");
  const found = document.getElementById(form?.dataset.find);
  if (!found) return;
  const PAUSE_MS = 250;
  let timer;
  let asked;
  const find = async () => {
    const address = `${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`;
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(address, { signal: asked.signal });
      // Signed out meanwhile, or a fault: the button tells more.
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      found.replaceChildren(...page.getElementById(found.id).childNodes);
      history.replaceState(null, "", address);
    } catch {
      // Asked again meanwhile, or the line is down: what was found before stays.
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, PAUSE_MS);
  });
})();
