# What the page of calibration sessions says.

standfirst = Two people rate the same work, each alone, then open both ratings and talk about the differences.
copy-left = The ratings are sealed, but a readable copy of them could not be deleted from this browser. Delete it on the start page, or save the sealed file and use “Delete everything”.
not-noted = A code and an opening number are not noted yet
show-them = Show them
new-session = A new session
about-invitation = An invitation names the ladder, the period and the questions; it holds no ratings. Tell the person who is rated about it; they get the same file.
received = Open what you received
about-received = An invitation, a sealed file or a record: choose the file, drop it on this page, or paste the message.
or-paste = Or paste the message or the text of a file
beside = More
beside-warm-up = { 0 }: rate a fictional case and compare your answers with the authors', in five minutes.
beside-verify = { 0 }: check whether a closing code fits a record.
beside-committee = { 0 }: three to twelve people review a record, or rate blind.
sessions = Sessions
in-progress = In progress.
second-look = A second look.
open-record = Open the record
continue-session = Continue the session
session-called = The session of { $people }
open-invitation = To continue, open the invitation to its session.
sealed-file-called = The sealed file of the { $seal }
without-invitation = Sealed files without an invitation
copy-invitation = Copy the invitation
with-invitation = { $session }, with its invitation
invitation-as-text = The invitation as text
session-of-no-day = A session
session-of = Session of { $day }
-questions = { $set ->
    [core] The { $count } core questions
   *[all] All { $count } questions
}
rates = { -questions }.
rates-over = { -questions }; { $period }.
other-revision = The invitation is for revision { $theirs } of the ladder “{ $ladder }”; this page has revision { $here }. Ratings made here cannot be sealed for this session.
answered-here = { $answered } of { $asked } answered here.
readable-too = A readable copy is here too.
no-readable = No readable copy is here.
nothing-here = Nothing here yet.
look-at-ratings = View my ratings
rate = { $role ->
    [self] Rate my own work
   *[other] Rate as the { -role }
}
rate-again = { $role ->
    [self] Rate my own work again
   *[other] Rate as the { -role } again
}
-role = { $role ->
    [self] self-rater
    [manager] manager
    [peer] peer
    [committee] committee member
   *[agreed] both
}
only-if-lost = Only if the opening number is lost. The next seal gets the next number, and the record shows it.
