# What the pages' own HTML says before any script runs, besides what the start page has in common with the program.

description = A career ladder for Staff, Principal and Distinguished engineers: a level profile that says how sure it is, computed in your browser.
no-script = This page computes everything in your browser and needs JavaScript and WebAssembly for it. Please allow scripts for this page; nothing is sent anywhere.
not-found-title = Nothing here – Ladder calibration
not-found = There is nothing here
not-found-advice = The page was probably updated. { 0 }
open-start-page = Open the start page.
