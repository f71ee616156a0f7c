# Codes and opening numbers as they are typed, and why nothing was sealed or opened.

-rater = { $role ->
    [manager] manager
    [peer] peer
    [committee] committee
    [agreed] agreed
   *[self] self-rater
}
not-digit = has "{ $character }" in it, and only digits belong there
no-digits = is missing; it has { $wanted } digits
digit-count = has { $found } digits here, and it has to have { $wanted }
check-digit = is typed wrong: its last digit, which checks the others, does not fit
no-salt = holds no salt and no ratings
not-noted = The code and the opening number of another seal are not noted yet. Note them first; nothing was sealed.
two-versions = Two versions of these ratings wait for a choice. Choose one first; nothing was sealed.
other-version = Another version of these ratings is here, and sealing on one laptop would remove it. Delete the one that you do not want on the start page first; nothing was sealed.
dropped = The ratings changed after this seal was made, so it was dropped, and its number opens nothing. Seal them again.
file-missing = The sealed file of the { -rater } is not here yet.
no-session = The two files give no session: { $problem }.
no-record = This gives no record: { $problem }.
of-another-session = This sealed file belongs to another session.
file-here = The sealed file of the { -rater } is here.
invitation-missing = This sealed file belongs to a session whose invitation is not here.
