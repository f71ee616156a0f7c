# The field for a text that is pasted.

label = Or paste the text of a file
name = Pasted text
read = Read the text
