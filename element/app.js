// One app in one element: it loads the modules, hands over between them, opens files, and says what failed in plain
// elements. The page, the frame, the custom element and the single file are all made of it.
import { whole } from './files.js';
import { doc } from './document.js';
import { poison, profile, rooms, walk } from './load.js';

const sentences = {
  'no-wasm': 'This browser does not run WebAssembly, which this page needs. Lockdown Mode switches it off: allow it for this site, or use another browser.',
  policy: "This site's content security policy does not allow WebAssembly. Its administrator has to add 'wasm-unsafe-eval' to script-src.",
  feature: 'This browser lacks a WebAssembly feature that this page needs. A current version of Firefox, Chrome, Edge or Safari has it.',
  network: 'A file of this page could not be loaded: the connection failed, or the server did not send it.',
  missing: 'A file of this page could not be loaded: it is not on the server. The page was probably updated after you opened it: load it again.',
  incomplete: 'A file of this page arrived incomplete or damaged, and so it did when it was asked for again. Load the page again; if that does not help, tell the people who run this site.',
  fault: 'The page stopped because of a fault of ours.',
  damaged: 'This file was changed on its way here. Get it again from where it comes from.',
  setting: 'This page is not set up correctly. Whoever put it here can mend it:',
};
/** What another load of the page may mend: it names other files, or they come whole. */
const reloads = ['missing', 'incomplete'];
export const MOST_BYTES = 4 * 1024 * 1024 + 1;
const MOST_ENTRIES = 2000;

export function element(tag, properties, ...children) {
  const node = Object.assign(doc.createElement(tag), properties);
  node.append(...children);
  return node;
}

const waiting = () => element('p', { className: 'waiting', role: 'status' }, 'Loading the ladder.');

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

/** A stylesheet that comes after the first question, asked for once. A failure is not kept: the next wish tries again. */
export function sheet(name, integrity) {
  const href = new URL(name, doc.baseURI);
  const linked = () => new Promise((resolve, reject) => {
    const onerror = () => { link.remove(); reject(new TypeError('styles')); };
    const link = element('link', { rel: 'stylesheet', integrity, href, onload: resolve, onerror });
    doc.head.append(link);
  });
  const retried = () => whole(href, integrity).then(linked);
  let promise;
  return () => (promise ??= linked().catch(retried).catch((error) => { promise = undefined; throw error; }));
}

// The module does not compete with the first paint; a click does not wait for this.
function afterPaint(then) {
  const soon = () => requestAnimationFrame(() => setTimeout(then));
  if (doc.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
}

/**
 * `setting`: `ownsPage`, `keeps`, `mode`, `ladder` (a text), `linked` (whether that came in a link), `page` (where links that
 * are made here lead), `styles` and `front` (functions). `heard(what, detail)` is told.
 */
export class App {
  constructor(place, setting, heard = () => {}) {
    Object.assign(this, { place, setting, heard, over: new AbortController() });
  }

  // The first module serves who begins with nothing; for whatever else is wished, everything is fetched.
  start() {
    const { ownsPage, keeps, mode, ladder } = this.setting;
    const { signal } = this.over;
    if (ownsPage) this.followLinks();
    const zone = ownsPage ? window : this.place;
    this.place.addEventListener('click', (event) => this.clicked(event), { signal });
    for (const type of ['dragover', 'drop']) zone.addEventListener(type, (event) => this.dropped(event), { signal });
    addEventListener('ladder-panic', () => { poison(); this.recovery('fault'); }, { signal });
    this.simple = Boolean(walk) && !ladder && (!mode || mode === 'self');
    this.stored = (keeps && storedEntries().length > 0) || (ownsPage && location.hash.length > 1);
    if (!this.simple || this.stored) return this.open();
    if (ownsPage) return afterPaint(() => walk().catch((error) => this.fail(error)));
    for (const type of ['pointerover', 'focusin']) this.place.addEventListener(type, () => walk().catch(() => {}), { once: true, signal });
    this.place.replaceChildren(this.setting.front());
    return this.heard('ready');
  }

  clicked(event) {
    if (event.target.closest?.('[data-open]')) return this.chooseFiles();
    if (event.target.closest?.('[data-again]')) return this.tryAgain();
    if (event.target.closest?.('[data-reload]')) return location.reload();
    const wish = event.target.closest?.('[data-page], [data-begin]')?.dataset;
    if (this.running || !wish) return undefined;
    event.preventDefault();
    this.wait(event.target);
    if (!this.simple || this.stored || wish.page) return this.open({ page: wish.page ?? '', begin: 'begin' in wish });
    return this.begin();
  }

  // Whoever pressed something hears that it will come, unless it comes at once.
  wait(pressed) {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => {
      if (this.running || this.place.querySelector('.waiting')) return;
      pressed.closest('p, header, footer')?.after(waiting());
    }, 300);
  }

  mount(module, text) {
    const first = !this.module;
    this.module = module;
    try {
      this.running = module.mount(this.place, this.setting, text, (...told) => this.told(...told));
    } catch (error) {
      if (typeof error === 'string') return this.recovery('setting', error.split('\n'));
      this.recovery('fault');
      throw error;
    }
    if (first) this.heard('ready');
    this.handOffer();
    return undefined;
  }

  // The rest is fetched once, after the first question is shown. The second module takes over at the next turn of a page.
  async begin() {
    this.begun = true;
    try {
      const module = await walk();
      if (this.running || this.over.signal.aborted) return;
      this.mount(module);
      requestAnimationFrame(() => setTimeout(() => this.fetchRest()));
    } catch (error) {
      this.fail(error);
    }
  }

  everything() {
    return Promise.all([rooms(), this.setting.styles?.()]);
  }

  async fetchRest() {
    try {
      await Promise.all([profile(), this.setting.styles?.()]);
      this.second = true;
      if (this.waiting) this.takeOver();
      await rooms();
      this.complete();
    } catch (error) {
      if (this.waiting) this.miss(error);
    }
  }

  // What is on screen works, and may be kept nowhere else.
  miss(error) {
    const reason = cause(error);
    if (reason === 'fault' || !this.running) this.recovery(reason);
    else this.running.miss(sentences[reason], reloads.includes(reason));
  }

  tryAgain() {
    this.running.miss('', false);
    this.fetchRest();
  }

  complete() {
    this.whole = true;
    if (this.running && this.module === profile.module) {
      this.waiting = false;
      this.running.complete();
    }
    this.handOffer();
  }

  told(what, detail, shown) {
    if (what === 'refused') {
      queueMicrotask(() => this.refuse(detail));
      return false;
    }
    // The module is still at it: who listens may ask it something.
    queueMicrotask(() => this.heard(what, { answered: detail }));
    if (what !== 'turn') return false;
    if (this.module !== profile.module) {
      this.said = detail;
      if (this.second) {
        queueMicrotask(() => this.takeOver());
        return true;
      }
    }
    if (this.whole) return false;
    this.waiting = !shown;
    this.fetchRest();
    return false;
  }

  takeOver() {
    if (this.module === profile.module || !this.running) return;
    this.waiting = false;
    this.running.leave();
    this.mount(profile.module, this.said);
  }

  // A press while it loads is not lost.
  async open(wish) {
    this.wish = wish ?? this.wish;
    if (!this.place.childElementCount) this.place.replaceChildren(waiting());
    try {
      await this.everything();
      this.second = true;
      this.complete();
      if (!this.running && !this.over.signal.aborted) this.mount(profile.module, this.wish && JSON.stringify(this.wish));
    } catch (error) {
      this.miss(error);
    }
  }

  // Everything, with what the first module holds.
  async wholly(wish) {
    await this.open(wish);
    if (!this.whole) return undefined;
    if (this.running && this.module !== profile.module) {
      this.said = this.running.hand_over();
      this.takeOver();
    }
    return this.running;
  }

  // Files are read here, because the browser opens its picker for a click alone; what they are, the module says.
  chooseFiles() {
    const input = element('input', { type: 'file', multiple: true, accept: '.json,application/json,text/plain' });
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
    const running = await this.wholly({ page: 'open' });
    for (const file of files) {
      let bytes = new Uint8Array();
      try {
        bytes = new Uint8Array(await file.slice(0, MOST_BYTES).arrayBuffer());
      } catch { /* the module says that it is empty or could not be read */ }
      running?.open_file(file.name, bytes, files.length === 1);
    }
  }

  /**
   * Takes an assessment that whoever embeds this offers; the reader is asked. Only the newest is held, and it waits until
   * the reader has come to a module that can show it.
   */
  offer(text) {
    if (this.failed) return;
    this.offered = text.slice(0, MOST_BYTES);
    if (this.running || this.begun) {
      this.handOffer();
      return;
    }
    // Whoever presses something meanwhile gets it with the modules that are being fetched.
    this.stored = true;
    this.open();
  }

  handOffer() {
    if (this.offered === undefined || !this.whole || !this.running) return;
    if (this.module !== profile.module) {
      // Nobody is interrupted in the middle of a text; the next turn of a page leads there, too.
      const active = this.place.getRootNode().activeElement;
      if (active?.matches('textarea, input:not([type=radio], [type=checkbox])')) return;
      this.said = this.running.hand_over();
      this.takeOver();
      return;
    }
    this.running.offer(new TextEncoder().encode(this.offered));
    this.offered = undefined;
  }

  /** Tells whoever offered something why it was not taken. */
  refuse(message) {
    this.heard('error', { reason: 'refused', message });
  }

  /** Opens links that are put into the address while this is shown. */
  followLinks() {
    addEventListener('hashchange', ({ newURL }) => this.openLink(newURL), { signal: this.over.signal });
  }

  // The answers in a link do not stay in the address. Before anything is shown the module itself reads it.
  async openLink(address) {
    const link = new URL(address).hash.slice(1);
    if (!link.startsWith('lc') || this.failed) return;
    if (this.setting.ownsPage && !this.running) {
      this.stored = true;
      this.open();
      return;
    }
    try {
      if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
    } catch { /* where that is refused, the address is not seen either */ }
    const running = await this.wholly();
    running?.open_file('Link', new TextEncoder().encode(link), false);
  }

  /** The open assessment, or null. */
  assessment() {
    if (!this.running) return null;
    const first = this.module !== profile.module;
    const text = first ? this.running.hand_over() : this.running.assessment();
    const read = text ? JSON.parse(text) : null;
    return (first ? read?.assessment : read) ?? null;
  }

  fail(error) {
    this.recovery(cause(error));
  }

  // The place is another one afterwards: no click may reach a module that has stopped.
  recovery(reason, lines = []) {
    if (this.failed || this.over.signal.aborted) return;
    this.failed = true;
    const fault = reason === 'fault';
    const records = this.setting.keeps && reason !== 'setting' ? storedRecords() : [];
    const saved = fault ? 'Your answers as last saved are below; nothing was deleted.' : 'Your saved answers are still in this browser.';
    const kept = records.length ? saved : fault ? 'No saved answers were found in this browser; nothing was deleted.' : '';
    const actions = [
      ...records.map((text, at) => {
        const [part, words] = records.length > 1 ? [`-${at + 1}`, `, part ${at + 1} of ${records.length}`] : ['', ''];
        return [`Download the stored record${words}`, () => download(text, part)];
      }),
      (fault || reason === 'network' || reloads.includes(reason)) && ['Load the page again', () => location.reload()],
    ].filter(Boolean);
    const buttons = actions.map(([text, onclick], at) => element('button', { type: 'button', className: at ? 'button quiet' : 'button', onclick }, text));
    const heading = element('h1', { tabIndex: -1 }, fault ? 'Something went wrong' : 'This page could not start');
    const section = element('section', { className: 'recovery', role: 'alert' }, heading, element('p', {}, `${sentences[reason]} ${kept}`.trim()));
    if (lines.length) section.append(element('ul', { className: 'faults' }, ...lines.map((line) => element('li', {}, line))));
    if (buttons.length) section.append(element('p', { className: 'actions' }, ...buttons));
    const { ownsPage } = this.setting;
    const place = this.place.cloneNode();
    place.append(element(ownsPage ? 'main' : 'div', { className: 'page' }, section));
    this.place.replaceWith(place);
    if (ownsPage || this.running) heading.focus();
    Object.assign(this, { place, running: undefined });
    this.heard('error', { reason, message: [sentences[reason], ...lines].join(' ') });
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
    const advice = url.origin === location.origin ? '' : ` It is on another origin: ${url.origin} has to be in connect-src of every content security policy of this page (the header, and the <meta> in embed.html and index.html), and has to allow it (Access-Control-Allow-Origin).`;
    return { fault: `The ladder ${url.href} could not be loaded.${advice}` };
  }
}
