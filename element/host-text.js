// Written by `cargo xtask texts` from locales/en-US/host.ftl.
export const messages = {
  newWindow: 'Open it in a new window.',
  frameNotLoaded: (origin) => `The frame from ${origin} did not load. The network, the browser or a setting of this wiki may block it.`,
  frameNotAllowed: (origin) => `The settings of this wiki block the frame. Its administrator has to add ${origin} to frame-src.`,
  name: 'Ladder calibration',
};
