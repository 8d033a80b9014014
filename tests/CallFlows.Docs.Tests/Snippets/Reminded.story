# The patient is busy, and is called again a quarter of an hour later

Patient (+14255550123) is busy, then answers after 4 s
* The flow starts
System: calls Patient
System: calls Patient
System: This is Contoso Clinic. Press 1 to keep your appointment on Monday, or 2 to cancel it.
Patient: presses 1
System: Thank you. Goodbye.
System: hangs up
