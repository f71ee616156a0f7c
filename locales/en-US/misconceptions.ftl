# What people often take the work for.

not-the-work = What the work is not
claim = “{ $claim }”
