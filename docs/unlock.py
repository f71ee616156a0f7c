#!/usr/bin/env python3
"""Opens a locked or a sealed file of ladder calibration without the page.

    pip install argon2-cffi pynacl
    python3 unlock.py FILE > opened.json

It asks for the passphrase, or for the opening number of a sealed file. Both may also come on standard input.
"""
import base64
import getpass
import json
import re
import sys

from argon2.low_level import Type, hash_secret_raw
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
from nacl.exceptions import CryptoError

with open(sys.argv[1], encoding="utf-8") as text:
    file = json.load(text)
kdf, sealed = file["kdf"], file["format"] == "ladder-calibration/sealed"
if kdf["m"] > 128 * 1024 or kdf["t"] > 4 or kdf["p"] != 1:
    sys.exit("The file asks for more memory or time than a file may.")
if sys.stdin.isatty():
    secret = getpass.getpass("Opening number: " if sealed else "Passphrase: ").encode()
else:
    secret = sys.stdin.buffer.read().removesuffix(b"\n")
if sealed:
    secret = re.sub(rb"[^0-9]", b"", secret)
salt, nonce, ciphertext = (base64.b64decode(file[name]) for name in ("salt", "nonce", "ciphertext"))
rest = {name: value for name, value in file.items() if name not in ("ciphertext", "checksum")}
header = json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
key = hash_secret_raw(secret, salt, kdf["t"], kdf["m"], kdf["p"], 32, Type.ID)
try:
    opened = decrypt(ciphertext, header, nonce, key)
except CryptoError:
    sys.exit("It does not open: the passphrase or the opening number is wrong, or the file was damaged.")
if sealed:
    print("salt of the seal:", opened[:32].hex(), file=sys.stderr)
    opened = opened[32:]
sys.stdout.buffer.write(opened)
