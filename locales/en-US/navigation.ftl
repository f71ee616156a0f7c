# The line at the top of every page.

pages = Pages
