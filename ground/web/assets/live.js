// Live pages: what the server publishes becomes a DOM event "hejnal:KIND", on the document and on elements
// with the same data-live-topic. One stream for all tabs of a browser where it has shared workers.
// Topics come from <body data-live="a,b"> and [data-live-topic]. Also dispatched: hejnal:lost, hejnal:back,
// hejnal:resync (some events may be missing: load the page's data again).
(() => {
  "use strict";
  const { worker: workerUrl, stream } = document.currentScript.dataset;

  const topics = () => {
    const found = new Set((document.body.dataset.live || "").split(",").filter(Boolean));
    for (const element of document.querySelectorAll("[data-live-topic]")) found.add(element.dataset.liveTopic);
    return [...found];
  };

  const deliver = ({ kind, topic, id, data }) => {
    const event = () => new CustomEvent(`hejnal:${kind}`, { detail: { topic, id, data } });
    document.dispatchEvent(event());
    if (!topic) return;
    for (const element of document.querySelectorAll("[data-live-topic]")) {
      if (element.dataset.liveTopic === topic) element.dispatchEvent(event());
    }
  };

  const shared = () => {
    const { port } = new SharedWorker(workerUrl, { name: "hejnal-live" });
    port.onmessage = (message) => deliver(message.data);
    const ask = (wanted) => port.postMessage({ topics: wanted, stream });
    addEventListener("pagehide", () => ask([]));
    addEventListener("pageshow", (event) => event.persisted && ask(topics()));
    return ask;
  };

  const alone = () => {
    let source;
    let timer;
    let lost = false;
    const listen = (wanted) => {
      clearTimeout(timer);
      if (source) source.close();
      if (!wanted.length) return;
      source = new EventSource(`${stream}?topics=${encodeURIComponent(wanted.join(","))}`);
      source.onmessage = (message) => deliver(JSON.parse(message.data));
      source.addEventListener("resync", () => deliver({ kind: "resync" }));
      source.onopen = () => {
        if (lost) ["back", "resync"].forEach((kind) => deliver({ kind }));
        lost = false;
      };
      source.onerror = () => {
        if (!lost) deliver({ kind: "lost" });
        lost = true;
        // Refused (busy, signed out): the browser gives up, we ask again later, never all browsers together.
        if (source.readyState === EventSource.CLOSED) timer = setTimeout(() => listen(wanted), 5000 + Math.random() * 5000);
      };
    };
    return listen;
  };

  let ask;
  try {
    ask = shared();
  } catch {
    ask = alone();
  }
  if (topics().length) ask(topics());
  // Pages that add or drop topics say so themselves.
  document.addEventListener("hejnal:topics", () => ask(topics()));
})();
