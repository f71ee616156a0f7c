# What is asked before a rating starts.

your-name-on-request = Your name, shown only on request (optional)
your-name-in-record = Your name for the record (optional)
subject = Name of the person you rate (optional)
begin-blind = Start a blind rating
begin = Start rating
