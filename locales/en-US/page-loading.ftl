# In place of a page that is loading, or that could not be loaded.

one-moment = One moment
being-loaded = This page is loading.
not-loaded = This page could not be loaded
load-again = Load the page again
try-again = Try again
not-done = That could not be done.
answers-still-here = Your answers are still here.
file-not-loaded = a file of this page could not be loaded
