# What a wiki's page says around the frame: `cargo xtask texts` writes element/host-text.js.

new-window = Open it in a new window.
frame-not-loaded = The frame from { $origin } did not load. The network, the browser or a setting of this wiki may block it.
frame-not-allowed = The settings of this wiki block the frame. Its administrator has to add { $origin } to frame-src.
