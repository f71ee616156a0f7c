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
damaged = { $file } was damaged on the way: its checksum does not match. Ask for it again.
parameters = { $file } { $problem }. It was not opened.
no-memory = { $file } was not opened: there is not enough free memory. Close other pages and try again.
another-file = { $file } carries a different code than the one you entered.
another-session = { $file } belongs to a different session than the invitation.
not-invited = { $file } has a role that the invitation does not name.
one-role = { $files } have the same role, "{ $role }". One file from each rater is needed.
wrong-opening-number = { $file } is undamaged, but the opening number is wrong.
changed = { $file } was changed after its code was made: its content does not match the code.
one-salt = { $files } have the same salt, so one was copied from the other. Each rater has to seal alone.
ratings-unreadable = { $file } was opened, but the ratings in it cannot be read: { $problem }.
other-form = { $file } was opened, but its ratings are not in the form that codes are computed from. It was not made by this page.
other-rater = { $file } holds ratings of a different role, "{ $role }".
other-ladder = { $file } holds ratings made with a different ladder or revision than the invitation names.
