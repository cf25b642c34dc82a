// Somebody who reads or types gives no sign to the server by that; this tells it, at most once a minute. When nobody has given a
// sign in any tab for as long as the server waits, the session is locked and the page makes way for the one that asks who is
// there, so that nothing personal stays on the screen. What was typed comes back with the page, in this tab, to the same person.
(() => {
  "use strict";
  const IDLE_SECONDS = 900;
  const TOLD_EVERY_MS = 60_000;
  const LOOK_EVERY_MS = 10_000;
  const SIGN = "hejnal-sign";
  const TYPED = "hejnal-typed";
  const here = () => location.pathname + location.search;
  const who = document.querySelector("header a[href='/account/security']")?.textContent ?? "";
  let told = Date.now();

  const fields = () => [...document.querySelectorAll("main :is(input:not([type=hidden], [type=password], [type=file]), textarea, select)")];
  const ticked = (field) => field.type === "checkbox" || field.type === "radio";
  const changed = (field) => {
    if (ticked(field)) return field.checked !== field.defaultChecked;
    if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected);
    return field.value !== field.defaultValue;
  };

  const keep = () => {
    const rows = fields().map((field, place) => ({ field, place })).filter(({ field }) => changed(field));
    const typed = rows.map(({ field, place }) => ({ place, name: field.name, value: field.value, checked: field.checked }));
    if (typed.length) sessionStorage.setItem(TYPED, JSON.stringify({ here: here(), who, typed }));
  };

  const restore = () => {
    const kept = JSON.parse(sessionStorage.getItem(TYPED) ?? "null");
    if (!kept || (kept.who === who && kept.here !== here())) return;
    sessionStorage.removeItem(TYPED);
    if (kept.who !== who) return;
    const all = fields();
    for (const { place, name, value, checked } of kept.typed) {
      const field = all[place];
      if (field?.name !== name) continue;
      if (ticked(field)) field.checked = checked;
      else field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };

  const lock = async () => {
    clearInterval(looking);
    keep();
    document.body.hidden = true;
    const _token = document.querySelector("input[name=_token]")?.value ?? "";
    // A session that has locked itself already refuses this, and that is as good.
    await fetch("/account/lock", { method: "POST", body: new URLSearchParams({ _token }), redirect: "manual" }).catch(() => {});
    location.replace(here());
  };

  const look = () => {
    if (Date.now() - Number(localStorage.getItem(SIGN)) >= IDLE_SECONDS * 1000) lock();
  };

  const tell = () => {
    localStorage.setItem(SIGN, String(Date.now()));
    if (Date.now() - told < TOLD_EVERY_MS) return;
    told = Date.now();
    // Whether it arrives does not matter: the next page says what has become of the session.
    fetch("/account/activity", { method: "POST", keepalive: true }).catch(() => {});
  };

  restore();
  localStorage.setItem(SIGN, String(told));
  for (const sign of ["pointerdown", "keydown", "scroll"]) addEventListener(sign, tell, { passive: true });
  const looking = setInterval(look, LOOK_EVERY_MS);
  for (const back of ["visibilitychange", "pageshow"]) addEventListener(back, () => document.visibilityState === "visible" && look());
})();
