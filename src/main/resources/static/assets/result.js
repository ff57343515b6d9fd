// Keeps list, plan and evidence in step, for the self-check and for the office. Without this script every row is a plain link to the same finding.
import { measureOn, switchLayers } from "./measure.js";

const list = document.getElementById("list");
const plan = document.getElementById("plan");
const evidence = document.getElementById("evidence");
const drawing = document.getElementById("drawing");
const svg = drawing ? drawing.querySelector("svg") : null;
const narrow = window.matchMedia("(max-width: 1000px)");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

// ---- the plan: pan and zoom by its view box ----
const whole = svg ? { x: 0, y: 0, w: svg.viewBox.baseVal.width, h: svg.viewBox.baseVal.height } : null;
let view = whole ? { ...whole } : null;
let moving = 0;

function show(box) {
  view = box;
  svg.setAttribute("viewBox", [box.x, box.y, box.w, box.h].map((n) => n.toFixed(2)).join(" "));
  sizeLabels();
}

// Labels grow with the drawing only as far as they stay readable; coming closer gives room, not larger letters.
const labels = svg ? [...svg.querySelectorAll("text")].map((text) => ({
  text, size: Number(text.getAttribute("font-size")), y: Number(text.getAttribute("y")),
})) : [];

function sizeLabels() {
  const scale = Math.min(drawing.clientWidth / view.w, drawing.clientHeight / view.h);
  if (!(scale > 0)) {
    return;
  }
  const factor = Math.min(1.2, Math.max(0.75, scale)) / scale;
  for (const label of labels) {
    label.text.setAttribute("font-size", (label.size * factor).toFixed(2));
    label.text.setAttribute("y", (label.y - 0.36 * label.size * (1 - factor)).toFixed(2));
  }
}

function goTo(box) {
  cancelAnimationFrame(moving);
  if (calm.matches) {
    show(box);
    return;
  }
  const from = { ...view };
  const began = performance.now();
  const step = (now) => {
    const part = Math.min(1, (now - began) / 260);
    const eased = 1 - (1 - part) ** 3;
    const between = (key) => from[key] + (box[key] - from[key]) * eased;
    show({ x: between("x"), y: between("y"), w: between("w"), h: between("h") });
    if (part < 1) {
      moving = requestAnimationFrame(step);
    }
  };
  moving = requestAnimationFrame(step);
}

function zoom(factor, x = view.x + view.w / 2, y = view.y + view.h / 2) {
  const w = Math.min(whole.w * 1.5, Math.max(whole.w / 60, view.w * factor));
  const scale = w / view.w;
  show({ x: x - (x - view.x) * scale, y: y - (y - view.y) * scale, w, h: view.h * scale });
}

function onSheet(event) {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return { x: at.x, y: at.y };
}

if (svg) {
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  sizeLabels();
  new ResizeObserver(sizeLabels).observe(drawing);
  drawing.addEventListener("wheel", (event) => {
    event.preventDefault();
    const at = onSheet(event);
    zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, at.x, at.y);
  }, { passive: false });

  const held = new Map();
  let dragged = false;
  const spread = () => {
    const [a, b] = [...held.values()];
    return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  };
  drawing.addEventListener("pointerdown", (event) => {
    held.set(event.pointerId, event);
    dragged = false;
    cancelAnimationFrame(moving);
  });
  drawing.addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) {
      return;
    }
    if (!dragged && Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) < 4) {
      return;
    }
    if (!dragged) {
      dragged = true;
      drawing.setPointerCapture(event.pointerId);
      drawing.classList.add("held");
    }
    if (held.size === 2) {
      const was = spread();
      held.set(event.pointerId, event);
      zoom(was / Math.max(1, spread()));
      return;
    }
    const a = onSheet(before);
    const b = onSheet(event);
    held.set(event.pointerId, event);
    show({ ...view, x: view.x - (b.x - a.x), y: view.y - (b.y - a.y) });
  });
  for (const kind of ["pointerup", "pointercancel"]) {
    drawing.addEventListener(kind, (event) => {
      held.delete(event.pointerId);
      drawing.classList.remove("held");
    });
  }
  measureOn({
    plan,
    drawing,
    svg,
    view: () => view,
    onSheet,
    move: (x, y) => show({ ...view, x: view.x + x, y: view.y + y }),
  });
  switchLayers(plan, svg);
  drawing.addEventListener("click", (event) => {
    const shape = event.target.closest("[data-finding], [data-subject]");
    if (!shape || dragged) {
      return;
    }
    const line = shape.dataset.finding
      ? lineOf(shape.dataset.finding)
      : list.querySelector(`a.line[data-building="${CSS.escape(shape.dataset.subject.replace(/^BUILDING\//, ""))}"]`);
    if (line) {
      reveal(line);
      line.click();
    }
  });
  plan.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    if (button) {
      button.dataset.zoom === "all" ? goTo(whole) : zoom(button.dataset.zoom === "in" ? 1 / 1.5 : 1.5);
    }
  });
}

// ---- the selected finding on the plan ----
const shown = [];

function forget() {
  for (const shape of shown.splice(0)) {
    shape.classList.remove("selected");
    if (shape.classList.contains("quiet")) {
      shape.setAttribute("visibility", "hidden");
    }
  }
}

function drawnFor(line) {
  const own = [...svg.querySelectorAll(`[data-finding="${line.dataset.finding}"]`)];
  if (own.length > 0 || !line.dataset.building) {
    return own;
  }
  return [...svg.querySelectorAll(`[data-subject="BUILDING/${CSS.escape(line.dataset.building)}"]`)];
}

function boxOf(shapes) {
  // Without the labels, whose size follows the zoom: the same finding always leads to the same place.
  const boxes = shapes.filter((shape) => shape.tagName !== "text").map((shape) => shape.getBBox()).filter((box) => box.width + box.height > 0);
  if (boxes.length === 0) {
    return null;
  }
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const proportion = whole.w / whole.h;
  let w = Math.max((right - left) * 2.2, whole.w / 3);
  const h = Math.max((bottom - top) * 2.2, whole.h / 3);
  w = Math.min(Math.max(w, h * proportion), whole.w);
  const high = w / proportion;
  return { x: (left + right) / 2 - w / 2, y: (top + bottom) / 2 - high / 2, w, h: high };
}

function point(line) {
  if (!svg) {
    return;
  }
  forget();
  const shapes = drawnFor(line);
  for (const shape of shapes) {
    shape.removeAttribute("visibility");
    shape.classList.add("selected");
    shown.push(shape);
  }
  svg.classList.toggle("pointing", shapes.length > 0);
  goTo(boxOf(shapes) ?? whole);
}

// ---- the list ----
const lines = () => [...list.querySelectorAll("a.line")];
const visible = () => lines().filter((line) => line.getClientRects().length > 0);
const lineOf = (number) => list.querySelector(`a.line[data-finding="${number}"]`);
const current = () => list.querySelector('a.line[aria-current="true"]');

function reveal(line) {
  line.closest("li.row").hidden = false;
  for (let fold = line.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
}

function select(line) {
  current()?.removeAttribute("aria-current");
  line.setAttribute("aria-current", "true");
  point(line);
  history.replaceState(null, "", line.getAttribute("href"));
}

function step(by) {
  const all = visible();
  if (all.length === 0) {
    return;
  }
  const at = all.indexOf(current());
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
  next.scrollIntoView({ block: "nearest" });
  next.click();
  if (!narrow.matches) {
    next.focus({ preventScroll: true });
  }
}

list.addEventListener("click", (event) => {
  const line = event.target.closest("a.line");
  if (line && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    select(line);
  }
});

// On a phone the evidence stands below the plan: go there once it has come.
function goBelow() {
  if (narrow.matches) {
    (svg ? plan : evidence).scrollIntoView({ block: "start" });
  }
}

document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.target === evidence) {
    goBelow();
  }
});

// What is shown already is not fetched again: it would take away what was typed beside it.
list.addEventListener("htmx:beforeRequest", (event) => {
  const line = event.target.closest("a.line");
  if (line && evidence.querySelector(".finding")?.dataset.shown === line.dataset.finding) {
    event.preventDefault();
    goBelow();
  }
});

evidence.addEventListener("click", (event) => {
  const button = event.target.closest("[data-step]");
  if (button) {
    step(Number(button.dataset.step));
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) {
    return;
  }
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    p: () => plan.focus(),
    e: () => evidence.focus(),
  };
  const act = keys[event.key.toLowerCase()];
  if (act) {
    event.preventDefault();
    act();
  }
});

plan.addEventListener("keydown", (event) => {
  if (!svg) {
    return;
  }
  const far = view.w / 8;
  const moves = {
    ArrowLeft: () => show({ ...view, x: view.x - far }),
    ArrowRight: () => show({ ...view, x: view.x + far }),
    ArrowUp: () => show({ ...view, y: view.y - far }),
    ArrowDown: () => show({ ...view, y: view.y + far }),
    "+": () => zoom(1 / 1.5),
    "=": () => zoom(1 / 1.5),
    "-": () => zoom(1.5),
    0: () => goTo(whole),
  };
  if (moves[event.key]) {
    event.preventDefault();
    moves[event.key]();
  }
});

// ---- filter chips ----
for (const chip of document.querySelectorAll("[data-filter]")) {
  chip.addEventListener("click", () => {
    for (const other of document.querySelectorAll("[data-filter]")) {
      other.setAttribute("aria-pressed", String(other === chip));
    }
    const wanted = chip.dataset.filter;
    if (svg) {
      svg.dataset.shows = { UNDETERMINED: "UNDETERMINED", PASS: "PASS" }[wanted] ?? "VIOLATION";
    }
    for (const row of list.querySelectorAll("li.row")) {
      row.hidden = wanted !== "" && row.dataset.group !== wanted;
    }
    for (const fold of list.querySelectorAll("details.more")) {
      const some = [...fold.querySelectorAll("li.row")].some((row) => !row.hidden);
      fold.hidden = !some;
      if (wanted !== "") {
        fold.open = some;
      }
    }
  });
}

const first = current();
if (first) {
  reveal(first);
  first.scrollIntoView({ block: "nearest" });
  point(first);
}

export { current, lineOf, lines, reveal };
