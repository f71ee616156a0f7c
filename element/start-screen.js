// The screen before the first press, for hosts without a start page of their own.
import { element } from './app.js';

function button(text, className, data) {
  const made = element('button', { type: 'button', className }, text);
  made.dataset[data] = '';
  return made;
}

export const startScreen = () => element('div', { className: 'page' }, element('div', { className: 'main start' },
  element('h1', { className: 'display', tabIndex: -1 }, 'Ladder calibration'),
  element('p', { className: 'standfirst' }, 'You choose between statements about what you did. The profile says which level that describes, and how sure that is.'),
  element('p', { className: 'actions' }, button('Start self-assessment', 'button', 'begin'), ' ', button('Open file', 'button quiet', 'open')),
  element('p', { className: 'small soft' }, 'Your answers stay in this browser.')));
