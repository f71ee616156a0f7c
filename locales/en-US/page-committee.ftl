# What the page of a committee says, and a member's review form.

standfirst = { $fewest } to { $most } people review the agreed record of one person, which is the usual way, or rate the core questions blind.
review = Review a record
about-review = Each member opens the same finished record, marks questions, and saves a file. Nothing in the record changes.
open-first = Open a finished record first.
continue-sheet = Continue my review form
begin-sheet = Start my review form
rate-blind = Rate blind
about-blind = Each member rates the core questions alone and saves a file.
put-together = Combine the members' files
about-together = Choose all review forms on one record, or all blind ratings of one person. They are read in this browser and not saved.
ratings-here = { $count ->
    [one] 1 blind rating is here.
   *[other] { $count } blind ratings are here.
}
sheets-here = { $count ->
    [one] 1 review form is here.
   *[other] { $count } review forms are here.
}
record-missing = the record that they are about is not in this browser; open it first
put-away = Close these files
not-together = They cannot be combined yet: { $problem }.
show-names = Show who answered what
who-answered = Who answered what, on the contested questions
who-what = { $who }: { $what }
hide-names = Hide who answered what
marked = { $mark ->
    [agree] agree
    [question] question
   *[pass] pass
}
no-mark = no mark
sheet-overline = Review of an agreed record
my-sheet = My review form
about-sheet = Choose Agree where you support the result, Question where you have doubts, and Pass where you cannot say.
your-name = Your name, shown only on request
mark = { $mark ->
    [agree] Agree
    [question] Question
   *[pass] Pass
}
line = Comment (optional)
save-sheet = Save my review form
