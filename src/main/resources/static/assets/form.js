// The drop zone: a dropped file goes into the form's own file field, so that submitting works the same without this script.
const zone = document.getElementById("drop");
const field = document.getElementById("scheme");
const chosen = document.getElementById("chosen");

if (zone && field) {
  zone.classList.add("scripted");
  const show = () => {
    const file = field.files[0];
    chosen.hidden = !file;
    chosen.textContent = file ? file.name : "";
  };
  field.addEventListener("change", show);
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
      show();
    }
  });
  // A file that misses the zone would replace the page.
  for (const kind of ["dragover", "drop"]) {
    document.addEventListener(kind, (event) => event.preventDefault());
  }
  show();
}
