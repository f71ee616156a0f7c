# Why ratings were not sealed.

not-invited = The invitation is to two other roles than the one of these ratings.
other-ladder = These ratings were made with another ladder, or another revision, than the invitation names.
too-large = These ratings are too large for a session of two: shorten examples or take out evidence, then seal again.
does-not-open = Nothing was sealed, because it could not have been opened again.
