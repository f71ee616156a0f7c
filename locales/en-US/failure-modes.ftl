# What was found about the ways in which a role goes wrong.

present = Its signs are present
would-be-present = Its signs would be present
watch = Some of its signs are present
would-be-watched = Some of its signs would be present
absent = Its core signs are absent
not-assessed = Not assessed, because its core signs are unknown
shares-miss-their-whole = The shares are { $missing } { $side ->
        [short] below
       *[over] above
    } the total; they count once they add up.
