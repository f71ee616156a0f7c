<?php
// Addresses that hold embed.html and embed.js, one a line, each with a slash at its end. The first is the default.
$conf['addresses'] = '';
