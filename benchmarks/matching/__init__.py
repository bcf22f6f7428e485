"""How well resumes are ranked, requirements found and answers graded, beside two baselines, in one run."""
