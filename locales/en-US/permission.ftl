# The question whether anything may be stored.

question = May this page save your answers?
question-about = May this page save your answers in this browser? It was opened from a file, so other files that you open in this browser could read them. If you do not allow it, nothing is stored; save a file before you close the page.
