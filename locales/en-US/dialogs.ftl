# The questions before something is deleted.

delete = Delete
delete-what = Delete: { $what }
delete-this = Delete this?
delete-about = { $what }: delete it from this browser? This cannot be undone.
delete-yes = Yes, delete it
keep = Keep it
delete-everything = Delete everything?
delete-everything-about = This deletes everything that the page keeps in this browser: assessments, invitations, sealed files, records of sessions, and the records that could not be opened. Files that you saved stay where they are. This cannot be undone.
keep-everything = Keep everything
