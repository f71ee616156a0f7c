# In place of a page that is still loaded, or that did not come.

one-moment = One moment
being-loaded = This page is being loaded.
not-loaded = This page could not be loaded
load-again = Load the page again
try-again = Try again
not-done = That could not be done.
answers-still-here = What you have answered is still here.
file-not-loaded = a file of this page could not be loaded
