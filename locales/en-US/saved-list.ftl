# The list of what is saved in this browser.

heading = Saved in this browser
answered = { $answered } of { $questions } answered
answered-and-changed = { $answered } of { $questions } answered, last changed { $day }
continue-label = Continue { $assessment }, { $state }
delete-label = Delete { $assessment }, { $state }
delete-question = Delete this assessment?
unreadable = { $count ->
    [one] A record that could not be opened
   *[other] Records that could not be opened
}
unreadable-about = It stays in this browser unchanged.
unreadable-record = This record could not be opened: { $problem }.
unreadable-download = Download this record
