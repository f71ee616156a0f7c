// Writes the types of the element from its manifest: types.mjs FOLDER, which holds custom-elements.json.
import fs from 'node:fs';
import path from 'node:path';

const folder = process.argv[2];
const [module] = JSON.parse(fs.readFileSync(path.join(folder, 'custom-elements.json'), 'utf8')).modules;
const [element] = module.declarations;
const doc = ({ description }, indent = '') => `${indent}/** ${description} */\n`;
const parameter = ({ name, rest, type }) => `${rest ? '...' : ''}${name}: ${type.text}`;
// A property may be set to JSON text; reading it gives an object.
const field = ({ name, type }) => `  get ${name}(): ${type.text.replace(' | string', '')};\n  set ${name}(value: ${type.text});\n`;
const method = ({ name, parameters = [], return: { type } }) => `  ${name}(${parameters.map(parameter).join(', ')}): ${type.text};\n`;
const member = (entry) => doc(entry, '  ') + (entry.kind === 'field' ? field : method)(entry);

// The detail of an event that has one, under a name: LadderChange for ladder-change.
const named = ({ name }) => name.replace(/(?:^|-)(.)/g, (_, first) => first.toUpperCase());
const detail = ({ type }) => type.text.match(/^CustomEvent<(\{.*\})>$/)?.[1];
const details = element.events.filter(detail);
const event = (entry) => `    '${entry.name}': ${detail(entry) ? `CustomEvent<${named(entry)}>` : entry.type.text};\n`;

fs.writeFileSync(path.join(folder, 'element.d.ts'), `// Written by the build from custom-elements.json.
import type { Profile } from './index.js';

${details.map((entry) => `${doc(entry)}export interface ${named(entry)} ${detail(entry)}\n`).join('\n')}
${doc(element)}export class ${element.name} extends ${element.superclass.name} {
${element.members.map(member).join('')}}

declare global {
  interface HTMLElementTagNameMap {
    '${element.tagName}': ${element.name};
  }
  interface HTMLElementEventMap {
${element.events.map(event).join('')}  }
}
`);
