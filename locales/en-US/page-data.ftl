# The page with what is stored in this browser.

about = Everything you enter stays in this browser, on this device. There is no account and no server that it could go to.
what-is-stored = What is stored
what-others-see = What others can see
what-others-see-about = Whoever uses this browser profile can read what is stored here. Whoever runs the web server sees in its log that these files were fetched, from which address and when, and nothing of what you enter. A browser extension that may read this page can read all of it. A translator or a spelling check of the browser may send what it reads to its provider; switch it off here if that matters.
take-or-delete = Take it with you, or delete it
take-or-delete-about = A file holds everything of an assessment or a session. Deleting takes it out of this browser, in every window of this page; files that you saved stay where they are.
delete-all = Delete it all
nothing-off = Nothing: whoever runs this page switched saving off. What is on screen is lost when the page is closed, unless you save a file.
nothing-not-allowed = Nothing. What is on screen is lost when the page is closed, unless you save a file or allow this page to store it.
nothing-denied = Nothing: this browser does not let the page store anything. What is on screen is lost when the page is closed, unless you save a file.
nothing-yet = Nothing yet.
total = { $size } { $place ->
    [wiki] in this browser, for this wiki only
   *[browser] in this browser
}, in its local storage.
column-what = What
column-size = Size
column-changed = Last changed
column-handed-out = File last handed out
never = never
delete-due = It was to be deleted by { $day }.
delete-by = To be deleted by { $day }.
invitations = Invitations to a calibration: { $count }
sealed-ratings = Sealed ratings: { $count }
records = Records of sessions: { $count }
reviews = Sheets of a committee: { $count }
other-keys = Where you were, and what could not be opened
kilobytes = { $number }{ "\u00A0" }kB
download-all = Download all
download-part = Download all, part { $part } of { $of }
