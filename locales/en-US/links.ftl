# Why a link holds nothing that can be opened. It stands after the place.

nothing = holds nothing that this page can open
newer-version = has version { $found }; this page reads version { $known }
damaged = was damaged or cut off on the way: the checksum does not match
not-question-set = "{ $found }" is not known; it is "core" or "all"
