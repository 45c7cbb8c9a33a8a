"use strict";
// The page of a review. Text from articles only ever becomes text nodes; the content security policy forbids the rest.
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("batch").textContent);
  const PIECE = /\s+|[\p{L}\p{M}\p{N}_]+|[^\s]/gu;
  const LONGEST = 400; // pieces; longer texts are shown whole, not compared word by word
  const STATES = ["open", "accepted", "rejected", "edited"];
  const KINDS = { safe: "Safe", unsafe: "Suggested", display: "To look at" };

  const entries = []; // every change of the batch, in order
  data.files.forEach((file, fileIndex) => {
    file.first = entries.length;
    file.decisions.forEach((decision) => {
      decision.state ??= "open"; // the file leaves out what is as ever
      const { state, text = null, who = null, when = null, comment = null } = decision;
      Object.defineProperty(decision, "initial", { value: [state, text, who, when, comment] }); // not downloaded
    });
    file.decisions.forEach((decision, index) => entries.push({ file, fileIndex, index, decision }));
    file.last = entries.length;
  });

  const undoable = [];
  let current = -1;
  let shownFile = null;
  let view = "inline";
  let singleKeys = true;
  let spans = new Map(); // entry → its elements in the article

  // ---- small helpers

  function make(tag, options = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(options)) {
      if (name === "class") element.className = value;
      else if (name === "text") element.textContent = value;
      else if (name === "on") element.addEventListener("click", value);
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  const visible = (text) => {
    const shown = text.replace(/\r\n|\n|\r/g, "⏎");
    return shown.trim() ? shown : shown.replace(/ /g, "·");
  };

  function storage(action) {
    try {
      return action(window.localStorage);
    } catch {
      notice("This browser keeps nothing: download your decisions before you close the page.");
      return null;
    }
  }

  const notice = (text) => { byId("notice").textContent = text; };
  const announce = (text) => { byId("live").textContent = text; };

  // ---- decisions

  const firstText = (d) => (d.replacements.length ? d.replacements[0] : d.original);
  const proposed = (d) => (d.text ?? firstText(d));
  const isMade = (d) => d.state === "accepted" || d.state === "edited" || (d.state === "open" && d.applied);
  const isSeen = (d) => (d.state ?? "open") !== "open" || Boolean(d.comment);

  const fileKey = (file) => `cleanup:${data.id}:${data.files.indexOf(file)}`;

  // Decisions are kept twice: localStorage is there at once when the page opens, but a browser that is killed may lose
  // its last seconds; the database is slower to open and is on the disk before a transaction ends.
  let database = null;
  const SAID = ["state", "text", "who", "when", "comment"];

  function keep(file) {
    const kept = {};
    for (const d of file.decisions) {
      if (isSeen(d) || d.when) kept[d.fingerprint] = SAID.map((name) => d[name] ?? null);
    }
    file.keptAt = Date.now();
    const text = JSON.stringify({ kept, strays: file.strays, at: file.keptAt });
    storage((s) => s.setItem(fileKey(file), text));
    if (database) {
      database.transaction("kept", "readwrite", { durability: "strict" }).objectStore("kept").put(text, fileKey(file));
    }
  }

  function restore(file, text) {
    // What was kept of a file, unless it was decided later than that (in a decisions file that `fix` found).
    if (!text) return;
    const { kept, strays, at } = JSON.parse(text);
    file.strays = strays;
    file.keptAt = at;
    for (const d of file.decisions) {
      const found = kept[d.fingerprint] || d.initial;
      const [since, when] = [d.initial, found].map((said) => said[SAID.indexOf("when")] || "");
      if (found === d.initial || when >= since) {
        SAID.forEach((name, n) => { d[name] = found[n]; });
      }
    }
  }

  function openDatabase() {
    return new Promise((resolve, reject) => {
      const request = window.indexedDB.open("cleanup", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("kept");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  async function restoreKilled() {
    // Take from the database what localStorage lost; a file decided on in the meantime stays as it is.
    const atStart = new Map(data.files.map((file) => [file, file.keptAt]));
    try {
      database = await openDatabase();
    } catch {
      return; // localStorage has to do
    }
    const store = database.transaction("kept").objectStore("kept");
    for (const file of data.files) {
      store.get(fileKey(file)).onsuccess = (event) => {
        const text = event.target.result;
        if (!text || file.keptAt !== atStart.get(file) || JSON.parse(text).at <= (file.keptAt || 0)) return;
        restore(file, text);
        repaint(file);
        if (!undoable.length && current >= 0 && entries[current].decision.state !== "open") goOn("Earlier decisions are back");
      };
    }
    data.files.filter((file) => file.keptAt !== atStart.get(file)).forEach(keep); // decided before it was open
  }

  function repaint(file) {
    paintFile(file);
    if (file === shownFile) for (const entry of spans.keys()) paint(entry);
    paintProgress();
    showCard();
  }

  function change(list, step, message) {
    // `list` holds [entry, values]; they are one step for undo.
    undoable.push(list.map(([entry]) => [entry, { ...entry.decision }, current]));
    for (const [entry, values] of list) {
      Object.assign(entry.decision, values, { who: byId("who").value.trim() || null, when: now() });
    }
    settle(list.map(([entry]) => entry));
    if (step) goOn(message);
    else { showCard(); announce(message); }
  }

  const now = () => `${new Date().toISOString().slice(0, 19)}+00:00`;

  function settle(changed) {
    for (const file of new Set(changed.map((entry) => entry.file))) {
      keep(file);
      paintFile(file);
    }
    for (const entry of changed) paint(entry);
    paintProgress();
  }

  function decide(state, text = null) {
    if (current < 0) return;
    const said = { accepted: "Accepted", rejected: "Rejected", edited: "Your text is in" };
    change([[entries[current], { state, text }]], true, said[state]);
  }

  function decideMany(test, state) {
    if (current < 0) return;
    const { file } = entries[current];
    const list = entries.slice(file.first, file.last).filter((e) => e.decision.state === "open" && matches(e) && test(e));
    if (!list.length) return announce("Nothing is open there"); // a filter holds for these keys too
    change(list.map((entry) => [entry, { state, text: null }]), true, `${list.length} ${state}`);
  }

  function undo() {
    const step = undoable.pop();
    if (!step) return announce("Nothing to undo");
    for (const [entry, before] of step) {
      for (const name of ["state", "text", "who", "when", "comment"]) entry.decision[name] = before[name] ?? null;
    }
    settle(step.map(([entry]) => entry));
    select(step[0][2] < 0 ? entries.indexOf(step[0][0]) : step[0][2], "Undone. ");
  }

  // ---- filters and moving

  const filters = { state: "", applicability: "", category: "", rule: "", search: "" };

  function matches({ decision: d }) {
    return (
      (!filters.state || d.state === filters.state) &&
      (!filters.applicability || d.applicability === filters.applicability) &&
      (!filters.category || d.category === filters.category) &&
      (!filters.rule || d.rules.includes(filters.rule)) &&
      (!filters.search || haystack(d).includes(filters.search))
    );
  }

  const haystack = (d) =>
    [d.original, ...d.replacements, d.text ?? "", d.message, d.comment ?? "", ...d.rules].join("\n").toLowerCase();

  function seek(from, step, test) {
    // The next change in that direction that passes the test, around the end; -1 where there is none.
    for (let n = 1; n <= entries.length; n += 1) {
      const at = (from + step * n + entries.length * 2) % entries.length;
      if (test(entries[at])) return at;
    }
    return -1;
  }

  function goOn(message) {
    const next = seek(current, 1, (entry) => entry.decision.state === "open" && matches(entry));
    if (next >= 0) return select(next, `${message}. `);
    select(current);
    return announce(`${message}. Nothing open is left${isFiltered() ? " under this filter" : ""}`);
  }

  function move(step) {
    const next = seek(current < 0 && step < 0 ? 0 : current, step, matches);
    if (next < 0) announce("No change matches the filter");
    else select(next);
  }

  function moveFile(step) {
    const count = data.files.length;
    const at = data.files.indexOf(shownFile);
    openFile(data.files[(at + step + count) % count]);
  }

  function openFile(file) {
    const own = entries.slice(file.first, file.last);
    const entry = own.find((e) => e.decision.state === "open" && matches(e)) || own.find(matches) || own[0];
    if (entry) select(entries.indexOf(entry));
    else {
      current = -1;
      showArticle(file);
      showCard();
    }
  }

  const isFiltered = () => Object.values(filters).some(Boolean);

  function select(at, message = "") {
    const before = entries[current];
    current = at;
    const entry = entries[at];
    closeEditor();
    if (shownFile !== entry.file) showArticle(entry.file);
    else if (before) paint(before);
    paint(entry);
    showCard();
    const [target] = spans.get(entry).slice(-1);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
    announce(message + describe(entry));
  }

  function describe({ decision: d, file, index }) {
    const what = d.replacements.length ? `“${visible(d.original)}” becomes “${visible(proposed(d))}”` : `“${visible(d.original)}”`;
    return `Change ${index + 1} of ${file.decisions.length}, ${d.state}: ${what}. ${d.message}`;
  }

  // ---- words

  function wordDiff(before, after) {
    // [kind, text] with kind "=", "-" or "+": the longest common run of words, by the usual table.
    const left = before.match(PIECE) || [];
    const right = after.match(PIECE) || [];
    if (left.length + right.length > LONGEST) return [["-", before], ["+", after]];
    const width = right.length + 1;
    const table = new Uint16Array((left.length + 1) * width);
    for (let i = left.length - 1; i >= 0; i -= 1) {
      for (let j = right.length - 1; j >= 0; j -= 1) {
        table[i * width + j] = left[i] === right[j]
          ? table[(i + 1) * width + j + 1] + 1
          : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
      }
    }
    const parts = [];
    const add = (kind, text) => {
      const last = parts[parts.length - 1];
      if (last && last[0] === kind) last[1] += text;
      else parts.push([kind, text]);
    };
    let i = 0;
    let j = 0;
    while (i < left.length || j < right.length) {
      if (i < left.length && j < right.length && left[i] === right[j]) {
        add("=", left[i]);
        i += 1;
        j += 1;
      } else if (i < left.length && (j === right.length || table[(i + 1) * width + j] >= table[i * width + j + 1])) {
        add("-", left[i]);
        i += 1;
      } else {
        add("+", right[j]);
        j += 1;
      }
    }
    return joined(parts);
  }

  function joined(parts) {
    // A lone space between two changed words belongs to the change: “the Schweiz” → “Switzerland and” reads in one go.
    const made = [];
    for (let n = 0; n < parts.length;) {
      if (parts[n][0] === "=") {
        made.push(parts[n]);
        n += 1;
        continue;
      }
      let [before, after] = ["", ""];
      for (; n < parts.length; n += 1) {
        const [kind, text] = parts[n];
        const isBridge = kind === "=" && !text.trim() && n + 1 < parts.length && before.trim() && after.trim();
        if (kind === "=" && !isBridge) break;
        if (kind !== "+") before += text;
        if (kind !== "-") after += text;
      }
      if (before) made.push(["-", before]);
      if (after) made.push(["+", after]);
    }
    return made;
  }

  const TAGS = { "-": "del", "+": "ins" };

  function wordNodes(before, after, kinds) {
    return wordDiff(before, after)
      .filter(([kind]) => kinds.includes(kind))
      .map(([kind, text]) => (kind === "=" ? document.createTextNode(text) : make(TAGS[kind], { text: visible(text) })));
  }

  // ---- the article

  function classOf(entry, side) {
    const { decision: d } = entry;
    const look = !d.replacements.length && d.state !== "edited";
    const kind = d.state === "open" ? (look ? "look" : d.applied ? "applied" : "suggested") : d.state;
    const marks = [entries[current] === entry ? "current" : "", matches(entry) ? "" : "dim", side];
    return ["change", kind, ...marks].filter(Boolean).join(" ");
  }

  function paint(entry) {
    const { decision: d } = entry;
    const isCurrent = entries[current] === entry;
    for (const span of spans.get(entry) || []) {
      const { side } = span.dataset;
      span.className = classOf(entry, side);
      const after = side === "after" && !isMade(d) ? d.original : proposed(d);
      const kinds = { before: "=-", after: "=+", both: "=-+" }[side];
      span.replaceChildren(...wordNodes(d.original, after, kinds));
      if (!span.textContent) span.textContent = side === "both" ? "" : "‸";
      if (side === "before") continue;
      span.setAttribute("aria-label", describe(entry));
      span.tabIndex = isCurrent ? 0 : -1;
      if (isCurrent) span.setAttribute("aria-current", "true");
      else span.removeAttribute("aria-current");
    }
  }

  function changeSpan(entry, side) {
    const role = side === "before" ? {} : { role: "button", tabindex: "-1" };
    const span = make("span", { "data-side": side, on: () => select(entries.indexOf(entry)), ...role });
    span.addEventListener("dblclick", openEditor);
    if (!spans.has(entry)) spans.set(entry, []);
    spans.get(entry).push(span);
    return span;
  }

  function showArticle(file) {
    const before = shownFile;
    shownFile = file;
    spans = new Map();
    const main = byId("article");
    main.className = view;
    const nodes = [make("h1", { text: file.path })];
    if (view === "side") nodes.push(make("div", { class: "heads" }, make("span", { text: "Original" }), make("span", { text: "As decided" })));
    for (const segment of file.segments) {
      if (segment.label) nodes.push(make("h2", { text: segment.label }));
      nodes.push(...rows(file, segment.pieces));
    }
    main.replaceChildren(...nodes);
    main.scrollTop = 0;
    for (const entry of spans.keys()) paint(entry);
    if (before && before !== file) paintFile(before);
    paintFile(file);
  }

  function rows(file, pieces) {
    const made = [];
    let columns = null;
    const start = () => {
      columns = view === "side" ? [make("p"), make("p")] : [make("div", { class: "row" })];
      made.push(view === "side" ? make("div", { class: "row" }, ...columns) : columns[0]);
    };
    for (const piece of pieces) {
      if (typeof piece === "number") {
        if (!columns) start();
        const entry = entries[file.first + piece];
        const sides = view === "side" ? ["before", "after"] : ["both"];
        sides.forEach((side, n) => columns[n].append(changeSpan(entry, side)));
        continue;
      }
      piece.split(/\r\n|\n|\r/).forEach((line, n) => {
        if (n) columns = null;
        if (!line || (!columns && !line.trim())) return;
        if (!columns) start();
        columns.forEach((column) => column.append(line));
      });
    }
    return made;
  }

  // ---- the card, the list of articles, the counter

  function showCard() {
    const entry = entries[current];
    for (const id of ["accept", "reject", "edit", "all", "rest", "comment"]) byId(id).disabled = !entry;
    byId("undo").disabled = !undoable.length;
    if (!entry) {
      for (const id of ["becomes", "facts", "choices"]) byId(id).replaceChildren();
      byId("place").textContent = entries.length ? "No change is selected" : "No changes";
      byId("reason").textContent = "";
      return;
    }
    const { decision: d, file, index } = entry;
    byId("place").textContent = `Change ${index + 1} of ${file.decisions.length} · line ${d.line}`;
    byId("becomes").replaceChildren(...wordNodes(d.original, d.replacements.length || d.text ? proposed(d) : d.original, "=-+"));
    byId("reason").textContent = d.message;
    byId("facts").replaceChildren(...facts(d).flatMap(([name, text]) => [make("dt", { text: name }), make("dd", { text })]));
    const several = d.replacements.length > 1;
    byId("choices").replaceChildren(
      ...(several ? d.replacements.slice(0, 9) : []).map((text, n) =>
        make("li", {}, make("button", { type: "button", on: () => decide("accepted", n ? text : null) },
          make("kbd", { text: String(n + 1) }), make("span", { text: visible(text) || "(nothing)" })))),
    );
    byId("accept").setAttribute("aria-pressed", String(d.state === "accepted"));
    byId("reject").setAttribute("aria-pressed", String(d.state === "rejected"));
    byId("edit").setAttribute("aria-pressed", String(d.state === "edited"));
    byId("comment").value = d.comment ?? "";
  }

  function facts(d) {
    const list = [
      ["Rule", d.rules.join(", ")],
      ["Category", d.category],
      ["Kind", `${KINDS[d.applicability]}${d.applied ? ", made unless rejected" : d.replacements.length ? ", made only if accepted" : ""}`],
      ["Confidence", `${Math.round(d.confidence * 100)} %`],
    ];
    if (d.state !== "open") list.push(["Decided", [d.state, d.who, (d.when || "").slice(0, 16).replace("T", " ")].filter(Boolean).join(" · ")]);
    return list;
  }

  const rowOf = new Map();

  function listFiles() {
    for (const file of data.files) {
      const name = make("span", { class: "name", text: file.path.split(/[\\/]/).pop(), title: file.path });
      const done = make("span", { class: "done" });
      const row = make("button", { type: "button", on: () => openFile(file) }, name, done);
      rowOf.set(file, { row, done });
      byId("files").append(make("li", {}, row));
      paintFile(file);
    }
  }

  function paintFile(file) {
    const { row, done } = rowOf.get(file);
    const decided = file.decisions.filter((d) => d.state !== "open").length;
    done.textContent = `${decided}/${file.decisions.length}`;
    row.classList.toggle("finished", decided === file.decisions.length);
    row.setAttribute("aria-label", `${file.path}, ${decided} of ${file.decisions.length} decided`);
    if (file === shownFile) {
      row.setAttribute("aria-current", "true");
      row.scrollIntoView({ block: "nearest" });
    } else row.removeAttribute("aria-current");
  }

  function paintProgress() {
    const decided = entries.filter((entry) => entry.decision.state !== "open").length;
    byId("progress").max = entries.length || 1;
    byId("progress").value = decided;
    const shown = isFiltered() ? ` · ${entries.filter(matches).length} match` : "";
    byId("count").textContent = `${decided} of ${entries.length} decided${shown}`;
    document.title = `${decided}/${entries.length} · Review`;
    byId("undo").disabled = !undoable.length;
  }

  // ---- own text and comment

  function openEditor() {
    if (current < 0) return;
    const { decision: d } = entries[current];
    byId("editor").hidden = false;
    byId("own").value = proposed(d);
    byId("own").focus();
    byId("own").select();
  }

  function closeEditor() {
    byId("editor").hidden = true;
  }

  byId("own").addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      closeEditor();
      select(current);
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      decide("edited", byId("own").value);
      closeEditor();
    }
  });

  byId("comment").addEventListener("change", () => {
    if (current < 0) return;
    change([[entries[current], { comment: byId("comment").value.trim() || null }]], false, "Comment kept");
  });

  // ---- files in and out

  function download() {
    const clean = (d) => Object.fromEntries(Object.entries(d).filter(([, value]) => value !== null && value !== undefined));
    const files = data.files.map(({ path, sha256, text_field, encoding, decisions, lost, strays }) => ({
      path, sha256, text_field, encoding, decisions: decisions.map(clean), lost: [...(lost || []), ...strays].map(clean),
    })); // what is undefined is left out
    const text = `${JSON.stringify({ version: data.version, files: [...files, ...data.others] }, null, 1)}\n`;
    const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = make("a", { href: url, download: "decisions.json" });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    notice("Downloaded decisions.json");
  }

  async function load(file) {
    let batch;
    try {
      batch = JSON.parse(await file.text());
      if (!Array.isArray(batch.files) || batch.version !== data.version) throw new Error("another version");
      batch.files.forEach(check);
      notice(takeIn(batch));
    } catch (error) {
      notice(`${file.name} is not a decisions file of this version (${error.message}).`);
    }
  }

  function check(file, number) {
    // Throws where the program would not read a file: what is taken in is downloaded again.
    const place = `files[${number}]`;
    if (!Array.isArray(file.decisions)) throw new Error(`${place} has no decisions`);
    for (const [n, d] of [...file.decisions, ...(file.lost || [])].entries()) {
      if (!STATES.includes(d.state ?? "open")) throw new Error(`${place}.decisions[${n}].state cannot be “${d.state}”`);
      const wrong = ["text", "who", "when", "comment"].find((name) => typeof (d[name] ?? "") !== "string");
      if (wrong) throw new Error(`${place}.decisions[${n}].${wrong} is no text`);
    }
  }

  function takeIn(batch) {
    const list = [];
    let conflicts = 0;
    let strays = 0;
    for (const given of batch.files) {
      const file = data.files.find((f) => f.path === given.path) || data.files.find((f) => f.sha256 === given.sha256);
      const own = new Map(file ? entries.slice(file.first, file.last).map((e) => [e.decision.fingerprint, e]) : []);
      for (const d of [...given.decisions, ...(given.lost || [])].filter(isSeen)) {
        const entry = own.get(d.fingerprint);
        const values = { state: d.state ?? "open", text: d.text ?? null, comment: d.comment ?? null };
        if (!entry) {
          strays += 1;
          if (file && !file.strays.some((s) => s.fingerprint === d.fingerprint)) file.strays.push(d);
        } else if (entry.decision.state === "open") list.push([entry, values, d]);
        else if (values.state === "open") continue;
        else if (entry.decision.state !== values.state || proposed(entry.decision) !== proposed({ ...entry.decision, ...values })) conflicts += 1;
      }
    }
    const loaded = `${list.length} ${list.length === 1 ? "decision" : "decisions"} loaded`;
    if (list.length) change(list, false, loaded);
    for (const [entry, , d] of list) Object.assign(entry.decision, { who: d.who ?? null, when: d.when ?? null });
    for (const file of data.files) keep(file);
    showCard();
    const said = [loaded];
    if (conflicts) said.push(`${conflicts} unlike yours, which hold`);
    if (strays) said.push(`${strays} without a change here, kept in the download`);
    return said.join("; ");
  }

  // ---- keys, buttons, filters

  const KEYS = {
    y: () => decide("accepted"),
    n: () => decide("rejected"),
    e: openEditor,
    a: () => decideMany((entry) => entry.decision.rules.join() === entries[current].decision.rules.join(), "accepted"),
    d: () => decideMany(() => true, "rejected"),
    u: undo,
    j: () => move(1),
    k: () => move(-1),
    "]": () => moveFile(1),
    "[": () => moveFile(-1),
    c: () => byId("comment").focus(),
    v: () => setView(view === "side" ? "inline" : "side"),
    "/": () => byId("search").focus(),
    "?": () => byId("help").showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
    if (event.target.closest("input, textarea, select")) {
      if (event.key === "Escape") {
        event.target.blur(); // a comment is kept when its field is left
        focusCurrent();
      }
      return;
    }
    if (event.key === "Enter" && event.target.matches(".change")) openEditor();
    else if (singleKeys && KEYS[event.key]) KEYS[event.key]();
    else if (singleKeys && /^[1-9]$/.test(event.key) && current >= 0) choose(Number(event.key) - 1);
    else return;
    event.preventDefault();
  });

  function choose(n) {
    const { replacements } = entries[current].decision;
    if (n < replacements.length) decide("accepted", n ? replacements[n] : null);
  }

  function focusCurrent() {
    if (current >= 0) select(current);
    else byId("article").focus();
  }

  function setView(name) {
    view = name;
    byId("view-inline").setAttribute("aria-pressed", String(name === "inline"));
    byId("view-side").setAttribute("aria-pressed", String(name === "side"));
    storage((s) => s.setItem("cleanup:view", name));
    if (!shownFile) return;
    showArticle(shownFile);
    focusCurrent();
  }

  function setTheme(name) {
    document.documentElement.dataset.theme = name;
    byId("theme").setAttribute("aria-pressed", String(name === "dark"));
  }

  function fillFilters() {
    const count = (values) => {
      const met = new Map();
      for (const value of values) met.set(value, (met.get(value) || 0) + 1);
      return [...met].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    };
    const fill = (name, all, options) => {
      const select_ = byId(`by-${name}`);
      select_.append(make("option", { value: "", text: all }), ...options.map(([value, text]) => make("option", { value, text })));
      select_.addEventListener("change", () => filterBy(name, select_.value));
    };
    const counted = (pairs) => pairs.map(([value, n]) => [value, `${value} (${n})`]);
    fill("state", "Decision", STATES.map((state) => [state, state[0].toUpperCase() + state.slice(1)]));
    fill("applicability", "Kind", Object.entries(KINDS));
    fill("category", "Category", counted(count(entries.map((e) => e.decision.category))));
    fill("rule", "Rule", counted(count(entries.flatMap((e) => e.decision.rules))));
  }

  function filterBy(name, value) {
    filters[name] = value;
    for (const entry of spans.keys()) paint(entry);
    paintProgress();
  }

  function wire() {
    const click = { accept: KEYS.y, reject: KEYS.n, edit: openEditor, all: KEYS.a, rest: KEYS.d, undo, download };
    for (const [id, action] of Object.entries(click)) byId(id).addEventListener("click", action);
    byId("view-inline").addEventListener("click", () => setView("inline"));
    byId("view-side").addEventListener("click", () => setView("side"));
    byId("help-open").addEventListener("click", KEYS["?"]);
    byId("keys").addEventListener("change", () => { singleKeys = byId("keys").checked; });
    byId("load").addEventListener("click", () => byId("file").click());
    byId("file").addEventListener("change", () => {
      if (byId("file").files[0]) load(byId("file").files[0]);
      byId("file").value = "";
    });
    byId("theme").addEventListener("click", () => {
      const name = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
      setTheme(name);
      storage((s) => s.setItem("cleanup:theme", name));
    });
    byId("who").addEventListener("change", () => storage((s) => s.setItem("cleanup:who", byId("who").value)));
    byId("search").addEventListener("input", () => filterBy("search", byId("search").value.toLowerCase()));
    byId("filters").addEventListener("submit", (event) => {
      event.preventDefault();
      const next = seek(current - 1, 1, matches);
      if (next >= 0) select(next);
    });
    window.addEventListener("storage", (event) => {
      // Another tab with the same page decided something.
      const file = data.files.find((f) => fileKey(f) === event.key);
      if (!file || event.newValue === null) return;
      restore(file, event.newValue);
      repaint(file);
    });
  }

  function begin() {
    const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
    setTheme(storage((s) => s.getItem("cleanup:theme")) || (dark ? "dark" : "light"));
    byId("who").value = storage((s) => s.getItem("cleanup:who")) || "";
    data.files.forEach((file) => restore(file, storage((s) => s.getItem(fileKey(file)))));
    fillFilters();
    listFiles();
    wire();
    setView(storage((s) => s.getItem("cleanup:view")) === "side" ? "side" : "inline");
    paintProgress();
    const first = seek(-1, 1, (entry) => entry.decision.state === "open");
    if (entries.length) select(first < 0 ? 0 : first);
    else if (data.files.length) openFile(data.files[0]);
    else byId("article").append(make("p", { class: "empty", text: "No articles." }));
    performance.mark("ready");
    restoreKilled();
  }

  begin();
})();
