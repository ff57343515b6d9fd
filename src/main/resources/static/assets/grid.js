// The grid of a table: a block copied from a spreadsheet is pasted at the focused cell, rows are added, copied and removed, Enter goes
// down. All of it are inputs of one form, which works the same without this script.
const form = document.querySelector("form.grid");

if (form) {
  const body = form.querySelector("tbody");
  const told = document.getElementById("told");
  const most = Number(form.dataset.most);
  const rows = () => [...body.rows];
  const fields = (row) => [...row.querySelectorAll("td select, td input")];
  const tell = (sentence, ...inserts) => {
    told.textContent = inserts.reduce((text, insert, at) => text.replace(`{${at}}`, insert), sentence);
  };

  const renumber = () => {
    for (const [at, row] of rows().entries()) {
      row.querySelector(".at").textContent = at + 1;
      for (const labelled of row.querySelectorAll("[aria-label]")) {
        labelled.setAttribute("aria-label", labelled.getAttribute("aria-label").replace(/\d+/, at + 1));
      }
      for (const button of row.querySelectorAll("button[data-act]")) {
        button.value = `${button.dataset.act}-${at}`;
      }
    }
  };

  const unmark = (field) => {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
    field.closest("td").querySelector(".wrong")?.remove();
  };

  const day = (text) => {
    const parts = text.match(/^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/) ?? text.match(/^(\d{4})(\d{2})(\d{2})$/);
    return parts ? `${parts[1]}-${parts[2].padStart(2, "0")}-${parts[3].padStart(2, "0")}` : text;
  };

  // An empty day is not shown as one that is half written.
  const blank = (field) => field.closest("td").classList.toggle("blank", field.value === "");
  body.addEventListener("input", (event) => blank(event.target));

  // A field of days or of choices cannot hold what is none: it becomes a text, or gets one more choice, so that the check can tell.
  const put = (field, text) => {
    unmark(field);
    if (field.tagName === "SELECT") {
      if (![...field.options].some((option) => option.value === text)) {
        field.add(new Option(text, text));
      }
      field.value = text;
    } else if (field.closest("td").classList.contains("kind-DAY")) {
      field.type = "date";
      field.value = day(text);
      if (field.value !== day(text)) {
        field.type = "text";
        field.value = text;
      }
    } else {
      field.value = text;
    }
    blank(field);
  };

  const fresh = (after, from) => {
    const row = from.cloneNode(true);
    const values = fields(from).map((field) => field.value);
    row.className = "fresh";
    row.querySelector("input[name=line]").value = "0";
    for (const left of row.querySelectorAll(".wrong, .ends")) {
      left.remove();
    }
    after.after(row);
    for (const [at, field] of fields(row).entries()) {
      put(field, values[at]);
    }
    return row;
  };

  const add = () => {
    const last = rows().at(-1);
    const row = fresh(last, last);
    for (const field of fields(row)) {
      put(field, "");
    }
    return row;
  };

  // As spreadsheets put it on the clipboard: tabs and line ends between cells, quotes around a cell that holds one of them.
  const cells = (block) => {
    const lines = [[]];
    let cell = "";
    let quoted = false;
    for (let at = 0; at < block.length; at++) {
      const c = block[at];
      if (quoted) {
        if (c === '"' && block[at + 1] === '"') {
          cell += '"';
          at++;
        } else if (c === '"') {
          quoted = false;
        } else {
          cell += c;
        }
      } else if (c === '"' && cell === "") {
        quoted = true;
      } else if (c === "\t" || c === "\n") {
        lines.at(-1).push(cell);
        cell = "";
        if (c === "\n") {
          lines.push([]);
        }
      } else if (c !== "\r") {
        cell += c;
      }
    }
    lines.at(-1).push(cell);
    if (lines.length > 1 && lines.at(-1).length === 1 && lines.at(-1)[0] === "") {
      lines.pop();
    }
    return lines;
  };

  form.addEventListener("paste", (event) => {
    const field = event.target.closest("tbody td select, tbody td input");
    const block = event.clipboardData.getData("text/plain");
    if (!field || (!/[\t\n]/.test(block) && field.matches("[type=text]"))) {
      return;
    }
    event.preventDefault();
    const lines = cells(block);
    const top = rows().indexOf(field.closest("tr"));
    const left = fields(field.closest("tr")).indexOf(field);
    if (top + lines.length > most) {
      tell(form.dataset.full);
      return;
    }
    let wide = 0;
    for (const [down, line] of lines.entries()) {
      const row = rows()[top + down] ?? add();
      const into = fields(row).slice(left);
      for (const [at, text] of line.slice(0, into.length).entries()) {
        put(into[at], text.replace(/\s*\n\s*/g, " ").trim());
      }
      wide = Math.max(wide, Math.min(line.length, into.length));
    }
    renumber();
    tell(form.dataset.pasted, lines.length, wide);
    field.focus();
  });

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-act]");
    if (!button || rows().length === 0) {
      return;
    }
    const row = button.closest("tr");
    const act = button.dataset.act;
    if (act !== "remove" && rows().length >= most) {
      event.preventDefault();
      tell(form.dataset.full);
      return;
    }
    if (act === "remove" && rows().length === 1) {
      return; // without a row there is nothing to make another of; the server does it
    }
    event.preventDefault();
    if (act === "remove") {
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      tell(form.dataset.removed);
      next.querySelector("button[data-act=remove]").focus();
    } else {
      const made = act === "copy" ? fresh(row, row) : add();
      tell(form.dataset.added);
      fields(made)[0].focus();
    }
    renumber();
  });

  form.addEventListener("keydown", (event) => {
    const field = event.target.closest("tbody td input");
    if (event.key !== "Enter" || !field || event.isComposing) {
      return;
    }
    event.preventDefault();
    const at = fields(field.closest("tr")).indexOf(field);
    const next = rows()[rows().indexOf(field.closest("tr")) + (event.shiftKey ? -1 : 1)];
    if (next) {
      fields(next)[at].focus();
    }
  });
}
