// The page of a report: when its case changes, one sentence says so, with a link that loads the page again.
// Nothing moves by itself; without this script the page is the same, only silent.
(() => {
  "use strict";
  const region = document.querySelector("[data-live-topic][data-changed]");
  if (!region) return;
  const tell = () => {
    if (region.firstChild) return;
    const sentence = document.createElement("p");
    const reload = document.createElement("a");
    reload.href = location.href;
    reload.textContent = region.dataset.reload;
    sentence.append(`${region.dataset.changed} `, reload);
    region.className = "notice no-print";
    region.append(sentence);
  };
  for (const step of ["dispatched", "accepted", "progressed", "joined", "parted", "closed"]) region.addEventListener(`hejnal:case.${step}`, tell);
  // Some news may have been missed while the connection was away.
  document.addEventListener("hejnal:resync", tell);
})();
