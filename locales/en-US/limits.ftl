# What is larger, longer or more than a file may hold.

file-too-large = the file is larger than 4 MiB
too-many-values = too many values
number-too-large = a number that is too large
too-many-in-list = too many values in one list
too-many-in-object = too many values in one object
text-too-long = is longer than { $most } characters
count-out-of-range = there are { $found }; there have to be { $least } to { $most }
link-too-long = is longer than 32 KiB
would-not-open = it would be too large for this page to open again (4 MiB, 50,000 values)
line-too-long = a line in a session has at most 2,000 characters
beside-too-large = a text is longer than 20,000 characters, or a number is over a billion
