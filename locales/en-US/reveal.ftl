# Why a sealed file was not opened. Each sentence begins with the file that it is about.

file-of-self = The self-rater's file
file-of-manager = The manager's file
file-of-peer = The peer's file
file-of-committee = The committee's file
file-agreed = The agreed file
first-file = The first file
second-file = The second file
both-files = Both files
new-file = The new file
code-mistyped = { $file }: its code { $problem }.
opening-number-mistyped = { $file }: its opening number { $problem }.
unreadable = { $file } cannot be read: { $problem }.
damaged = { $file } was damaged on its way: it does not fit its own checksum. Ask for it again.
parameters = { $file } { $problem }. It was not opened.
no-memory = { $file } was not opened: there is not enough free memory. Close other pages and try again.
another-file = { $file } is another file than the one that this code was made for: it carries another code.
another-session = { $file } belongs to another session than the invitation.
not-invited = { $file } is of a role that the invitation does not name.
one-role = { $files } are of one role, "{ $role }". One file of each rater is needed.
wrong-opening-number = { $file } is undamaged, and this opening number does not open it: the number is wrong.
changed = { $file } was changed after its code was made: its content does not give the code.
one-salt = { $files } hold the same salt, so one was copied from the other. Each rater has to seal alone.
ratings-unreadable = { $file } was opened, and the ratings in it cannot be read: { $problem }.
other-form = { $file } was opened, and its ratings are not in the form that codes are made over. It was not made by this page.
other-rater = { $file } holds ratings of another role, "{ $role }".
other-ladder = { $file } holds ratings made with another ladder, or another revision, than the invitation names.
