// What an element is set up by, and a frame through the fragment of its address. The app gets it in one object.

/** Attributes of both. A frame has them in its fragment under the same names, but `ladder-src` as `ladder`. */
export const ATTRIBUTES = ['mode', 'lang', 'theme', 'storage', 'ladder-src'];

/** What the app takes of them; src/ui/options.rs reads it. */
export const optionsFrom = (get) => ({ ownsPage: false, keeps: get('storage') !== 'none', mode: get('mode') ?? '' });
