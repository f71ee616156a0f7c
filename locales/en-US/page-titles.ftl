# The titles of the window that are not the page's heading, too.

window-title = { $page } – { $name }
first-profile = First profile
profile = Profile
session = Session
record = Record of a session
