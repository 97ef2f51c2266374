"""Made-up people with careers in real language, and what an interview would say of their claim."""
