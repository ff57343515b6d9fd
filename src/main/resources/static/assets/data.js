// The data check: a frame dragged on the sketch fills the four fields. The page is exchanged when files are read again, so events are
// taken at the document.
const sides = ["west", "south", "east", "north"];
const field = (side) => document.getElementById(side);
let start = null;
let drawn = null;

const at = (svg, event) => {
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return { x: point.x, y: point.y };
};
const sheet = () => document.getElementById("sketch");
/** Metres on the plan as units of the drawing; to a tenth of a metre, so that the numbers can be read. */
const units = (metres, unit) => String(Math.round((Math.round(metres * 10) / 10 / unit) * 1000) / 1000);

const unframe = () => {
  const button = document.getElementById("unframe");
  if (button) {
    button.hidden = sides.every((side) => field(side).value === "");
  }
  const box = sheet();
  if (box) {
    box.classList.toggle("framing", Number(box.dataset.unit) > 0 && field("west") !== null);
  }
};

document.addEventListener("pointerdown", (event) => {
  const box = sheet();
  const svg = event.target.closest?.("#sketch svg");
  if (!svg || event.button !== 0 || event.pointerType === "touch" || !box.classList.contains("framing")) {
    return;
  }
  event.preventDefault();
  start = { svg, ...at(svg, event) };
  svg.querySelector(".frame")?.remove();
  drawn = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  drawn.setAttribute("class", "frame");
  svg.append(drawn);
});

document.addEventListener("pointermove", (event) => {
  if (!start) {
    return;
  }
  const now = at(start.svg, event);
  drawn.setAttribute("x", Math.min(start.x, now.x));
  drawn.setAttribute("y", Math.min(start.y, now.y));
  drawn.setAttribute("width", Math.abs(start.x - now.x));
  drawn.setAttribute("height", Math.abs(start.y - now.y));
});

document.addEventListener("pointerup", (event) => {
  if (!start) {
    return;
  }
  const now = at(start.svg, event);
  const box = sheet();
  const { west, north, scale, unit } = Object.fromEntries(Object.entries(box.dataset).map(([key, value]) => [key, Number(value)]));
  if (Math.abs(start.x - now.x) > 4 && Math.abs(start.y - now.y) > 4) {
    field("west").value = units(west + Math.min(start.x, now.x) * scale, unit);
    field("east").value = units(west + Math.max(start.x, now.x) * scale, unit);
    field("north").value = units(north - Math.min(start.y, now.y) * scale, unit);
    field("south").value = units(north - Math.max(start.y, now.y) * scale, unit);
  } else {
    drawn.remove();
  }
  start = null;
  unframe();
});

document.addEventListener("click", (event) => {
  if (event.target.id === "unframe") {
    sides.forEach((side) => (field(side).value = ""));
    document.querySelector("#sketch .frame")?.remove();
    field("west").focus();
    unframe();
  }
});
document.addEventListener("input", (event) => sides.includes(event.target.id) && unframe());
document.addEventListener("htmx:afterSettle", () => {
  unframe();
  document.title = document.querySelector("main h1")?.textContent.trim().replace(/\s+/g, " ") ?? document.title;
});
// Sent once more without htmx, so that the page that says what is wrong is shown.
document.addEventListener("htmx:responseError", () => {
  document.getElementById("choices")?.requestSubmit(document.querySelector("button[value=read]"));
});
unframe();
