"""Reading a resume: every finding is a span of the text the caller sent."""
