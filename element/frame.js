// The page inside a frame: options in the fragment of its address, messages about its height, and answers that leave only
// after two presses.
import { App, element, hosted, ladderFrom } from './app.js';
import { startScreen } from './start-screen.js';
import { optionsFrom } from './options.js';
import { message, ours } from './protocol.js';
import { messages } from './text.js';

const COMMANDS_A_SECOND = 20;
const PAUSE = 1000;

const configured = new URLSearchParams(location.hash.slice(1));
const id = configured.get('id') ?? '';
const framed = parent !== window;
const allowed = (configured.get('allowed-origins') ?? '').split(/[\s,]+/).filter((origin) => /^https?:\/\/[^/*]+$/.test(origin));
const root = document.getElementById('app');
let app;

// Numbers may be sent to any origin; everything else only to named origins.
const say = (type, rest) => framed && parent.postMessage(message(id, type, rest), '*');
const tell = (type, rest) => framed && allowed.forEach((origin) => parent.postMessage(message(id, type, rest), origin));

function theme(name) {
  if (['light', 'dark'].includes(name)) document.documentElement.dataset.theme = name;
  else delete document.documentElement.dataset.theme;
}

function emit(what, detail) {
  if (what === 'ready') {
    ready = true;
    say('ready');
  } else if (what === 'turn') say('turn');
  // The reason for a refused offer is sent only to an origin that may offer.
  else if (what === 'error' && detail.reason === 'refused') tell('error', detail);
  else if (what === 'error') say('error', { reason: detail.reason });
  else tell(what, detail);
  offer();
}

// Submitting: one button asks, a second one submits, and not before a reader could have read its text.
const from = element('div', { className: 'handout' });
let asked = false;

function step(...children) {
  from.replaceChildren(...children);
  return children;
}

function offer() {
  if (!allowed.length || asked || !app?.assessment()) return;
  asked = true;
  step(element('button', { type: 'button', className: 'link', onclick: confirm }, messages.send));
}

function confirm() {
  const words = messages.sendQuestion(allowed);
  const yes = element('button', { type: 'button', className: 'button', disabled: true, onclick: send }, messages.sendYes);
  const no = element('button', { type: 'button', className: 'button quiet', onclick: () => { asked = false; offer(); } }, messages.sendNo);
  const [text] = step(element('p', { tabIndex: -1 }, words), element('p', { className: 'actions' }, yes, ' ', no));
  text.focus();
  setTimeout(() => whenVisible(yes), PAUSE);
}

// Where the browser supports it, the button works only while nothing covers it or makes it transparent.
function whenVisible(button) {
  if (!('isVisible' in IntersectionObserverEntry.prototype)) {
    button.disabled = false;
    return;
  }
  const options = { trackVisibility: true, delay: 100, threshold: 1 };
  new IntersectionObserver((entries) => { button.disabled = !entries.at(-1).isVisible; }, options).observe(button);
}

function send() {
  const assessment = app.assessment();
  if (assessment) tell('export', { assessment });
  step(element('p', { role: 'status' }, messages.sent));
  setTimeout(() => { asked = false; offer(); }, 4 * PAUSE);
}

const commands = {
  theme: ({ theme: name }) => theme(name),
  open: ({ assessment }) => {
    let text = assessment;
    try {
      if (typeof text !== 'string') text = JSON.stringify(text) ?? '';
    } catch {
      app?.refuse(messages.notJson);
      return;
    }
    app?.offer(text);
  },
  ask: () => app?.assessment() && confirm(),
};

// A page that loads late asks for the state; the answer may go to any origin.
const height = () => say('height', { height: Math.ceil(document.body.getBoundingClientRect().height) });
let ready = false;

let recent = 0;
addEventListener('message', ({ source, origin, data }) => {
  if (!framed || source !== parent || !ours(data, id)) return;
  if (data.type === 'hello') {
    height();
    if (ready) say('ready');
  }
  if (!allowed.includes(origin) || !Object.hasOwn(commands, data.type)) return;
  recent += 1;
  setTimeout(() => { recent -= 1; }, 1000);
  if (recent <= COMMANDS_A_SECOND) commands[data.type](data);
});

// A ladder at an address comes from an origin that the operator allows. Any other ladder, and anything in a link to this
// page, can be made by anybody.
function fromLink(address) {
  return !framed || !address || !/^https?:$/.test(new URL(address, location.href).protocol);
}

async function start() {
  theme(configured.get('theme'));
  const address = configured.get('ladder');
  const read = address ? await ladderFrom(address) : { text: configured.get('ladder-inline') ?? undefined };
  const options = {
    ...optionsFrom((name) => configured.get(name)), ladder: read.text,
    linked: read.text !== undefined && fromLink(address), page: hosted(location.href.replace(/#.*/, '')), startScreen,
  };
  app = new App(root, options, emit);
  if (read.fault) return app.recovery('setting', [read.fault]);
  app.start();
  // Links that were made inside a frame open here, too.
  if (framed) return undefined;
  app.followLinks();
  return app.openLink(location.href);
}

root.after(from);
if (framed) new ResizeObserver(height).observe(document.body);
start();
