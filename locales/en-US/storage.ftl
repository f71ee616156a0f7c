# What is wrong with a record of this browser's store.

other-id = is not the one that the record is kept under
