# Texts that are copied or saved as a file.

copied = Copied.
clipboard-closed = Clipboard access is blocked here. Select the text and copy it.
save = Save
save-as = Save as { $format }
copy = Copy
copy-as = Copy as { $format }
paste-into-file = Copied. Paste it into a text file and name it { $name }.
copy-text = Copy the text
file-came = I have the file
close = Close
