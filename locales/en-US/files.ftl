# What is wrong in a file. It stands after the place: "answers.scope.example: has to be text".

not-json = this is not valid JSON ({ $cause })
line-and-column = line { $line }, column { $column }
json-value = a JSON value
key-twice = the key "{ $key }" appears twice in one object
missing = is missing
not-object = has to be an object
not-list = has to be a list
not-text = has to be text
not-true-or-false = has to be true or false
not-number = has to be a number
not-whole = has to be a whole number
not-whole-from-0 = has to be a whole number, 0 or more
not-whole-from-1 = has to be a whole number, 1 or more
not-below = has to be below { $limit }
not-between = has to be between { $low } and { $high }
repeated = "{ $id }" appears twice
not-one-of = "{ $found }" is not known; it is one of { LIST($known, type: "unit") }
an-assessment = an assessment file
a-bundle = a bundle file
a-committee = a committee file
an-invitation = an invitation file
a-ladder = a ladder file
a-locked = a locked file
a-sealed = a sealed file
a-session = a session file
a-stored-document = a calibration document
a-warm-up = a warm-up file
not-this-kind = this is not { $kind }
another-format = this is "{ $found }", not { $kind } ("{ $wanted }")
no-format = is missing, so this is not { $kind }
newer-version = the file has version { $found }; this page reads version { $known } and leaves newer files unchanged
not-a-version = { $newest ->
    [one] has to be 1
   *[other] has to be a whole number from 1 to { $newest }
}
checksum-does-not-fit = does not match the rest of the file: it was damaged or changed by hand
checksum-missing = is missing, so the record may be damaged
empty = the file is empty, or the browser could not read it
ladder-unreadable = this ladder cannot be read
computed-result = this is a computed result; open the assessment file that it was computed from
foreign-format = "{ $format }" is not a file of ladder calibration
foreign = is missing, so this is not a file of ladder calibration
not-role = "{ $id }" is not a role; it is one of self, manager, peer, committee, agreed
not-off-scale = { $found } is not known; it is { LIST($known, type: "or") }
no-choice = has neither "statement" nor "off_scale"
two-choices = has both "statement" and "off_scale"; only one can be the answer
not-date = has to be a month or a day such as 2026-03 or 2026-03-14
not-address = is not an address that begins with https:, http: or mailto:
not-channel = "{ $found }" is not known; it is "direct" or "amplified"
detail-not-text = has a value that is not text; it is kept but not read
entry-not-object = has an entry that is not an object; it is kept but not read
not-offered = is not an answer that the ladder offers
not-presence = { $found } is not known; it is one of present, partly, absent, cannot-tell
sensitive-piece = evidence that its owner marked as sensitive
not-an-id = has to be 1 to 64 letters, digits, hyphens, periods and underscores to be kept here
not-a-document = is not a calibration document
