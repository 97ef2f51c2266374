"""What strangers may send to the bot as a whole: bombs, faults of the reader, odd updates.

`python -m tests.hostile` sends every bomb and every fault through a running bot (`make hostile`).
"""
