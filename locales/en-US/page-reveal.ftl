# What the page of the reveal says.

standfirst = Enter all four numbers: both codes, yours too, and both opening numbers, which you tell each other now.
two-files = The two files
or-paste = Or paste the text of the sealed file
codes = Codes and opening numbers
about-codes = Take the codes from your chat or your notes, never from the files or from this screen. Spaces and line breaks do not matter.
nothing-opened = Nothing was opened.
not-here = Not here yet.
several = There is more than one. The one that matches the code you enter is opened.
code = Code, 40 digits
opening-number = Opening number, 20 digits
opening = Opening takes a few seconds. The page does not respond until it is done.
one-refuses = One side does not open
about-refusal = Then nothing is opened. The session ends with a record of who sealed when and who did not open.
does-not-open = The { -role } does not open
-role = { $role ->
    [self] self-rater
    [manager] manager
    [peer] peer
    [committee] committee member
   *[agreed] both
}
