# Codes and opening numbers as they are typed, and why nothing was sealed or opened.

-rater = { $role ->
    [manager] manager
    [peer] peer
    [committee] committee
    [agreed] agreed
   *[self] self-rater
}
not-digit = contains "{ $character }"; only digits are allowed
no-digits = is missing; it has { $wanted } digits
digit-count = has { $found } digits here; it needs { $wanted }
check-digit = has a typing error: its last digit, which checks the others, does not match
no-salt = holds no salt and no ratings
not-noted = The code and the opening number of another seal are not noted yet. Note them first; nothing was sealed.
two-versions = There are two versions of these ratings. Choose one first; nothing was sealed.
other-version = There is another version of these ratings here, and sealing on one laptop would delete it. On the start page, delete the one that you do not want; nothing was sealed.
dropped = The ratings changed after this seal was made, so it was discarded, and its number opens nothing. Seal again.
file-missing = The sealed file of the { -rater } is not here yet.
no-session = The two files do not make a session: { $problem }.
no-record = This does not make a record: { $problem }.
of-another-session = This sealed file belongs to a different session.
file-here = The sealed file of the { -rater } is here.
invitation-missing = This sealed file belongs to a session whose invitation is not here. Open the invitation too.
