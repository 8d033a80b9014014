# The patient is busy, then does not answer, then keeps the appointment

Patient (+14255550123) is busy, then never answers, then answers after 4 s
* The flow starts
System: calls Patient
System: calls Patient
System: calls Patient
System: This is Contoso Clinic. Press 1 to keep your appointment on Monday, or 2 to cancel it.
Patient: presses 1
System: Thank you. Goodbye.
System: hangs up
