# The domain map: depth and breadth.

map = Domain map
add = Add a domain
depth-step = { $depth }: { $text }
take-out-number = Remove domain { $number }
take-out-name = Remove { $domain }
domain-number = Domain { $number }
domain = Domain
how-deep = How deep
take-out = Remove
counts = { $depth }; counts for breadth
does-not-count = { $depth }; does not count for breadth yet
yes = yes
no = no
depth-and-breadth = Depth and breadth
mark-counts = Counts for breadth
mark-not-yet = Not yet
mark-threshold = A domain counts for breadth from this line on
table = Domains and their depth
depth = Depth
counts-for-breadth = Counts for breadth
