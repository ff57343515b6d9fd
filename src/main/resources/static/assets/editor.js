// The editor of files of a draft and of templates. Without this script the text area is the editor and the server says what is wrong when it is sent.
const form = document.getElementById("editor");
const area = document.getElementById("text");

if (form && area && window.CodeMirror) {
  const { CodeMirror } = window;
  const words = form.dataset;
  const completes = words.complete !== undefined;
  const path = form.elements.path.value;
  const said = document.getElementById("said");
  const offerButton = document.getElementById("offer");
  const NOTES = 20; // more notes between the lines would hide the lines
  const FIRST = 300; // lines that are drawn whole, so that a screen reader has them all
  const TYPING = 350; // ms

  CodeMirror.defineSimpleMode("redline-drl", {
    start: [
      { regex: /\/\/.*/, token: "comment" },
      { regex: /"[^"]*"?/, token: "string" },
      { regex: /\b(?:rule|when|then|end|not|exists|or|and|in|require|exempt|ask|note)\b/, token: "keyword" },
      { regex: /\$[\w\u3400-\u9fff$]+/, token: "variable" },
      { regex: /\b[A-Z][A-Za-z0-9_]*\b/, token: "atom" },
      { regex: /[a-z_][\w]*/ },
    ],
  });
  CodeMirror.defineSimpleMode("redline-sentences", {
    start: [
      { regex: /\/\/.*/, token: "comment" },
      { regex: /“[^”]*”?/, token: "string" },
      { regex: /「[^」]*」?/, token: "variable" },
      { regex: /〔[^〕]*〕?/, token: "atom" },
      { regex: /(?:规则|当|则|完)\s*(?=“|$)/, token: "keyword", sol: true },
      { regex: /没有|存在|或者|并且|并非|记为|不属于|属于|不小于|不大于|小于|大于|合计不小于|等于|要求|免除|核定|附注/, token: "keyword" },
    ],
  });

  const modeOf = (view) => {
    if (completes) {
      return view === "sentences" ? "redline-sentences" : "redline-drl";
    }
    const ending = path.slice(path.lastIndexOf(".") + 1);
    return { yaml: "yaml", html: { name: "xml", htmlMode: true }, css: "css", properties: "properties" }[ending] ?? null;
  };
  const view = () => form.elements.view.value;

  const editor = CodeMirror.fromTextArea(area, {
    theme: "redline",
    mode: modeOf(view()),
    inputStyle: "contenteditable", // screen readers and input methods see the lines themselves
    lineNumbers: true,
    lineWrapping: !path.endsWith(".csv"),
    gutters: ["faults", "CodeMirror-linenumbers"],
    indentUnit: 2,
    smartIndent: false,
    spellcheck: false,
    viewportMargin: area.value.split("\n").length > FIRST ? 10 : Infinity,
    screenReaderLabel: document.getElementById("text-label").textContent,
  });
  form.classList.add("scripted");
  const input = editor.getInputField();
  input.setAttribute("role", "textbox");
  input.setAttribute("aria-multiline", "true");
  input.setAttribute("aria-describedby", "keys");

  const begin = Number(new URLSearchParams(location.search).get("line") ?? 0);
  if (begin > 0) {
    editor.setCursor(begin - 1, 0);
    editor.focus();
  }

  // Tab indents; after Escape it goes on to what follows, so that nobody is caught.
  const leaving = { Tab: false, "Shift-Tab": false };
  editor.addKeyMap({
    Tab: (cm) => cm.replaceSelection("  "),
    "Shift-Tab": (cm) => cm.indentSelection("subtract"),
    Esc: (cm) => cm.addKeyMap(leaving, false),
    "Ctrl-Space": () => offer(true),
    "Alt-/": () => offer(true),
  });
  editor.on("blur", () => editor.removeKeyMap(leaving));
  editor.on("change", () => editor.removeKeyMap(leaving));

  // Text of an input method reaches the editor a moment after it stands in the page; a key that comes sooner would undo it.
  const settle = () => {
    const waits = editor.display.input;
    if (waits.readDOMTimeout && !(waits.composing && !waits.composing.done)) {
      clearTimeout(waits.readDOMTimeout);
      waits.readDOMTimeout = null;
      waits.composing = null;
      waits.updateFromDOM();
    }
  };
  editor.on("keydown", settle);
  form.addEventListener("submit", () => {
    settle();
    editor.save();
  });

  const ask = async (address, more, signal) => {
    const body = new URLSearchParams(new FormData(form));
    Object.entries(more).forEach(([name, value]) => body.set(name, value));
    const answer = await fetch(address, { method: "POST", body, signal, headers: { Accept: "application/json" } });
    if (!answer.ok) {
      throw new Error(`status ${answer.status}`);
    }
    return answer.json();
  };

  // What is wrong: at its line, and in the list below.
  let marks = [];
  let shown = "";
  const mark = (faults) => {
    editor.operation(() => {
      marks.forEach((undo) => undo());
      editor.clearGutter("faults");
      marks = [];
      faults
        .filter((fault) => fault.line > 0)
        .slice(0, NOTES)
        .forEach((fault) => {
          const at = Math.min(fault.line, editor.lineCount()) - 1;
          const sign = document.createElement("span");
          sign.className = "fault-mark";
          sign.textContent = "✕";
          editor.setGutterMarker(at, "faults", sign);
          const line = editor.addLineClass(at, "background", "fault-line");
          const note = document.createElement("div");
          note.className = "fault-note";
          const what = document.createElement("b");
          what.textContent = fault.what;
          note.append(what, ` → ${fault.remedy}`);
          const widget = editor.addLineWidget(at, note, { coverGutter: false });
          marks.push(() => {
            editor.removeLineClass(line, "background", "fault-line");
            widget.clear();
          });
        });
    });
  };
  const list = (faults, note) => {
    const sentence = note ?? (faults.length === 0 ? words.none : words.some.replace("{0}", faults.length));
    const now = JSON.stringify([sentence, faults]);
    if (now === shown) {
      return; // said once is enough
    }
    shown = now;
    const head = document.createElement("p");
    head.textContent = sentence;
    const lines = document.createElement("ol");
    lines.id = "faults";
    faults.forEach((fault) => {
      const line = document.createElement("li");
      if (fault.line > 0) {
        const link = document.createElement("a");
        link.href = "#text";
        link.dataset.line = fault.line;
        link.textContent = words.line.replace("{0}", fault.line);
        line.append(link, " ");
      }
      const what = document.createElement("b");
      what.textContent = fault.what;
      line.append(what, ` → ${fault.remedy}`);
      lines.append(line);
    });
    said.replaceChildren(head, ...(faults.length === 0 ? [] : [lines]));
    input.setAttribute("aria-invalid", String(faults.length > 0));
  };
  const show = (faults, note) => {
    mark(faults);
    list(faults, note);
  };
  form.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-line]");
    if (link) {
      event.preventDefault();
      editor.setCursor(Number(link.dataset.line) - 1, 0);
      editor.scrollIntoView(null, 80);
      editor.focus();
    }
  });

  let checking = null;
  let waiting = null;
  const check = async () => {
    checking?.abort();
    checking = new AbortController();
    try {
      const answer = await ask(words.check, { text: editor.getValue(), to: "" }, checking.signal);
      show(answer.faults);
      if (answer.faults.length === 0) {
        editor.save();
        form.dispatchEvent(new Event("fit")); // who shows what the text makes may look now
      }
    } catch (broken) {
      if (broken.name !== "AbortError") {
        show([], words.unasked);
      }
    }
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, TYPING);
  };
  let kept = editor.getValue();
  editor.on("change", soon);

  // The same rule in its other form; its lines stay the same, so the cursor stays in its line.
  const turn = async (to) => {
    clearTimeout(waiting);
    checking?.abort();
    const text = editor.getValue();
    let answer;
    try {
      answer = await ask(words.check, { text, to });
    } catch {
      show([], words.unasked);
      return;
    }
    if (answer.text === null) {
      show(answer.faults, words.unturned);
      return;
    }
    if (to === "sentences") {
      form.elements.from.value = text;
    }
    const unchanged = text === kept;
    form.elements.view.value = to;
    const { line } = editor.getCursor();
    editor.off("change", soon);
    editor.setOption("mode", modeOf(to));
    editor.setValue(answer.text);
    editor.clearHistory();
    editor.setCursor(line, 0);
    editor.on("change", soon);
    kept = unchanged ? answer.text : kept;
    tabs.forEach((tab) => select(tab, tab.value === to));
    document.getElementById("written").setAttribute("aria-labelledby", `tab-${to}`);
    show(answer.faults, answer.faults.length === 0 ? words[to === "drl" ? "turnedDrl" : "turnedSentences"] : undefined);
  };
  const tabs = [...form.querySelectorAll("[role=tab]")];
  const select = (tab, selected) => {
    tab.setAttribute("aria-selected", String(selected));
    tab.tabIndex = selected ? 0 : -1;
  };
  tabs.forEach((tab) => {
    select(tab, tab.getAttribute("aria-selected") === "true");
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      if (tab.value !== view()) {
        turn(tab.value);
      }
    });
    tab.addEventListener("keydown", (event) => {
      if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
        event.preventDefault();
        const other = tabs.find((each) => each !== tab);
        other.focus();
        turn(other.value);
      }
    });
  });

  // What may come next, of the word that was begun or at the cursor.
  const offers = async (cm, asked) => {
    const cursor = cm.getCursor();
    const before = cm.getRange({ line: 0, ch: 0 }, cursor);
    const found = await ask(words.complete, { before, text: "", to: "" });
    const typed = (one) => cm.getRange({ line: cursor.line, ch: one.from }, cursor);
    return found
      .filter((one) => asked || (one.word !== typed(one) && typed(one) !== ""))
      .map((one) => ({
        text: one.word,
        from: { line: cursor.line, ch: one.from },
        to: cursor,
        render: (element) => {
          const what = document.createElement("span");
          what.className = "what";
          what.textContent = one.what === one.word ? "" : one.what;
          element.append(one.word, what);
        },
      }));
  };
  const offer = (asked) => {
    if (!completes) {
      return;
    }
    editor.showHint({
      completeSingle: false,
      closeCharacters: /[;；。]/,
      hint: async (cm) => {
        try {
          const cursor = cm.getCursor();
          const found = { list: await offers(cm, asked), from: cursor, to: cursor };
          CodeMirror.on(found, "shown", () => {
            const shownList = document.getElementById(input.getAttribute("aria-owns"));
            shownList?.setAttribute("aria-label", words.offers);
            // the editor keeps the focus, so that what is typed right after a click is not lost
            shownList?.addEventListener("mousedown", (event) => event.target.closest("li") && event.preventDefault());
          });
          return found;
        } catch {
          return null;
        }
      },
    });
  };
  if (offerButton) {
    offerButton.hidden = false;
    offerButton.addEventListener("click", () => {
      editor.focus();
      offer(true);
    });
  }
  let typing = null;
  editor.on("inputRead", (cm, change) => {
    clearTimeout(typing);
    const last = change.text[change.text.length - 1];
    if (completes && /[\w$\u3400-\u9fff“「〔："]$/.test(last) && !cm.state.completionActive) {
      typing = setTimeout(() => offer(false), TYPING / 2);
    }
  });

  // Leaving with something unsaid asks first.
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (event.submitter?.dataset.stays) {
      kept = editor.getValue(); // a file; the page stays
    } else {
      sent = true;
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (!sent && editor.getValue() !== kept) {
      event.preventDefault();
    }
  });
  check();
}
