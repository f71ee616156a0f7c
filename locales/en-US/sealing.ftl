# Why ratings were not sealed.

not-invited = The invitation does not include the role of these ratings.
other-ladder = These ratings were made with a different ladder or revision than the invitation names.
too-large = These ratings are too large for a session. Shorten examples or remove evidence, then seal again.
does-not-open = Nothing was sealed, because the sealed file could not have been opened again.
