// One app in one element: it loads the wasm, mounts it, reads files, and shows load errors in plain elements. The page, the
// frame, the custom element and the single file use it.
import { doc } from './document.js';
import { lastFailure } from './files.js';
import { lazy, poison, wasm } from './load.js';
import { messages } from './text.js';

/** Why an app may not run, each with its sentence. */
const reasons = ['policy', 'feature', 'network', 'missing', 'incomplete', 'fault', 'damaged', 'setting'];
const sentences = { 'no-wasm': messages.noWasm, ...Object.fromEntries(reasons.map((reason) => [reason, messages[reason]])) };
/** Failures that reloading the page may fix: a newer page names other files, or they arrive complete. */
const reloads = ['missing', 'incomplete'];
export const MOST_BYTES = 4 * 1024 * 1024 + 1;
const MOST_ENTRIES = 2000;

export function element(tag, properties, ...children) {
  const node = Object.assign(doc.createElement(tag), properties);
  node.append(...children);
  return node;
}

const loadingNotice = () => element('p', { className: 'waiting', role: 'status' }, messages.loading);

// The entries of the store, unchanged.
function storedEntries() {
  try {
    return Object.entries(localStorage).filter(([key]) => key.startsWith('ladder-calibration/') && key !== 'ladder-calibration/allowed');
  } catch {
    return [];
  }
}

// The same as files, each within the size that can be opened again. Both slots of a document go into one file, since the
// newer one counts. A document that is too large for that is a file of its own, with the stored text.
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

function reasonFor(error) {
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
 * are made here lead) and `startScreen` (a function that makes the screen before the first press). `emit(what, detail)` is called with what happened.
 */
export class App {
  constructor(root, options, emit = () => {}) {
    Object.assign(this, { root, options, emit, over: new AbortController() });
  }

  // The entry is enough for a blank start. Everything else needs the lazy part.
  start() {
    const { ownsPage, keeps, mode, ladder } = this.options;
    const { signal } = this.over;
    if (ownsPage) this.followLinks();
    const zone = ownsPage ? window : this.root;
    this.root.addEventListener('click', (event) => this.clicked(event), { signal });
    for (const type of ['dragover', 'drop']) zone.addEventListener(type, (event) => this.dropped(event), { signal });
    addEventListener('ladder-panic', () => { poison(); this.recovery('fault'); }, { signal });
    const blank = !ladder && (!mode || mode === 'self');
    this.whole = !lazy || !blank || (keeps && storedEntries().length > 0) || (ownsPage && location.hash.length > 1);
    if (this.whole) return this.open();
    if (ownsPage) return afterPaint(() => wasm().catch((error) => this.fail(error)));
    for (const type of ['pointerover', 'focusin']) this.root.addEventListener(type, () => wasm().catch(() => {}), { once: true, signal });
    this.root.replaceChildren(this.options.startScreen());
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

  // After 300 ms a press shows that the app is loading.
  wait(pressed) {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => {
      if (this.running || this.root.querySelector('.waiting')) return;
      pressed.closest('p, header, footer')?.after(loadingNotice());
    }, 300);
  }

  /** Mounts the app, once; the latest intent counts. Without an intent the last location is shown. */
  open(intent) {
    this.intent = intent ?? this.intent ?? {};
    if (!this.root.childElementCount) this.root.replaceChildren(loadingNotice());
    this.opening ??= this.mount().finally(() => { this.opening = undefined; });
    return this.opening;
  }

  async mount() {
    try {
      const { mount } = await wasm();
      if (this.over.signal.aborted || this.failed) return;
      const { begin, asked } = this.intent;
      const whole = this.whole || !begin || Boolean(asked);
      // The intent is read when the lazy part is there: until then the reader may press again.
      const options = Object.defineProperties({ ...this.options, whole }, {
        begin: { get: () => this.intent.begin },
        asked: { get: () => this.intent.asked },
      });
      const running = await mount(this.root, options, (...event) => this.handle(...event));
      if (this.over.signal.aborted || this.failed) {
        running.unmount();
        return;
      }
      this.running = running;
    } catch (error) {
      if (error === undefined) this.recovery(reasonFor(lastFailure()));
      else if (typeof error === 'string' && !(error in sentences)) this.recovery('setting', error.split('\n'));
      else this.fail(error);
      return;
    }
    this.emit('ready');
    this.handOffer();
  }

  // The recovery screen would replace a page that works and may be the only place of its answers.
  miss() {
    const reason = reasonFor(lastFailure());
    if (reason === 'fault' || !this.running) this.recovery(reason);
    else this.running.report_missing(sentences[reason], reloads.includes(reason));
  }

  // The app is still running its update, and a listener may call it.
  handle(what, detail) {
    queueMicrotask(() => {
      if (what === 'refused') this.refuse(detail);
      else if (what === 'missing') this.miss();
      else this.emit(what, { answered: detail });
    });
  }

  /** The running app; undefined if it could not be mounted. */
  async shown(intent) {
    if (!this.running) await this.open(intent);
    return this.running;
  }

  // The browser opens its file picker for a click alone, so files are read here; the module finds out what they are.
  chooseFiles() {
    // An input without a reference may be collected before its dialog is answered.
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

  /** Offers an assessment of the host to the reader. Only the latest offer counts. */
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

  /** Reports why an offer was refused. */
  refuse(message) {
    this.emit('error', { reason: 'refused', message });
  }

  /** Opens links that are entered in the address. */
  followLinks() {
    addEventListener('hashchange', ({ newURL }) => this.openLink(newURL), { signal: this.over.signal });
  }

  // The answers in a link must not stay in the address. Before it is mounted, the app itself reads the link.
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
    this.recovery(reasonFor(error));
  }

  // The root is replaced: no click may reach an app that has stopped.
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
    const root = this.root.cloneNode();
    root.append(element(ownsPage ? 'main' : 'div', { className: 'page' }, section));
    this.root.replaceWith(root);
    if (ownsPage || this.running) heading.focus();
    Object.assign(this, { root, running: undefined });
    this.emit('error', { reason, message: [sentences[reason], ...lines].join(' ') });
  }

  end() {
    this.over.abort();
    this.running?.unmount();
    this.running = undefined;
  }
}

/** The address of the page itself, in the folder of the script of a frame or an element; in the npm package, of the frame. */
export const hosted = (script) => new URL(script.replace(/[^/]*(\?.*)?$/, './index.html')).href.replace(/index\.html$/, '');

/** The text of a ladder by its address, or a sentence that says why it could not be loaded. */
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
