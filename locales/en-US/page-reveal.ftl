# What the page of the reveal says.

standfirst = Both files open together or not at all. Each of you types the code that the other one sent, and tells the opening number now.
two-files = The two files
or-paste = Or paste the text of the sealed file
codes = Codes and opening numbers
about-codes = Take each code from where it was sent to you, never from the file or from this screen. Spaces and line breaks do not matter.
nothing-opened = Nothing was opened.
not-here = Not here yet.
several = More than one is here. The one whose code you type is opened.
code = Code, 40 digits
opening-number = Opening number, 20 digits
opening = Opening takes a few seconds; the page stands still meanwhile.
one-refuses = One of you does not open
about-refusal = Then nothing is opened, and this session ends with a record that says who sealed when and who did not open.
does-not-open = The { -role } does not open
-role = { $role ->
    [self] self-rater
    [manager] manager
    [peer] peer
    [committee] committee member
   *[agreed] both
}
