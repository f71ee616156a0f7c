# A day and the time on it.

day-and-time = { $day }, { $time }
