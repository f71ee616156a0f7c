// One app in one element: it loads the wasm and mounts it, opens files, and says what failed in plain elements. The page,
// the frame, the custom element and the single file are all made of it.
import { doc } from './document.js';
import { lastFailure } from './files.js';
import { lazy, poison, wasm } from './load.js';
import { messages } from './text.js';

/** Why an app may not run, each with its sentence. */
const reasons = ['policy', 'feature', 'network', 'missing', 'incomplete', 'fault', 'damaged', 'setting'];
const sentences = { 'no-wasm': messages.noWasm, ...Object.fromEntries(reasons.map((reason) => [reason, messages[reason]])) };
/** What another load of the page may mend: it names other files, or they come whole. */
const reloads = ['missing', 'incomplete'];
export const MOST_BYTES = 4 * 1024 * 1024 + 1;
const MOST_ENTRIES = 2000;

export function element(tag, properties, ...children) {
  const node = Object.assign(doc.createElement(tag), properties);
  node.append(...children);
  return node;
}

const waiting = () => element('p', { className: 'waiting', role: 'status' }, messages.loading);

// What is in the store, as it is.
function storedEntries() {
  try {
    return Object.entries(localStorage).filter(([key]) => key.startsWith('ladder-calibration/') && key !== 'ladder-calibration/allowed');
  } catch {
    return [];
  }
}

// The same as files, each of a size that the page opens again. Both slots of a record go into one, since the newer
// counts; a record that fills a file by itself is handed out as it lies in the store, which opens too.
function storedRecords() {
  const size = (text) => new TextEncoder().encode(text).length;
  const record = (key) => key.replace(/\/b$/, '');
  const together = new Map();
  for (const entry of storedEntries()) together.set(record(entry[0]), [...together.get(record(entry[0])) ?? [], entry]);
  const files = [];
  let part = [];
  let taken = 2;
  const close = () => {
    if (part.length) files.push(JSON.stringify(Object.fromEntries(part)));
    [part, taken] = [[], 2];
  };
  for (const slots of together.values()) {
    const needed = slots.reduce((sum, [key, text]) => sum + size(JSON.stringify(key)) + size(JSON.stringify(text)) + 2, 0);
    if (needed + 2 > MOST_BYTES - 1) {
      files.push(...slots.map(([, text]) => text));
    } else {
      if (taken + needed > MOST_BYTES - 1 || part.length + slots.length > MOST_ENTRIES) close();
      part.push(...slots);
      taken += needed;
    }
  }
  close();
  return files;
}

function download(text, part) {
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  element('a', { href, download: `ladder-calibration-stored${part}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 6e4);
}

function cause(error) {
  if (typeof error === 'string') return error;
  const compile = error instanceof WebAssembly.CompileError;
  if (error instanceof EvalError || (compile && /unsafe-eval|security policy|\bCSP\b/i.test(error.message))) return 'policy';
  if (compile || error instanceof SyntaxError) return 'feature';
  if (error instanceof TypeError || error instanceof DOMException) return 'network';
  console.error(error);
  return 'fault';
}

// The wasm does not compete with the first paint; a click does not wait for this.
function afterPaint(then) {
  const soon = () => requestAnimationFrame(() => setTimeout(then));
  if (doc.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
}

/**
 * `options`: `ownsPage`, `keeps`, `mode`, `ladder` (a text), `linked` (whether that came in a link), `page` (where links that
 * are made here lead) and `front` (a function that makes the screen before the first press). `emit(what, detail)` is called with what happened.
 */
export class App {
  constructor(place, options, emit = () => {}) {
    Object.assign(this, { place, options, emit, over: new AbortController() });
  }

  // The entry alone serves who begins with nothing; whatever else is wished needs everything.
  start() {
    const { ownsPage, keeps, mode, ladder } = this.options;
    const { signal } = this.over;
    if (ownsPage) this.followLinks();
    const zone = ownsPage ? window : this.place;
    this.place.addEventListener('click', (event) => this.clicked(event), { signal });
    for (const type of ['dragover', 'drop']) zone.addEventListener(type, (event) => this.dropped(event), { signal });
    addEventListener('ladder-panic', () => { poison(); this.recovery('fault'); }, { signal });
    const blank = !ladder && (!mode || mode === 'self');
    this.whole = !lazy || !blank || (keeps && storedEntries().length > 0) || (ownsPage && location.hash.length > 1);
    if (this.whole) return this.open();
    if (ownsPage) return afterPaint(() => wasm().catch((error) => this.fail(error)));
    for (const type of ['pointerover', 'focusin']) this.place.addEventListener(type, () => wasm().catch(() => {}), { once: true, signal });
    this.place.replaceChildren(this.options.front());
    return this.emit('ready');
  }

  clicked(event) {
    if (event.target.closest?.('[data-open]')) return this.chooseFiles();
    if (event.target.closest?.('[data-again]')) return this.running?.load();
    if (event.target.closest?.('[data-reload]')) return location.reload();
    const intent = event.target.closest?.('[data-page], [data-begin]')?.dataset;
    if (this.running || !intent) return undefined;
    event.preventDefault();
    this.wait(event.target);
    return this.open({ asked: intent.page, begin: 'begin' in intent });
  }

  // A reader who pressed something hears that it will come, unless it comes at once.
  wait(pressed) {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => {
      if (this.running || this.place.querySelector('.waiting')) return;
      pressed.closest('p, header, footer')?.after(waiting());
    }, 300);
  }

  /** Shows the app, once; what is wished last while it loads counts. Without a wish it goes on where the reader was. */
  open(intent) {
    this.intent = intent ?? this.intent ?? {};
    if (!this.place.childElementCount) this.place.replaceChildren(waiting());
    this.opening ??= this.mount().finally(() => { this.opening = undefined; });
    return this.opening;
  }

  async mount() {
    try {
      const { mount } = await wasm();
      if (this.over.signal.aborted || this.failed) return;
      const { begin, asked } = this.intent;
      const whole = this.whole || !begin || Boolean(asked);
      const running = await mount(this.place, { ...this.options, whole, begin, asked }, (...event) => this.handle(...event));
      if (this.over.signal.aborted || this.failed) {
        running.leave();
        return;
      }
      this.running = running;
    } catch (error) {
      if (error === undefined) this.recovery(cause(lastFailure()));
      else if (typeof error === 'string' && !(error in sentences)) this.recovery('setting', error.split('\n'));
      else this.fail(error);
      return;
    }
    this.emit('ready');
    this.handOffer();
  }

  // What is on screen works, and may be kept nowhere else.
  miss() {
    const reason = cause(lastFailure());
    if (reason === 'fault' || !this.running) this.recovery(reason);
    else this.running.miss(sentences[reason], reloads.includes(reason));
  }

  // The app is still at it: who listens may ask it something.
  handle(what, detail) {
    queueMicrotask(() => {
      if (what === 'refused') this.refuse(detail);
      else if (what === 'missing') this.miss();
      else this.emit(what, { answered: detail });
    });
  }

  /** The app, shown whatever was there before; undefined if that failed. */
  async shown(intent) {
    if (!this.running) await this.open(intent);
    return this.running;
  }

  // Files are read here, because the browser opens its picker for a click alone; what they are, the module says.
  chooseFiles() {
    // Held, because an input that nobody holds may be gone before its dialog is answered.
    this.input = element('input', { type: 'file', multiple: true, accept: '.json,application/json,text/plain' });
    const { input } = this;
    input.addEventListener('change', () => this.openFiles(input.files));
    input.click();
  }

  dropped(event) {
    if (![...event.dataTransfer?.types ?? []].includes('Files')) return;
    event.preventDefault();
    if (event.type === 'drop') this.openFiles(event.dataTransfer.files);
  }

  async openFiles(list) {
    const files = [...list];
    if (!files.length) return;
    const running = await this.shown({ asked: 'open' });
    for (const file of files) {
      let bytes = new Uint8Array();
      try {
        bytes = new Uint8Array(await file.slice(0, MOST_BYTES).arrayBuffer());
      } catch { /* the module says that it is empty or could not be read */ }
      running?.open_file(file.name, bytes, files.length === 1);
    }
  }

  /** Takes an assessment that the host offers; the reader is asked. Only the newest is held. */
  offer(text) {
    if (this.failed) return;
    this.offered = text.slice(0, MOST_BYTES);
    if (this.running) this.handOffer();
    else this.open();
  }

  handOffer() {
    if (this.offered === undefined || !this.running) return;
    this.running.offer(new TextEncoder().encode(this.offered));
    this.offered = undefined;
  }

  /** Tells whoever offered something why it was not taken. */
  refuse(message) {
    this.emit('error', { reason: 'refused', message });
  }

  /** Opens links that are put into the address while this is shown. */
  followLinks() {
    addEventListener('hashchange', ({ newURL }) => this.openLink(newURL), { signal: this.over.signal });
  }

  // The answers in a link do not stay in the address. Before anything is shown the app itself reads it.
  async openLink(address) {
    const link = new URL(address).hash.slice(1);
    if (!link.startsWith('lc') || this.failed) return;
    if (this.options.ownsPage && !this.running) {
      this.whole = true;
      this.open();
      return;
    }
    try {
      if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
    } catch { /* where that is refused, the address is not seen either */ }
    const running = await this.shown();
    running?.open_file('Link', new TextEncoder().encode(link), false);
  }

  /** The open assessment, or null. */
  assessment() {
    const text = this.running?.assessment();
    return text ? JSON.parse(text) : null;
  }

  fail(error) {
    this.recovery(cause(error));
  }

  // The place is another one afterwards: no click may reach an app that has stopped.
  recovery(reason, lines = []) {
    if (this.failed || this.over.signal.aborted) return;
    this.failed = true;
    const fault = reason === 'fault';
    const records = this.options.keeps && reason !== 'setting' ? storedRecords() : [];
    const saved = fault ? messages.savedBelow : messages.stillSaved;
    const kept = records.length ? saved : fault ? messages.nothingSaved : '';
    const actions = [
      ...records.map((text, at) => {
        const [part, words] = records.length > 1 ? [`-${at + 1}`, messages.downloadPart(at + 1, records.length)] : ['', messages.download];
        return [words, () => download(text, part)];
      }),
      (fault || reason === 'network' || reloads.includes(reason)) && [messages.loadAgain, () => location.reload()],
    ].filter(Boolean);
    const buttons = actions.map(([text, onclick], at) => element('button', { type: 'button', className: at ? 'button quiet' : 'button', onclick }, text));
    const heading = element('h1', { tabIndex: -1 }, fault ? messages.wentWrong : messages.notStarted);
    const section = element('section', { className: 'recovery', role: 'alert' }, heading, element('p', {}, `${sentences[reason]} ${kept}`.trim()));
    if (lines.length) section.append(element('ul', { className: 'faults' }, ...lines.map((line) => element('li', {}, line))));
    if (buttons.length) section.append(element('p', { className: 'actions' }, ...buttons));
    const { ownsPage } = this.options;
    const place = this.place.cloneNode();
    place.append(element(ownsPage ? 'main' : 'div', { className: 'page' }, section));
    this.place.replaceWith(place);
    if (ownsPage || this.running) heading.focus();
    Object.assign(this, { place, running: undefined });
    this.emit('error', { reason, message: [sentences[reason], ...lines].join(' ') });
  }

  end() {
    this.over.abort();
    this.running?.leave();
    this.running = undefined;
  }
}

/** The address of the page itself, which lies beside the script of a frame or an element; in the npm package, of the frame. */
export const hosted = (script) => new URL(script.replace(/[^/]*(\?.*)?$/, './index.html')).href.replace(/index\.html$/, '');

/** The text of a ladder that is named by its address, or the sentence that says why there is none. */
export async function ladderFrom(address) {
  const url = new URL(address, doc.baseURI);
  try {
    const response = await fetch(url, { credentials: 'same-origin' });
    if (!response.ok) throw new TypeError(response.status);
    return { text: await response.text() };
  } catch {
    const advice = url.origin === location.origin ? '' : ` ${messages.ladderElsewhere(url.origin)}`;
    return { fault: messages.ladderNotLoaded(url.href) + advice };
  }
}
