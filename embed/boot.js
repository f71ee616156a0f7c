const sentences = {
  'no-wasm': 'This browser does not run WebAssembly, which this page needs. Lockdown Mode switches it off: allow it for this site, or use another browser.',
  policy: "This site's content security policy does not allow WebAssembly. Its administrator has to add 'wasm-unsafe-eval' to script-src.",
  feature: 'This browser lacks a WebAssembly feature that this page needs. A current version of Firefox, Chrome, Edge or Safari has it.',
  network: 'A file of this page could not be loaded: the connection failed, or the file is missing on the server.',
  fault: 'The page stopped because of a fault of ours.',
};
let shown = false;

function element(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

function storedRecord() {
  try {
    const entries = Object.entries(localStorage).filter(([key]) => key.startsWith('ladder-calibration/'));
    return entries.length ? JSON.stringify(Object.fromEntries(entries)) : null;
  } catch {
    return null;
  }
}

function download(text) {
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  element('a', { href, download: 'ladder-calibration-stored.json' }).click();
  setTimeout(() => URL.revokeObjectURL(href), 6e4);
}

// The host's listeners go: no click may reach a module that has stopped.
export function recovery(reason) {
  if (shown) return;
  shown = true;
  const fault = reason === 'fault';
  const record = storedRecord();
  const saved = fault ? 'Your answers as last saved are below; nothing was deleted.' : 'Your saved answers are still in this browser.';
  const kept = record ? saved : fault ? 'No saved answers were found in this browser; nothing was deleted.' : '';
  const actions = [
    record && ['Download the stored record', () => download(record)],
    (fault || reason === 'network') && ['Load the page again', () => location.reload()],
  ].filter(Boolean);
  const buttons = actions.map(([text, onclick], at) => element('button', { type: 'button', className: at ? 'button quiet' : 'button', onclick }, text));
  const heading = element('h1', { tabIndex: -1 }, fault ? 'Something went wrong' : 'This page could not start');
  const section = element('section', { className: 'recovery', role: 'alert' }, heading, element('p', {}, `${sentences[reason]} ${kept}`.trim()));
  if (buttons.length) section.append(element('p', { className: 'actions' }, ...buttons));
  const host = document.getElementById('app');
  const place = host.cloneNode();
  place.append(element('main', { className: 'page' }, section));
  host.replaceWith(place);
  heading.focus();
}

function cause(error) {
  const compile = error instanceof WebAssembly.CompileError;
  if (error instanceof EvalError || (compile && /unsafe-eval|security policy|\bCSP\b/i.test(error.message))) return 'policy';
  if (compile || error instanceof SyntaxError) return 'feature';
  if (error instanceof TypeError || error instanceof DOMException) return 'network';
  console.error(error);
  return 'fault';
}

// At another MIME type the glue would warn; an error page has no magic number.
async function bytes(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new TypeError(response.status);
  if (response.headers.get('content-type') === 'application/wasm') return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== '\0asm') throw new TypeError('other');
  return bytes;
}

async function load(glue, wasm) {
  if (typeof WebAssembly === 'undefined') throw 'no-wasm';
  const [module, module_or_path] = await Promise.all([glue(), bytes(wasm)]);
  await module.default({ module_or_path });
  return module;
}

function styles() {
  return new Promise((resolve, reject) => {
    const href = new URL('__ROOMS_CSS__', import.meta.url);
    const failed = () => reject(new TypeError('styles'));
    document.head.append(element('link', { rel: 'stylesheet', href, onload: resolve, onerror: failed }));
  });
}

function fail(error) {
  recovery(typeof error === 'string' ? error : cause(error));
}

function mount(module, text, turned) {
  try {
    running = module;
    module.mount(document.getElementById('app'), text, turned);
  } catch (error) {
    recovery('fault');
    throw error;
  }
}

// The first module has the questions of the core, the second everything. The second is fetched once, after the first
// question is shown, and takes over at the next turn of a page.
const walk = () => (walk.promise ??= load(() => import('__WALK_GLUE__'), '__WALK_WASM__'));
const rooms = () => (rooms.promise ??= Promise.all([load(() => import('__ROOMS_GLUE__'), '__ROOMS_WASM__'), styles()]).then(([module]) => (rooms.module = module)));
let running, said, waiting;

function takeOver() {
  waiting = false;
  running.leave();
  mount(rooms.module, said);
}

function turned(page, shown, text) {
  said = text;
  if (rooms.module) {
    queueMicrotask(takeOver);
    return true;
  }
  waiting = !shown;
  fetchRooms();
  return false;
}

function fetchRooms() {
  rooms().then(() => waiting && takeOver(), (error) => {
    rooms.promise = undefined;
    if (waiting) fail(error);
  });
}

async function begin() {
  try {
    const module = await walk();
    if (running) return;
    mount(module, undefined, turned);
    requestAnimationFrame(() => setTimeout(fetchRooms));
  } catch (error) {
    fail(error);
  }
}

async function open(wish) {
  try {
    await rooms();
    if (!running) mount(rooms.module, wish && JSON.stringify(wish));
  } catch (error) {
    fail(error);
  }
}

// Files are read here, because the browser opens its picker for a click alone; what they are, the module says.
const MOST_BYTES = 4 * 1024 * 1024 + 1;

function chooseFiles() {
  const input = element('input', { type: 'file', multiple: true, accept: '.json,application/json,text/plain' });
  input.addEventListener('change', () => openFiles(input.files));
  input.click();
}

async function openFiles(list) {
  const files = [...list];
  if (!files.length) return;
  await open({ page: 'open' });
  if (running && running !== rooms.module) {
    said = running.hand_over();
    takeOver();
  }
  for (const file of files) {
    try {
      const bytes = new Uint8Array(await file.slice(0, MOST_BYTES).arrayBuffer());
      running?.open_file(file.name, bytes, files.length === 1);
    } catch {
      running?.open_file(file.name, new Uint8Array(), false);
    }
  }
}

function dropFiles(event) {
  if (![...event.dataTransfer?.types ?? []].includes('Files')) return;
  event.preventDefault();
  if (event.type === 'drop') openFiles(event.dataTransfer.files);
}

// The module does not compete with the first paint; a click does not wait for this.
function afterPaint(then) {
  const soon = () => requestAnimationFrame(() => setTimeout(then));
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
}

// The start page is in the HTML; its buttons work as soon as this file is here.
function start() {
  const stored = storedRecord() !== null || location.hash.length > 1;
  document.getElementById('app').addEventListener('click', (event) => {
    if (event.target.closest?.('[data-open]')) return chooseFiles();
    const wish = event.target.closest?.('[data-page], [data-begin]')?.dataset;
    if (running || !wish) return;
    event.preventDefault();
    if (stored || wish.page) open({ page: wish.page ?? '', begin: 'begin' in wish });
    else begin();
  });
  addEventListener('dragover', dropFiles);
  addEventListener('drop', dropFiles);
  if (stored) open();
  else afterPaint(() => walk().catch(fail));
}

addEventListener('ladder-panic', () => recovery('fault'));
start();
