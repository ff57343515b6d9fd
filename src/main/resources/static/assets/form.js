// The drop zone: dropped files go into the form's own file field, so that submitting works the same without this script.
const zone = document.getElementById("drop");
const field = document.getElementById("files");
const chosen = document.getElementById("chosen");

if (zone && field) {
  zone.classList.add("scripted");
  const megabyte = 1024 * 1024;
  const size = (bytes) => (bytes < megabyte ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / megabyte).toFixed(1)} MB`);
  const show = () => {
    const files = [...field.files];
    chosen.hidden = files.length === 0;
    chosen.querySelector("ul").replaceChildren(
      ...files.map((file) => {
        const line = document.createElement("li");
        line.textContent = `${file.name} (${size(file.size)})`;
        return line;
      }),
    );
    const limits = zone.dataset;
    const all = files.reduce((sum, file) => sum + file.size, 0);
    const tooLarge = all > limits.all * megabyte || files.some((file) => file.size > limits.each * megabyte);
    field.setCustomValidity(files.length > limits.files ? limits.tooMany : tooLarge ? limits.tooLarge : "");
    if (files.length > 0) {
      field.reportValidity();
    }
  };
  field.addEventListener("change", show);
  document.getElementById("unchoose").addEventListener("click", () => {
    field.value = "";
    show();
    field.focus();
  });
  for (const kind of ["dragenter", "dragover"]) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files.length > 0) {
      // What is dropped later comes along; the same name again takes the place of the first.
      const together = new DataTransfer();
      const names = new Set([...event.dataTransfer.files].map((file) => file.name));
      for (const file of [...field.files].filter((file) => !names.has(file.name))) {
        together.items.add(file);
      }
      for (const file of event.dataTransfer.files) {
        together.items.add(file);
      }
      field.files = together.files;
      show();
    }
  });
  // A file that misses the zone would replace the page.
  for (const kind of ["dragover", "drop"]) {
    document.addEventListener(kind, (event) => event.preventDefault());
  }
  show();
}

// Pasted boundary points are read by the server before the files go: a form that comes back has lost its files.
const points = document.getElementById("boundaryPoints");
if (points && field) {
  const said = document.getElementById("points-said");
  const form = points.form;
  let good = null;
  const pasted = () => points.value.trim() !== "";
  points.addEventListener("input", () => {
    field.required = !pasted();
  });
  field.required = !pasted();
  form.addEventListener("submit", async (event) => {
    if (!pasted() || good === points.value) {
      return;
    }
    event.preventDefault();
    const text = points.value;
    const answer = await fetch(points.dataset.check, {
      method: "POST",
      body: new URLSearchParams({ boundaryPoints: text }),
    }).catch(() => null);
    said.innerHTML = answer && answer.ok ? await answer.text() : "";
    const wrong = said.querySelector("li") !== null;
    points.setAttribute("aria-invalid", String(wrong));
    if (wrong) {
      points.focus();
      return;
    }
    good = text; // where it could not be asked, the server says it with the form
    form.requestSubmit();
  });
}
