"""Kills, faults and a full disk while people send resumes: is anything lost, or told twice?"""
