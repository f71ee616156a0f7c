# Whether and where answers are saved, and when a file is due.

not-saved = Not saved: save a file before you close. { $cause }
denied = This browser does not let the page store anything.
full = This browser's storage is full.
off = Whoever runs this page switched saving off.
unreadable = Not saved: with the last change it could not be opened again. Undo it, or shorten a text.
asks = You have not allowed this page to store anything.
saved = Saved { -place }, at { $time }.
saved-as-given = Answers are saved { -place } as you give them.
-place = { $place ->
    [wiki] in this browser, for this wiki only
   *[browser] in this browser
}
forgets = Safari deletes it after seven days without a visit: save a file.
file-due-first = No file of it was ever saved: save one now.
file-due = The last file of it was handed out on { $day }: save a new one.
file-asked = Your browser was asked to save { $name }. If no file came, copy the text instead.
file-asked-in-frame = Your browser was asked to save { $name }. Inside another page it may drop files without a word. If no file came, copy the text instead.
