# Undo and redo of answers.

undo = Undo
redo = Redo
