# A day and a time.

day-and-time = { $day }, { $time }
