"""A recruiter's vacancies: asked once, then applied to every new resume."""
