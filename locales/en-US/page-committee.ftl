# What the page of a committee says, and a member's sheet on a record.

standfirst = { $fewest } to { $most } people look at one person. They review an agreed record, which is the usual way, or rate the core questions blind. There is no view across people, and no order of people.
review = Review a record
about-review = Each member opens the same finished record, marks questions, and saves a file. Nothing in the record changes.
open-first = Open a finished record first.
continue-sheet = Go on with my sheet
begin-sheet = Begin my sheet
rate-blind = Rate blind
about-blind = Each member rates the core questions alone and saves a file.
put-together = Put members’ files together
about-together = Choose all sheets on one record, or all blind ratings of one person. They are read in this browser and not kept.
ratings-here = { $count } blind ratings are here.
sheets-here = { $count } sheets are here.
record-missing = the record that they are about is not in this browser; open it first
put-away = Put these away
not-together = They cannot be put together yet: { $problem }.
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
my-sheet = My sheet
about-sheet = Agree where you stand behind it, question where something is open to you, pass where you cannot say. A line helps those who read it.
your-name = Your name, shown only on request
mark = { $mark ->
    [agree] Agree
    [question] Question
   *[pass] Pass
}
line = A line (optional)
save-sheet = Save my sheet
