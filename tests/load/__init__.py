"""Many people at once: do buttons answer, does memory stay flat, how far is it from a bare bot?"""
