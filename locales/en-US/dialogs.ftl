# The questions before something is deleted.

delete = Delete
delete-what = Delete: { $what }
delete-this = Delete this?
delete-about = Delete this from this browser: { $what }? This cannot be undone.
delete-yes = Yes, delete it
keep = Keep it
delete-everything = Delete everything?
delete-everything-about = This deletes everything that this page has stored in this browser: assessments, invitations, sealed files, session records, and records that could not be opened. Files that you saved are not deleted. This cannot be undone.
keep-everything = Keep everything
