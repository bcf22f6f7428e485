"""Engines propose evidence; `ai_hr.rubric` decides. All of them answer the same questions in the same shapes."""
