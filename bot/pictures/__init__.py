"""Figures as pictures that are read on a phone: pure functions from frozen facts to bytes.

Each module has its facts as dataclasses and one `draw_...` function, which takes 0.1 to 0.4 s: call
it through `bot.pictures.drawing.drawn`, never on the event loop. Words come in as words, in the
person's language; what comes from outside (positions, cities, names) is cut and cleaned here.
"""
