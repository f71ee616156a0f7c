# Locking a file with a passphrase, and opening it.

of-file = Passphrase of this file
open = Open with this passphrase
opening = Opening takes a second or two; the page stands still meanwhile.
differ = The two passphrases differ. Type the same one twice.
first = Passphrase
again = The same again
save = Save locked file
locking = Locking takes a second or two; the page stands still meanwhile.
locked = It is locked. Without the passphrase nobody can open it, you included.
