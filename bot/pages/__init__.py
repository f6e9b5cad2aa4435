"""What is made out of a group's list to be read by itself: pages, packs, reports and their figures."""
