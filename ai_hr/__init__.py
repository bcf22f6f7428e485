"""AI-HR: scores resumes against vacancies and conducts interviews, over HTTP, keeping nothing between calls."""
