"""Conducting an interview: the transcript that comes with each call is all there is to know."""
