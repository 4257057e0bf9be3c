(() => {
"use strict";
const plain = text => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "")
  .replaceAll("\uffed", "\u00b7").replaceAll("\u2581", "_");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const shared = new Map();

function start(figure) {
  const one = selector => figure.querySelector(selector);
  // Maps side by side share search, buttons and legend, and show each other's words.
  const around = figure.closest(".map-shared") || figure, control = selector => around.querySelector(selector);
  if (!shared.has(around)) shared.set(around, []);
  const others = shared.get(around);
  const canvas = one("canvas"), pen = canvas.getContext("2d"), said = one(".map-said");
  const range = one("input[type=range]"), moment = one("output"), search = control("input[type=search]");
  const named = (figure.dataset.named || "").split(" ").filter(Boolean).map(Number);
  const [sizeX, sizeY] = figure.dataset.size.split(" ").map(Number);
  const inkNames = figure.dataset.inks.split(" ");
  const words = one(".map-words").textContent.split("\n").map(line => {
    const part = line.split("\t");
    return {text: part[0], plain: plain(part[0]), group: Number(part[1]), about: part[2] || "", width: 0};
  });
  const frames = one(".map-frames").textContent.split("\n").map(line => {
    const tab = line.indexOf("\t");
    return {moment: line.slice(0, tab), places: Float32Array.from(line.slice(tab + 1).split(" "), Number)};
  });
  const count = words.length, hint = said.textContent;
  let at = frames.length - 1, wanted = at, places = frames[at].places;
  let zoom = 1, middleX = sizeX / 2, middleY = sizeY / 2;
  let width = 0, height = 0, inks = [], text = "", paper = "", grid = "", accent = "";
  let picked = -1, found = null, shownGroups = new Set(), asked = false, ticking = 0;
  const screenX = new Float32Array(count), screenY = new Float32Array(count);

  function colours() {
    const style = getComputedStyle(figure), ink = name => style.getPropertyValue("--" + name).trim();
    inks = inkNames.map(ink);
    text = ink("text"); paper = ink("paper"); grid = ink("grid"); accent = ink("second");
  }
  function fit() {
    const ratio = Math.min(window.devicePixelRatio || 1, 3);
    width = canvas.clientWidth;
    height = Math.round(Math.min(Math.max(width * 0.66, 300), Math.max(320, window.innerHeight * 0.78)));
    canvas.style.height = height + "px";
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw();
  }
  const later = () => { if (!asked) { asked = true; requestAnimationFrame(() => { asked = false; draw(); }); } };
  const scale = () => zoom * Math.min((width - 56) / sizeX, (height - 36) / sizeY);
  function blended() {
    const low = Math.floor(at), high = Math.ceil(at), share = at - low;
    if (share === 0) { places = frames[low].places; return; }
    const a = frames[low].places, b = frames[high].places, mixed = new Float32Array(2 * count);
    for (let i = 0; i < 2 * count; i++) mixed[i] = a[i] + share * (b[i] - a[i]);
    places = mixed;
  }
  const lit = i => (found === null || found.has(i)) && (shownGroups.size === 0 || shownGroups.has(words[i].group));

  function draw() {
    const size = scale(), many = count > 4000;
    pen.clearRect(0, 0, width, height);
    pen.fillStyle = paper; pen.fillRect(0, 0, width, height);
    for (let i = 0; i < count; i++) {
      screenX[i] = width / 2 + (places[2 * i] - middleX) * size;
      screenY[i] = height / 2 + (places[2 * i + 1] - middleY) * size;
    }
    const all = found === null && shownGroups.size === 0;
    const radius = (many ? 1.4 : width > 500 ? 2.3 : 1.7) * Math.min(2, Math.sqrt(zoom));
    for (const pass of all ? [true] : [false, true]) {
      pen.globalAlpha = pass ? (many ? 0.7 : 0.9) : 0.25;
      for (let i = count - 1; i >= 0; i--) {
        if (!all && lit(i) !== pass) continue;
        pen.fillStyle = inks[words[i].group];
        pen.beginPath();
        pen.arc(screenX[i], screenY[i], pass && found !== null ? radius + 2 : radius, 0, 7);
        pen.fill();
      }
    }
    pen.globalAlpha = 1;
    names();
  }
  function names() {
    const cells = new Map(), cell = 22, letters = width > 700 ? 12 : 11;
    const font = getComputedStyle(figure).fontFamily;
    pen.lineJoin = "round"; pen.textBaseline = "middle";
    const room = (x, y, w, h, take) => {
      for (let c = Math.floor(x / cell); c <= Math.floor((x + w) / cell); c++)
        for (let r = Math.floor(y / cell); r <= Math.floor((y + h) / cell); r++) {
          const key = c * 10000 + r, there = cells.get(key);
          if (take) { if (there) there.push([x, y, w, h]); else cells.set(key, [[x, y, w, h]]); }
          else if (there && there.some(o => o[0] < x + w && x < o[0] + o[2] && o[1] < y + h && y < o[1] + o[3])) return false;
        }
      return true;
    };
    const name = (i, must, strong = must) => {
      const x = screenX[i], y = screenY[i], word = words[i], big = must ? letters + 3 : letters;
      if (x < 0 || y < 0 || x > width || y > height) return;
      if (!word.width) { pen.font = "10px " + font; word.width = pen.measureText(word.text).width / 10; }
      const w = word.width * big * (strong ? 1.08 : 1) + 2, h = big + 1;
      for (const [left, top] of [[x + 4, y - h / 2], [x - 4 - w, y - h / 2], [x - w / 2, y - h - 3], [x - w / 2, y + 3]]) {
        if (left < 0 || left + w > width || top < 0 || top + h > height || !room(left, top, w, h, false)) continue;
        room(left, top, w, h, true);
        pen.font = (strong ? "600 " : "") + big + "px " + font;
        pen.strokeStyle = paper; pen.lineWidth = 3; pen.globalAlpha = 0.8; pen.strokeText(word.text, left + 1, top + h / 2);
        pen.globalAlpha = 1; pen.fillStyle = text; pen.fillText(word.text, left + 1, top + h / 2);
        return;
      }
    };
    if (picked >= 0) {
      pen.beginPath(); pen.arc(screenX[picked], screenY[picked], 7, 0, 7);
      pen.strokeStyle = accent; pen.lineWidth = 2.5; pen.stroke();
      name(picked, true);
    }
    for (const i of named) if (i !== picked && lit(i) && (found === null || !found.has(i))) name(i, false, true);
    if (found !== null) for (const i of found) if (lit(i)) name(i, found.size > 25 ? false : true);
    const most = Math.round(width * height / 2600 * Math.min(3, zoom));
    let shown = 0;
    for (let i = 0; i < count && shown < 12 * most && cells.size < 40 * most; i++)
      if (i !== picked && lit(i) && !named.includes(i) && (found === null || !found.has(i))) { name(i, false); shown++; }
  }

  function pick(i) {
    show(i);
    for (const other of others) if (other !== follow) other(i);
  }
  function follow(i) { show(i); if (zoom > 1) keepInSight(); }
  function show(i) {
    picked = i;
    if (i < 0) { said.textContent = hint; later(); return; }
    const near = nearest(i, 5).map(j => words[j].text).join(", ");
    said.textContent = "";
    const strong = document.createElement("b");
    strong.textContent = words[i].text;
    said.append(strong, (words[i].about ? ": " + words[i].about : "") + (near ? "; nearest on this map: " + near : ""));
    later();
  }
  function nearest(i, most) {
    const far = j => (places[2 * j] - places[2 * i]) ** 2 + (places[2 * j + 1] - places[2 * i + 1]) ** 2;
    const best = [];
    for (let j = 0; j < count; j++) {
      if (j === i) continue;
      const d = far(j);
      if (best.length < most || d < best[best.length - 1][0]) {
        best.push([d, j]);
        best.sort((a, b) => a[0] - b[0]);
        if (best.length > most) best.pop();
      }
    }
    return best.map(pair => pair[1]);
  }
  function under(x, y, reach) {
    let best = -1, least = reach * reach;
    for (let i = 0; i < count; i++) {
      const d = (screenX[i] - x) ** 2 + (screenY[i] - y) ** 2;
      if (d < least && lit(i)) { least = d; best = i; }
    }
    return best;
  }
  function towards(dx, dy) {
    if (picked < 0) { pick(under(width / 2, height / 2, width + height)); return; }
    let best = -1, least = Infinity;
    for (let i = 0; i < count; i++) {
      const x = screenX[i] - screenX[picked], y = screenY[i] - screenY[picked];
      const along = x * dx + y * dy, aside = Math.abs(x * dy - y * dx);
      if (i === picked || !(along > aside) || !(along > 0.01) || !lit(i)) continue;
      const d = along + 2 * aside;
      if (d < least) { least = d; best = i; }
    }
    if (best >= 0) { pick(best); keepInSight(); }
  }
  function keepInSight() {
    if (picked < 0) return;
    const x = screenX[picked], y = screenY[picked];
    if (x < 20 || y < 20 || x > width - 20 || y > height - 20) {
      middleX = places[2 * picked]; middleY = places[2 * picked + 1]; later();
    }
  }
  function enlarge(factor, x, y) {
    const before = scale(), next = Math.min(60, Math.max(1, zoom * factor));
    const px = middleX + (x - width / 2) / before, py = middleY + (y - height / 2) / before;
    zoom = next;
    middleX = px - (x - width / 2) / scale(); middleY = py - (y - height / 2) / scale();
    if (zoom === 1) { middleX = sizeX / 2; middleY = sizeY / 2; }
    canvas.style.touchAction = zoom > 1 ? "none" : "pan-y";
    later();
  }
  const enlargeHere = factor => picked >= 0 ? enlarge(factor, screenX[picked], screenY[picked]) : enlarge(factor, width / 2, height / 2);
  function look() {
    const asks = search.value.split(/[\s,]+/).filter(Boolean).map(plain);
    if (asks.length === 0) { found = null; show(-1); return; }
    const exact = [], begins = [];
    words.forEach((word, i) => {
      if (asks.includes(word.plain)) exact.push(i);
      else if (asks.some(ask => word.plain.startsWith(ask))) begins.push(i);
    });
    found = new Set(exact.length >= asks.length ? exact : exact.concat(begins));
    const list = [...found];
    if (list.length === 1) { show(list[0]); keepInSight(); return; }
    picked = -1;
    said.textContent = list.length === 0 ? "No word here begins like that."
      : list.length + " words: " + list.slice(0, 12).map(i => words[i].text).join(", ") + (list.length > 12 ? " …" : "");
    later();
  }

  function go(to) {
    wanted = Math.min(frames.length - 1, Math.max(0, to));
    if (range) {
      range.value = wanted;
      moment.textContent = frames[wanted].moment;
      range.setAttribute("aria-valuetext", frames[wanted].moment);
    }
    if (calm.matches) { at = wanted; blended(); later(); return; }
    if (!ticking) ticking = requestAnimationFrame(glide);
  }
  let before = 0;
  function glide(now) {
    const passed = Math.min(50, before ? now - before : 16);
    before = now;
    const way = wanted - at, step = passed / 450 * Math.max(1, Math.abs(way));
    at = Math.abs(way) <= step ? wanted : at + Math.sign(way) * step;
    blended(); draw();
    ticking = at === wanted ? 0 : requestAnimationFrame(glide);
    if (!ticking) { before = 0; if (picked >= 0) pick(picked); }
  }
  let playing = 0;
  const play = one(".map-play");
  function stop() { clearInterval(playing); playing = 0; if (play) play.textContent = "▶"; }
  if (range) {
    range.addEventListener("input", () => { stop(); go(Number(range.value)); });
    play.addEventListener("click", () => {
      if (playing) { stop(); return; }
      play.textContent = "❚❚";
      if (wanted === frames.length - 1) { at = 0; go(0); }
      playing = setInterval(() => { if (wanted === frames.length - 1) stop(); else go(wanted + 1); }, 900);
    });
  }
  search.addEventListener("input", look);
  search.addEventListener("keydown", event => { if (event.key === "Escape") { search.value = ""; look(); } });
  control(".map-in").addEventListener("click", () => enlargeHere(1.6));
  control(".map-out").addEventListener("click", () => enlargeHere(1 / 1.6));
  control(".map-all").addEventListener("click", () => {
    zoom = 1; search.value = ""; shownGroups.clear();
    around.querySelectorAll(".map-legend button").forEach(button => button.setAttribute("aria-pressed", "false"));
    enlarge(1, 0, 0); look();
  });
  around.querySelectorAll(".map-legend button").forEach((button, group) => button.addEventListener("click", () => {
    if (!shownGroups.delete(group)) shownGroups.add(group);
    button.setAttribute("aria-pressed", String(shownGroups.has(group)));
    later();
  }));
  const arrows = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
  canvas.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (arrows[event.key]) towards(...arrows[event.key]);
    else if (event.key === "+" || event.key === "=") enlargeHere(1.6);
    else if (event.key === "-") enlargeHere(1 / 1.6);
    else if (event.key === "0") { enlarge(0, 0, 0); }
    else if (event.key === "Escape") pick(-1);
    else if (range && (event.key === "PageUp" || event.key === "PageDown")) { stop(); go(wanted + (event.key === "PageUp" ? 1 : -1)); }
    else return;
    event.preventDefault();
  });
  canvas.addEventListener("focus", () => { if (picked < 0 && canvas.matches(":focus-visible")) towards(0, 0); });
  canvas.addEventListener("wheel", event => {
    if (!event.ctrlKey && document.activeElement !== canvas) return;
    event.preventDefault();
    enlarge(Math.exp(-event.deltaY / 300), event.offsetX, event.offsetY);
  }, {passive: false});
  let held = null;
  canvas.addEventListener("pointerdown", event => { held = {x: event.offsetX, y: event.offsetY, moved: false}; });
  canvas.addEventListener("pointermove", event => {
    if (held && event.buttons && zoom > 1) {
      const dx = event.offsetX - held.x, dy = event.offsetY - held.y;
      if (held.moved || Math.abs(dx) + Math.abs(dy) > 4) {
        if (!held.moved) canvas.setPointerCapture(event.pointerId);
        held.moved = true;
        middleX -= dx / scale(); middleY -= dy / scale();
        held.x = event.offsetX; held.y = event.offsetY; later();
      }
    } else if (event.pointerType === "mouse") {
      const i = under(event.offsetX, event.offsetY, 14);
      if (i >= 0 && i !== picked) pick(i);
      canvas.style.cursor = i >= 0 ? "pointer" : zoom > 1 ? "grab" : "default";
    }
  });
  canvas.addEventListener("pointerup", event => {
    if (held && !held.moved) pick(under(event.offsetX, event.offsetY, event.pointerType === "mouse" ? 14 : 28));
    held = null;
  });
  const repaint = () => { colours(); draw(); };
  for (const query of ["(prefers-color-scheme: dark)", "print"]) matchMedia(query).addEventListener("change", repaint);
  window.addEventListener("beforeprint", repaint);
  new ResizeObserver(() => { if (canvas.clientWidth !== width) fit(); }).observe(canvas);
  others.push(follow);
  colours(); fit();
  if (search.value) look();
}
document.querySelectorAll("figure.wordmap").forEach(start);
})();
