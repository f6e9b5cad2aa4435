"""The tests, a package of this house: a library brings a folder of the same name."""
