"""Reading the text of a resume: a program of its own, run by `storage.sandbox` for each file.

It imports neither Django nor the application, so that it starts in a moment and has nothing to steal. It takes the
path of a file, and prints one JSON object: what was read, or the code of the reason why nothing was.
"""
