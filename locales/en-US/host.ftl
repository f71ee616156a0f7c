# What a wiki's page says around the frame: `cargo xtask texts` writes element/host-text.js.

new-window = Open it in a new window.
frame-not-loaded = The frame from { $origin } did not load. The network, the browser or a rule of this wiki keeps it away.
frame-not-allowed = The rules of this wiki do not allow the frame: its administrator has to add { $origin } to frame-src.
