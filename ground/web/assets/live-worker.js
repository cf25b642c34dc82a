// One stream per browser, shared by its tabs: ports tell their topics, the worker asks the server for all of them.
"use strict";
const wanted = new Map(); // port -> Set of topics
let source = null;
let asked = "";
let last = "";
let lost = false;
let timer = 0;
let stream = "/live";

const tell = (message) => {
  for (const [port, topics] of wanted) {
    if (!message.topic || topics.has(message.topic)) port.postMessage(message);
  }
};

const connect = () => {
  const topics = [...new Set([...wanted.values()].flatMap((set) => [...set]))].sort().join(",");
  if (topics === asked) return;
  asked = topics;
  // The old stream is heard until the new one is open, so that nothing falls between the two.
  const old = source;
  const leave = () => old && old.close();
  source = null;
  if (!topics) return leave();
  const after = last ? `&after=${last}` : "";
  source = new EventSource(`${stream}?topics=${encodeURIComponent(topics)}${after}`);
  source.addEventListener("open", leave, { once: true });
  source.addEventListener("error", leave, { once: true });
  source.onmessage = (message) => {
    last = message.lastEventId || last;
    tell(JSON.parse(message.data));
  };
  source.addEventListener("resync", (message) => {
    last = message.lastEventId || last;
    tell({ kind: "resync" });
  });
  source.onopen = () => {
    if (lost) tell({ kind: "back" });
    // Who has heard nothing yet cannot say what was missed, so the server cannot tell either.
    if (lost && !last) tell({ kind: "resync" });
    lost = false;
  };
  source.onerror = () => {
    if (!lost) tell({ kind: "lost" });
    lost = true;
    if (source && source.readyState === EventSource.CLOSED) again();
  };
};

// The server refused (busy, signed out): ask again later, never at once and never all browsers together.
const again = () => {
  asked = "";
  clearTimeout(timer);
  timer = setTimeout(connect, 5000 + Math.random() * 5000);
};

onconnect = (event) => {
  const port = event.ports[0];
  wanted.set(port, new Set());
  port.onmessage = ({ data }) => {
    stream = data.stream || stream;
    if (data.topics.length) wanted.set(port, new Set(data.topics));
    else wanted.delete(port);
    // Tabs open in bursts: one new stream for all of them.
    clearTimeout(timer);
    timer = setTimeout(connect, 50);
  };
};
