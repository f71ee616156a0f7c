# What the profile says as a picture.

chance-of-each-level = Chance of each level; each dot stands for 5%
where-each-stands = Position in each dimension
key = Thick bar: where the answers place the work. Thin line: where it may really be, since a single rater can be off. Both cover { $coverage }.
numbers = { $estimate } (likely { $answers-say }; allowing for one rater, { $one-rater })
holds-it-back = holds it back
asked = A line with a triangle marks what { $level } requires in the dimension.
