// Somebody who reads or types gives no sign to the server by that; this tells it, at most once a minute.
(() => {
  "use strict";
  const EVERY_MS = 60_000;
  let told = Date.now();
  const tell = () => {
    if (Date.now() - told < EVERY_MS) return;
    told = Date.now();
    // Whether it arrives does not matter: the next page says what has become of the session.
    fetch("/account/activity", { method: "POST", keepalive: true }).catch(() => {});
  };
  for (const sign of ["pointerdown", "keydown", "scroll"]) addEventListener(sign, tell, { passive: true });
})();
