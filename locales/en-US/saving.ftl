# Whether and where answers are saved, and when a file is due.

not-saved = Not saved. Save a file before you close this page. { $cause }
denied = This browser does not let the page store anything.
full = This browser's storage is full.
off = Saving is switched off for this page.
unreadable = Not saved: after the last change, it could not be opened again. Undo the change, or shorten a text.
asks = You have not allowed this page to store anything.
saved = Saved at { $time } { -place }.
saved-as-given = Answers are saved { -place } as you give them.
-place = { $place ->
    [wiki] in this browser, for this wiki only
   *[browser] in this browser
}
forgets = Safari deletes this data after seven days without a visit. Save a file.
file-due-first = No file has been saved yet. Save one now.
file-due = The last file was saved on { $day }. Save a new one.
file-asked = Your browser was asked to save { $name }. If no file appears, copy the text instead.
file-asked-in-frame = Your browser was asked to save { $name }. Inside another page, it may block downloads without a message. If no file appears, copy the text instead.
