// Options of an element, and of a frame through the fragment of its address. The app gets them in one object.

/** Attributes of both. A frame has them in its fragment under the same names, but `ladder-src` as `ladder`. */
export const ATTRIBUTES = ['mode', 'lang', 'theme', 'storage', 'ladder-src'];

/** The options of the app; src/ui/options.rs reads them. */
export const optionsFrom = (get) => ({ ownsPage: false, keeps: get('storage') !== 'none', mode: get('mode') ?? '' });
