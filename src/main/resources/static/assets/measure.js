// Lengths and areas on the plan, in the metres of the scheme. The drawing says how far one of its units goes.
const NEAR = 8; // px of the screen within which a point goes to a corner

/** plan: the section around it; view(): the part of the sheet that is seen now; onSheet(event): a point of the sheet. */
export function measureOn({ plan, drawing, svg, view, onSheet, move }) {
  const button = document.getElementById("measure");
  const panel = document.getElementById("measuring");
  const said = document.getElementById("measured");
  const { scale, west, south, height } = Object.fromEntries(
    Object.entries(svg.dataset).map(([name, value]) => [name, Number(value)]));
  const corners = [...svg.querySelectorAll("path.parcel, path.zone, path.road, path.control-line, path.building, path.neighbour, path.basement, path.green")]
    .flatMap((shape) => [...shape.getAttribute("d").matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y), shape })));
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "g");
  drawn.setAttribute("class", "measure");
  const [line, dots, cross] = ["line", "dots", "cross"].map((name) => {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("class", name);
    drawn.append(path);
    return path;
  });
  let points = [];
  let closed = false;
  let on = false;
  let pressed = null;
  let byKey = false;

  const metres = (at) => ({ x: west + at.x / scale, y: south + (height - at.y) / scale });
  const number = (value) => value.toFixed(2);
  const between = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) / scale;
  const say = (text, ...values) => values.reduce((told, value, i) => told.replace(`{${i}}`, value), text);

  // From the first point, so that no digits are lost in large coordinates.
  function area() {
    const [first] = points;
    let twice = 0;
    points.forEach((a, i) => {
      const b = points[(i + 1) % points.length];
      twice += (a.x - first.x) * (b.y - first.y) - (b.x - first.x) * (a.y - first.y);
    });
    return Math.abs(twice) / 2 / scale ** 2;
  }

  function show() {
    const path = points.map((at, i) => `${i === 0 ? "M" : "L"}${at.x} ${at.y}`).join("");
    line.setAttribute("d", path + (closed ? "Z" : ""));
    line.classList.toggle("closed", closed);
    dots.setAttribute("d", points.map((at) => `M${at.x} ${at.y}h0`).join(""));
    mark();
    const parts = points.slice(1).map((at, i) => between(points[i], at));
    const along = parts.reduce((sum, part) => sum + part, 0);
    const told = [];
    if (closed) {
      told.push(say(said.dataset.area, number(area()), number(along + between(points.at(-1), points[0]))));
    } else if (parts.length > 0) {
      told.push(say(said.dataset.length, number(along)));
      if (parts.length > 1) {
        told.push(say(said.dataset.last, number(parts.at(-1))));
      }
    }
    if (points.length > 0 && !closed) {
      const at = metres(points.at(-1));
      told.push(say(said.dataset.at, number(at.x), number(at.y)));
    }
    said.textContent = told.join(" · ");
  }

  function middle() {
    const box = view();
    return { x: box.x + box.w / 2, y: box.y + box.h / 2 };
  }

  function mark() {
    const at = middle();
    const arm = view().w / 40;
    cross.setAttribute("d", on && byKey ? `M${at.x - arm} ${at.y}h${2 * arm}M${at.x} ${at.y - arm}v${2 * arm}` : "");
  }

  function within(a, b) {
    const pixel = svg.getScreenCTM().a;
    return Math.hypot(a.x - b.x, a.y - b.y) * pixel <= NEAR;
  }

  function snapped(at) {
    let nearest = null;
    for (const corner of corners) {
      const far = Math.hypot(corner.x - at.x, corner.y - at.y);
      if (!corner.shape.classList.contains("off") && within(corner, at) && (nearest === null || far < nearest.far)) {
        nearest = { x: corner.x, y: corner.y, far };
      }
    }
    return nearest ?? at;
  }

  function add(raw) {
    if (closed) {
      points = [];
      closed = false;
    }
    if (points.length > 2 && within(points[0], raw)) {
      closed = true;
    } else {
      const { x, y } = snapped(raw);
      const last = points.at(-1);
      if (!last || last.x !== x || last.y !== y) {
        points.push({ x, y });
      }
    }
    show();
  }

  function turn(wanted) {
    on = wanted;
    points = [];
    closed = false;
    byKey = false;
    button.setAttribute("aria-pressed", String(on));
    panel.hidden = !on;
    drawing.classList.toggle("measuring-on", on);
    if (on) {
      svg.append(drawn);
    } else {
      drawn.remove();
    }
    show();
  }

  button.addEventListener("click", (event) => {
    turn(!on);
    if (on) {
      // By the keyboard: what follows is done on the plan.
      byKey = event.detail === 0;
      mark();
      plan.focus({ preventScroll: true });
    }
  });
  drawing.addEventListener("pointerdown", (event) => {
    pressed = { x: event.clientX, y: event.clientY };
  });
  drawing.addEventListener("click", (event) => {
    if (!on) {
      return;
    }
    event.stopPropagation();
    if (pressed === null || Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < 4) {
      byKey = false;
      add(onSheet(event));
    }
  }, { capture: true });
  plan.addEventListener("keydown", (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const elsewhere = event.target.closest("button, input, summary");
    const small = view().w / 200;
    const acts = {
      Enter: () => !elsewhere && add(middle()),
      Backspace: () => {
        if (!closed) {
          points.pop();
        }
        closed = false;
        show();
      },
      c: () => {
        closed = points.length > 2;
        show();
      },
      Escape: () => {
        turn(false);
        button.focus();
      },
    };
    if (event.shiftKey) {
      Object.assign(acts, {
        ArrowLeft: () => move(-small, 0), ArrowRight: () => move(small, 0),
        ArrowUp: () => move(0, -small), ArrowDown: () => move(0, small),
      });
    }
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (event.key.startsWith("Arrow") || event.key === "Enter") {
      byKey = byKey || !elsewhere;
    }
    if (act && !(event.key === "Enter" && elsewhere)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    }
    mark();
  });
  // The cross stays in the middle of what is seen.
  new MutationObserver(mark).observe(svg, { attributes: true, attributeFilter: ["viewBox"] });
}

/** Layers of the plan, shown and hidden by their check boxes. */
export function switchLayers(plan, svg) {
  const parts = {
    parcel: "path.parcel, path.zone, path.side",
    access: "path.access",
    findings: ".dimension, .value, .evidence, .leader",
  };
  plan.addEventListener("change", (event) => {
    const layer = event.target.dataset.layerSwitch;
    if (layer) {
      for (const shape of svg.querySelectorAll(`${parts[layer] ?? `path.${layer}`}, [data-layer="${layer}"]`)) {
        shape.classList.toggle("off", !event.target.checked);
      }
    }
  });
}
