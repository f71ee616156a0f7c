# The domain map: depth against breadth.

map = Domain map
add = Add a domain
depth-step = { $depth }: { $text }
take-out-number = Take out domain { $number }
take-out-name = Take out { $domain }
domain-number = Domain { $number }
domain = Domain
how-deep = How deep
take-out = Take out
counts = { $depth }; counts for breadth
does-not-count = { $depth }; does not count for breadth yet
yes = yes
no = no
depth-and-breadth = Depth against breadth
mark-counts = Counts for breadth
mark-not-yet = Not yet
mark-threshold = From this line on a domain counts for breadth
table = Domains and how deep each
depth = Depth
counts-for-breadth = Counts for breadth
