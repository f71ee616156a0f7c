# The draft of a promotion packet.

standfirst = The draft claims only what an example or evidence backs, and lists the rest as gaps.
sensitive = Include evidence marked as sensitive
markdown = Markdown
markdown-note = For a wiki or a shared document.
html = HTML
html-note = One file to keep, send or print; it loads nothing.
print = Print this draft
nothing-shown = Nothing is backed here yet.
evidence = Evidence
gaps = What this draft does not show
example = Example: { $example }
evidence-numbered = Evidence { $number }: { $title }
piece-numbered = { $number }: { $title }
