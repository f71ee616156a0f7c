# The page with what is stored in this browser.

about = Everything you enter stays in this browser on this device; there is no account, and nothing is sent to a server.
what-is-stored = What is stored
what-others-see = What others can see
what-others-see-about = Anyone who uses this browser profile can read what is stored here. The web server's log shows its operator that these files were fetched, from which address and when, but nothing that you enter. A browser extension with access to this page can read all of it. The browser's translation or spelling check may send text to its provider; switch it off here if that matters.
take-or-delete = Save or delete your data
take-or-delete-about = A file contains everything in an assessment or a session. Deleting removes it from this browser, in every window of this page. Files that you saved are not deleted.
delete-all = Delete all data
nothing-off = Nothing: saving is switched off for this page. What is on screen is lost when you close the page, unless you save a file.
nothing-not-allowed = Nothing. What is on screen is lost when you close the page, unless you save a file or allow this page to store it.
nothing-denied = Nothing: this browser does not let the page store anything. What is on screen is lost when you close the page, unless you save a file.
nothing-yet = Nothing yet.
total = { $size } { $place ->
    [wiki] in this browser, for this wiki only
   *[browser] in this browser
}, in its local storage.
column-what = What
column-size = Size
column-changed = Last changed
column-handed-out = File last saved
never = never
delete-due = It was due for deletion on { $day }.
delete-by = To be deleted by { $day }.
invitations = Invitations to a calibration: { $count }
sealed-ratings = Sealed ratings: { $count }
records = Session records: { $count }
reviews = Committee review forms: { $count }
other-keys = Last page, and records that could not be opened
kilobytes = { $number }{ "\u00A0" }kB
download-all = Download all
download-part = Download all, part { $part } of { $of }
