# What is asked before a rating begins.

your-name-on-request = Your name, shown only on request (optional)
your-name-in-record = Your name, as the record shows it (optional)
subject = Name of the person you rate (optional)
begin-blind = Begin a blind rating
begin = Begin to rate
