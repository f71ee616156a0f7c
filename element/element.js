// <ladder-calibration>: the app inside the wiki's own page. It has no logic of its own; app.js does everything.
import { App, MOST_BYTES, hosted, ladderFrom } from './app.js';
import { doc } from './document.js';
import { whole } from './files.js';
import { startScreen } from './start-screen.js';
import { frameIn } from './host.js';
import { styles } from './names.js';
import { ATTRIBUTES, optionsFrom } from './options.js';
import { locale, messages } from './text.js';

// The scripts are in a subfolder of the folder with the frame and the page.
const SITE = import.meta.url.replace(/app-[0-9a-f]{16}\/[^/]*$/, 'element.js');
const NAME = 'ladder-calibration';
const FRAME = 'embed.html';
// The smallest wasm, to find out whether a policy forbids WebAssembly.
const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
let adopted;

// The embedding page may have any rem, so lengths are multiples of a property of the element. Conditions of media queries
// cannot use properties and stay unchanged.
const scaledRem = (css) => css.replace(/@[^{;]+[{;]|--rem:[^;}]+|(-?)(\d*\.?\d+)rem\b/g, (all, sign, number) => (number ? `calc(${sign}${number} * var(--rem))` : all));

/** The stylesheet of the page, for a shadow root. A failed load can be tried again. */
function sheet() {
  adopted ??= whole(...styles).then((response) => response.text()).then((css) => new CSSStyleSheet().replace(scaledRem(css)));
  adopted.catch(() => { adopted = undefined; });
  return adopted;
}

function forbidden() {
  if (typeof WebAssembly === 'undefined') return false;
  try {
    return !new WebAssembly.Module(EMPTY);
  } catch {
    return true;
  }
}

// Keys that type or edit. The embedding page may need all others: Escape, Tab, and shortcuts with a modifier.
const TYPED_IN = 'input, textarea, select, [contenteditable]';
function isTyping(event, root) {
  // Content in a slot belongs to the wiki.
  if (event.target.getRootNode() !== root || !event.target.closest?.(TYPED_IN)) return false;
  if (event.isComposing) return true;
  const command = (event.ctrlKey || event.metaKey) && !event.altKey;
  return !command && event.key !== 'Escape' && event.key !== 'Tab';
}

const text = (value) => (value === null || value === undefined || typeof value === 'string' ? value ?? null : JSON.stringify(value));

// Its attributes, properties, methods, events, parts and slots are described in crates/js/package/custom-elements.json.
export class LadderCalibration extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #app;
  #frame;
  #ladder = null;
  #given = null;
  #begun = 0;
  #change = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.append(this.#slot('header'), this.#slot('help'));
    // For listeners outside the shadow root the target of a key is the element, so a wiki would take a letter for one of
    // its shortcuts.
    for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, (event) => isTyping(event, root) && event.stopPropagation());
    // Properties that were set before the element was defined shadow its accessors.
    for (const name of ['ladder', 'assessment']) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  #slot(name) {
    return Object.assign(doc.createElement('slot'), { name });
  }

  connectedCallback() {
    if (!this.#app && !this.#frame) this.#begin();
  }

  // An editor that moves the element removes and inserts it: the app ends only if the element stays away.
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#end());
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected || (!this.#app && !this.#frame)) return;
    if (name === 'theme') this.#frame?.theme(after);
    else if (name !== 'lang') this.#again();
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(`ladder-${type}`, { detail, bubbles: true, composed: true }));
  }

  // Events of the app become events of the element.
  #handle(what, detail) {
    if (what === 'ready') {
      if (this.#given) this.#give();
      this.#emit('ready', {});
    } else if (what === 'turn') {
      if (this.shadowRoot.activeElement && this.getBoundingClientRect().top < 0) requestAnimationFrame(() => this.scrollIntoView());
    } else if (what === 'change') {
      clearTimeout(this.#change);
      this.#change = setTimeout(() => this.#emit('change', detail), 250);
    } else {
      this.#emit(what, what === 'export' ? {} : detail);
    }
  }

  async #begin() {
    const begun = (this.#begun += 1);
    const root = Object.assign(doc.createElement('div'), { className: 'lc compact', ...locale });
    root.part = 'root';
    this.shadowRoot.querySelector('.lc, iframe')?.remove();
    if (forbidden()) {
      const outside = doc.createElement('div');
      this.shadowRoot.lastChild.before(outside);
      this.#frame = frameIn(this, outside, this.#outside());
      return;
    }
    // If the styles cannot be loaded, the recovery screen is shown.
    const styled = await sheet().catch(() => undefined);
    if (begun !== this.#begun) return;
    if (styled) this.shadowRoot.adoptedStyleSheets = [styled];
    this.shadowRoot.lastChild.before(root);
    const options = { ...optionsFrom((name) => this.getAttribute(name)), ladder: this.#ladder ?? this.#inline(), page: this.#page(), startScreen };
    this.#app = new App(root, options, (what, detail) => begun === this.#begun && this.#handle(what, detail));
    const address = this.getAttribute('ladder-src');
    if (address && options.ladder === undefined) {
      const read = await ladderFrom(address);
      if (begun !== this.#begun) return;
      if (read.fault) {
        this.#app.recovery('setting', [read.fault]);
        return;
      }
      options.ladder = read.text;
    }
    this.#app.start();
  }

  // The address of the frame: in the folder of this module, unless a bundler moved the module.
  #outside() {
    const named = this.getAttribute('frame-src');
    return named ? new URL(named, doc.baseURI) : new URL(FRAME, SITE);
  }

  // The target of links: the page in the folder of the frame or of this module. If a bundler moved the module, there is
  // none.
  #page() {
    const script = this.hasAttribute('frame-src') ? this.#outside().href : SITE;
    return /\/(element\.js|embed(\.html)?)$/.test(new URL(script).pathname) ? hosted(script) : undefined;
  }

  #inline() {
    return this.querySelector(':scope > script[type="application/json"]')?.textContent ?? undefined;
  }

  #end() {
    this.#begun += 1;
    clearTimeout(this.#change);
    this.#app?.end();
    this.#frame?.frame.parentNode.remove();
    this.#app = this.#frame = undefined;
  }

  #again() {
    this.#end();
    this.#begin();
  }

  #give() {
    const given = this.#given;
    this.#given = null;
    this.#app?.offer(given);
    this.#frame?.open(given);
  }

  get ladder() {
    return this.#ladder === null ? null : JSON.parse(this.#ladder);
  }

  set ladder(value) {
    this.#ladder = text(value);
    if (this.#app || this.#frame) this.#again();
  }

  get assessment() {
    return this.#app?.assessment() ?? null;
  }

  set assessment(value) {
    this.#given = text(value);
    if (this.#given && (this.#app || this.#frame)) this.#give();
  }

  async open(...files) {
    if (files.length > 1) this.#app?.refuse(messages.severalFiles);
    else if (files.length) this.assessment = (await files[0].slice(0, MOST_BYTES).text()) || ' ';
  }

  async save() {
    const running = await this.#app?.shown();
    return running?.save() ?? false;
  }

  async profile() {
    const text = await this.#app?.running?.profile();
    return text ? JSON.parse(text) : null;
  }
}

// The first definition stays if the module is loaded twice.
if (!customElements.get(NAME)) customElements.define(NAME, LadderCalibration);
