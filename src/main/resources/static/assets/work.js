// Deciding with the keyboard. Without this script every decision is a plain form that comes back to the same finding.
import { current, lineOf, lines, reveal } from "./result.js";

const list = document.getElementById("list");
const evidence = document.getElementById("evidence");
const stateOf = (line) => line.querySelector("[data-state]")?.dataset.state ?? "none";
const wantsWord = (line) => stateOf(line) === "open" || stateOf(line) === "returned";

// ---- filters by what is decided ----
const shows = {
  open: wantsWord,
  decided: (line) => stateOf(line) === "decided",
  waiting: (line) => stateOf(line) === "waiting" || stateOf(line) === "returned",
};

function filter(wanted) {
  for (const row of list.querySelectorAll("li.row")) {
    row.classList.toggle("filtered", wanted !== "" && ![...row.querySelectorAll("a.line")].some(shows[wanted]));
  }
  for (const fold of list.querySelectorAll("details.more")) {
    const some = fold.querySelector("li.row:not(.filtered)") !== null;
    fold.classList.toggle("filtered", !some);
    if (wanted !== "") {
      fold.open = some;
    }
  }
}

const filters = [...document.querySelectorAll("[data-work]")];
for (const chip of filters) {
  chip.addEventListener("click", () => {
    filters.forEach((other) => other.setAttribute("aria-pressed", String(other === chip)));
    filter(chip.dataset.work);
  });
}

// ---- after a decision: the next one that wants a word ----
function select(line) {
  reveal(line);
  line.scrollIntoView({ block: "nearest" });
  line.click();
  line.focus({ preventScroll: true });
}

document.body.addEventListener("decided", (event) => {
  const all = lines();
  const at = all.indexOf(lineOf(event.detail.finding));
  const next = [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))].find(wantsWord);
  if (next) {
    select(next);
  }
});

// ---- keys ----
function fold(within) {
  const open = within.closest("details[name=decision], .remarks details, #rest details");
  if (open) {
    open.open = false;
  }
  current()?.focus();
}

function press(key) {
  const place = key === "a" || key === "b" ? document.getElementById("rest") : evidence;
  const pressed = place?.querySelector(`[data-key="${key}"]`);
  if (!pressed) {
    return false;
  }
  if (pressed.tagName === "SUMMARY") {
    const details = pressed.parentElement;
    details.open = true;
    details.querySelector("input:not([type=hidden]), select, textarea").focus();
    details.scrollIntoView({ block: "nearest" });
  } else {
    pressed.click();
  }
  return true;
}

document.addEventListener("keydown", (event) => {
  const form = event.target.closest("#evidence form, #rest form");
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  if (form && event.key === "Escape") {
    fold(event.target);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) {
    return;
  }
  if (/^[1-4ynab]$/i.test(event.key) && press(event.key.toLowerCase())) {
    event.preventDefault();
  }
});

// Once htmx has taken charge of the lines, which it does at the same moment; before, a click would load the page anew.
document.addEventListener("DOMContentLoaded", () => {
  const first = lines().find(wantsWord);
  if (!current() && first && window.matchMedia("(min-width: 1001px)").matches) {
    select(first);
  }
});
