"""The documents of a movement's year, written from plain values in the wording of public administration."""
