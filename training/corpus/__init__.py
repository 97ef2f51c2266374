"""Real language for simulated careers: job ads and anonymised resumes, or the built-in lexicon."""
