// The wiki's side of a frame: it makes the frame, sets its height, and dispatches its messages as events.
import { doc } from './document.js';
import { messages } from './host-text.js';
import { ATTRIBUTES } from './options.js';
import { message, ours } from './protocol.js';

const NAMES = [...ATTRIBUTES, 'allowed-origins'];
const [LEAST, MOST] = [100, 20000];
const TIMEOUT = 15000;
let count = 0;

/** Puts a frame into `container`, set up by the attributes of `host`. */
export function frameIn(host, container, base) {
  const asked = (name) => host.getAttribute(`data-${name}`) ?? host.getAttribute(name);
  // A wiki's plugin may have made the frame already; then only its height and messages are handled.
  const made = host.querySelector('iframe');
  const id = made ? (new URLSearchParams(made.src.split('#')[1]).get('id') ?? '') : `ladder-${(count += 1)}`;
  const fragment = new URLSearchParams({ id });
  for (const name of NAMES) {
    const value = asked(name);
    if (value) fragment.set(name.replace('-src', ''), name === 'ladder-src' ? new URL(value, doc.baseURI).href : value);
  }
  const inline = host.querySelector('script[type="application/json"]')?.textContent;
  if (inline) fragment.set('ladder-inline', inline);

  const frame = made ?? doc.createElement('iframe');
  const sandbox = asked('sandbox');
  const origin = sandbox !== null && !/allow-same-origin/.test(sandbox) ? 'null' : base.origin;
  if (!made) {
    if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
    Object.assign(frame, { title: host.title || messages.name, src: `${base.href}#${fragment}`, referrerPolicy: 'no-referrer', allow: 'clipboard-write; web-share' });
    Object.assign(frame.style, { display: 'block', width: '100%', height: `${parseInt(asked('height'), 10) || 600}px`, border: 0 });
  }

  const emit = (type, detail) => host.dispatchEvent(new CustomEvent(`ladder-${type}`, { detail, bubbles: true, composed: true }));
  let height, waiting, note, disconnected;
  const help = (text) => {
    note ??= container.appendChild(doc.createElement('p'));
    const link = Object.assign(doc.createElement('a'), { href: `${base.href}`, target: '_blank', rel: 'noopener noreferrer', textContent: messages.newWindow });
    note.replaceChildren(`${text} `, link);
    emit('error', { reason: 'frame', message: text });
  };
  const timeout = setTimeout(() => help(messages.frameNotLoaded(base.origin)), TIMEOUT);
  const arrived = () => { clearTimeout(timeout); note?.remove(); };
  const follow = () => {
    waiting = 0;
    if (height) frame.style.height = `${height}px`;
  };

  const types = {
    ready() { arrived(); emit('ready'); },
    height({ height: requested }) {
      if (!Number.isFinite(requested)) return;
      arrived();
      height = Math.min(Math.max(Math.ceil(requested), LEAST), MOST);
      waiting ||= requestAnimationFrame(follow);
    },
    // If the focus is inside the frame, the top of the next page is scrolled into view.
    turn() {
      const active = container.getRootNode().activeElement === frame;
      if (active && frame.getBoundingClientRect().top < 0) requestAnimationFrame(() => frame.scrollIntoView());
    },
    change({ answered }) { emit('change', { answered: Number(answered) }); },
    export({ assessment }) { emit('export', assessment ? { assessment } : {}); },
    error({ reason, message: words }) { arrived(); emit('error', { reason: String(reason), ...(typeof words === 'string' && { message: words }) }); },
  };
  const receive = (event) => {
    if (!frame.isConnected) {
      removeEventListener('message', receive);
      disconnected = true;
    } else if (event.source === frame.contentWindow && event.origin === origin && ours(event.data, id) && Object.hasOwn(types, event.data.type)) types[event.data.type](event.data);
  };
  const hello = () => new URL(frame.src).origin === base.origin && frame.contentWindow?.postMessage(message(id, 'hello'), '*');
  // Stops listening when the frame is removed, and starts again when it is put back.
  const listen = () => {
    if (!disconnected || !frame.isConnected) return;
    disconnected = false;
    addEventListener('message', receive);
    hello();
  };
  addEventListener('message', receive);
  doc.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    if (!/^(frame|child|default)-src/.test(effectiveDirective) || !blockedURI.startsWith(base.origin)) return;
    clearTimeout(timeout);
    help(messages.frameNotAllowed(base.origin));
  });
  const command = (type, rest) => frame.contentWindow?.postMessage(message(id, type, rest), origin === 'null' ? '*' : origin);
  if (!made) container.append(frame);
  else hello();
  return { frame, listen, theme: (theme) => command('theme', { theme }), open: (assessment) => command('open', { assessment }), ask: () => command('ask') };
}
