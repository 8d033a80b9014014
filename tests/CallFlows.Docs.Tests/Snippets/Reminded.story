# The patient is busy, and is called again a quarter of an hour later

Patient (+14255550123) is busy, then answers after 4 s
* The flow starts
Patient: presses 1
