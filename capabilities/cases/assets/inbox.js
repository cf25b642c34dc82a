// The inbox: when cases come in, one sentence says how many, with a link that loads the list again.
// Nothing moves by itself; without this script the page is the same, only silent.
(() => {
  "use strict";
  const region = document.querySelector("[data-live-topic][data-new-cases]");
  if (!region) return;
  const seen = new Set();
  const words = document.createElement("span");
  const reload = document.createElement("a");
  reload.href = location.pathname + location.search;
  reload.textContent = region.dataset.reload;
  const say = (sentence) => {
    words.textContent = `${sentence} `;
    // The link stays the same element, so that it keeps the focus when the number grows.
    if (!reload.isConnected) region.append(words, reload);
  };
  region.addEventListener("hejnal:case.dispatched", ({ detail }) => {
    seen.add(detail.id);
    say(`${region.dataset.newCases} ${seen.size}.`);
  });
  // Some news may have been missed while the connection was away.
  document.addEventListener("hejnal:resync", () => say(region.dataset.changed));
})();

// How many cases are ticked, said beside the choice of what to do with them.
(() => {
  "use strict";
  const bar = document.querySelector("[data-ticked]");
  const list = document.getElementById("cases");
  if (!bar || !list) return;
  const tell = () => {
    const ticked = list.querySelectorAll("input:checked").length;
    bar.querySelector("[role=status]").textContent = ticked ? `${bar.dataset.ticked} ${ticked}` : "";
  };
  list.addEventListener("change", tell);
  tell();
})();
