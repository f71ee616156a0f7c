# Why a file is not encrypted, or does not open.

parameter-out-of-range = asks for { $found } { $parameter ->
    [memory] KiB of memory
    [passes] passes
   *[lanes] lanes
}; a file may ask for { $bounds ->
    [same] { $least }
   *[range] { $least } to { $most }
}
unreadable = The file cannot be read: { $problem }.
damaged = The file is damaged: its checksum does not match. Use another copy of it.
parameters = The file { $refusal }. It was not opened.
no-passphrase-to-open = Type the passphrase that the file was locked with.
wrong-passphrase = The passphrase is wrong. The file itself is undamaged.
no-memory-to-open = There is not enough free memory to open the file. Close other pages and try again.
no-passphrase = Type a passphrase to lock the file with.
no-randomness = This browser does not provide secure random numbers, so nothing was encrypted. Try another browser.
no-memory = There is not enough free memory to encrypt the file. Close other pages and try again.
too-large = The encrypted file would be larger than 4 MiB and could not be opened again.
too-short = is too short
field-missing = a field is missing
other-derivation = has to be "{ $name }"
not-base64 = has to be base64
byte-count = has to be { $bytes } bytes
