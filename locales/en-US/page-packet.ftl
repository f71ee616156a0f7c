# The draft of a promotion packet.

standfirst = Made from answers that an example or a piece of evidence stands behind. What nothing shows is not claimed; it is listed among the gaps.
sensitive = With pieces that are marked as sensitive
markdown = Markdown
markdown-note = For a wiki or a shared document.
html = HTML
html-note = One file to keep, to send or to print; it loads nothing.
print = Print this draft
nothing-shown = Nothing is shown here yet.
evidence = Evidence
gaps = What this draft does not show
example = Example: { $example }
evidence-numbered = Evidence { $number }: { $title }
piece-numbered = { $number }: { $title }
