// The messages between the two sides of a frame; docs/embedding.md describes them.
const NS = 'ladder-calibration';
const VERSION = 1;

/** Whether a message is of this protocol, and of the frame `id`. */
export const ours = (data, id) => typeof data === 'object' && data !== null && data.ns === NS && data.v === VERSION && data.id === id && typeof data.type === 'string';

export const message = (id, type, rest) => ({ ...rest, ns: NS, v: VERSION, id, type });
