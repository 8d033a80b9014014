# A patient keeps the appointment when reminded of it, and cancels it on the next day

Patient (+14255550123) answers after 5 s
* The reminder is due
Patient: presses 1

Patient: waits 1 d
Patient: calls +14255550100
Patient: says "no"
