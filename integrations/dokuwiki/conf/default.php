<?php
// Addresses of the folders with embed.html and embed.js, one per line, each ending with a slash. The first is the default.
$conf['addresses'] = '';
