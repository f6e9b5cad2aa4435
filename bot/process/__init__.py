"""The program itself: what it runs, how it is looked after by hand, and how it tells how it is doing."""
