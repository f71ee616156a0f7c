// The second module out of the file itself: packed with gzip, in base64. There is no first module here.
const PACKED = '__PACKED__';

async function bytes() {
  const packed = Uint8Array.from(atob(PACKED), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacked).arrayBuffer();
}

async function load() {
  if (typeof WebAssembly === 'undefined') throw 'no-wasm';
  if (typeof DecompressionStream === 'undefined') throw 'feature';
  await glue.default({ module_or_path: await bytes() });
  return (rooms.module = glue);
}

export const walk = undefined;
export const rooms = () => (rooms.promise ??= load());

export function poison() {
  rooms.promise = Promise.reject('fault');
  rooms.promise.catch(() => {});
}
