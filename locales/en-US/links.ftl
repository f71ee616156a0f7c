# Why a link holds nothing that can be opened. It stands after the place.

nothing = holds nothing that this page could open
newer-version = has version { $found }; this page knows version { $known }
damaged = was damaged or cut off on its way: the checksum does not fit
not-question-set = "{ $found }" is not known; it is "core" or "all"
