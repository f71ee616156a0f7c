# Locking a file with a passphrase, and opening it.

of-file = Passphrase of this file
open = Open with this passphrase
opening = Opening takes a second or two. The page does not respond until it is done.
differ = The two passphrases differ. Type the same one twice.
first = Passphrase
again = Repeat the passphrase
save = Save locked file
locking = Locking takes a second or two. The page does not respond until it is done.
locked = The file is locked. It opens only with the passphrase.
