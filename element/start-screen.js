// The screen before the first press, for hosts without a start page of their own.
import { element } from './app.js';
import { messages } from './text.js';

function button(text, className, data) {
  const made = element('button', { type: 'button', className }, text);
  made.dataset[data] = '';
  return made;
}

export const startScreen = () => element('div', { className: 'page' }, element('div', { className: 'main start' },
  element('h1', { className: 'display', tabIndex: -1 }, messages.name),
  element('p', { className: 'standfirst' }, messages.howItWorks),
  element('p', { className: 'actions' }, button(messages.start, 'button', 'begin'), ' ', button(messages.openFile, 'button quiet', 'open')),
  element('p', { className: 'small soft' }, messages.localOnly)));
