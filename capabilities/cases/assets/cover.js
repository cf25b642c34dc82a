// Covering by mouse or finger: a rectangle drawn over the picture fills the four fields, and the form's own button covers it.
// Without this script the fields are typed.
(() => {
  "use strict";
  const figure = document.querySelector("[data-cover]");
  const picture = figure?.querySelector("img");
  const form = document.getElementById("cover");
  if (!picture || !form) return;
  const frame = document.createElement("div");
  frame.className = "cover-frame";
  const mark = document.createElement("div");
  mark.className = "cover-mark";
  mark.hidden = true;
  picture.replaceWith(frame);
  frame.append(picture, mark);
  figure.querySelector("[data-cover-hint]").hidden = false;
  let start = null;

  const percent = (event) => {
    const box = picture.getBoundingClientRect();
    const within = (part, whole) => Math.min(100, Math.max(0, (part / whole) * 100));
    return { x: within(event.clientX - box.left, box.width), y: within(event.clientY - box.top, box.height) };
  };
  const show = (area) => {
    mark.hidden = false;
    for (const side of ["left", "top", "width", "height"]) mark.style[side] = `${area[side]}%`;
  };
  const draw = (event) => {
    const end = percent(event);
    const area = {
      left: Math.min(start.x, end.x), top: Math.min(start.y, end.y),
      width: Math.abs(end.x - start.x), height: Math.abs(end.y - start.y),
    };
    show(area);
    for (const [side, value] of Object.entries(area)) form.elements[side].value = value.toFixed(1);
  };

  frame.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    frame.setPointerCapture(event.pointerId);
    start = percent(event);
  });
  frame.addEventListener("pointermove", (event) => start && draw(event));
  frame.addEventListener("pointerup", (event) => {
    if (!start) return;
    draw(event);
    start = null;
  });
  frame.addEventListener("pointercancel", () => (start = null));
  // What is typed is shown, too.
  form.addEventListener("input", () => {
    const area = {};
    for (const side of ["left", "top", "width", "height"]) area[side] = Number(form.elements[side].value.replace(",", "."));
    if (Object.values(area).every((value) => Number.isFinite(value))) show(area);
  });
})();
