// Pages of a case: a button that copies a field; files dropped into a form's own file field. Without this script text is selected by a
// click and files are chosen, the same forms are sent.
for (const field of document.querySelectorAll("[data-copy]")) {
  const { word, done, label } = field.dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy-button";
  button.textContent = word;
  button.setAttribute("aria-label", `${word} ${label}`);
  const select = () => {
    const range = document.createRange();
    range.selectNodeContents(field);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };
  button.addEventListener("click", async () => {
    select();
    try {
      await navigator.clipboard.writeText(field.textContent);
      button.textContent = done;
      setTimeout(() => (button.textContent = word), 2000);
    } catch {
      // Browsers copy only on pages that came by HTTPS; the text is selected, Ctrl+C does it.
      document.execCommand("copy");
    }
  });
  field.after(" ", button);
}

for (const zone of document.querySelectorAll("[data-drop]")) {
  const field = zone.querySelector("input[type=file]");
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
      field.files = event.dataTransfer.files;
      field.dispatchEvent(new Event("change"));
    }
  });
}
if (document.querySelector("[data-drop]")) {
  // A file that misses the zone would replace the page.
  for (const kind of ["dragover", "drop"]) {
    document.addEventListener(kind, (event) => event.preventDefault());
  }
}
