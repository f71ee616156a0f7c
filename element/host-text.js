// Written by `cargo xtask texts` from locales/en-US/host.ftl.
export const messages = {
  newWindow: 'Open it in a new window.',
  frameNotLoaded: (origin) => `The frame from ${origin} did not load. The network, the browser or a rule of this wiki keeps it away.`,
  frameNotAllowed: (origin) => `The rules of this wiki do not allow the frame: its administrator has to add ${origin} to frame-src.`,
  name: 'Ladder calibration',
};
