# A patient keeps the appointment when reminded of it, and cancels it on the next day

Patient (+14255550123) answers after 5 s
* The reminder is due
System: calls Patient
System: This is Contoso Clinic. Press 1 to keep your appointment on Monday, or 2 to cancel it.
Patient: presses 1
System: Thank you. Goodbye.
System: hangs up

# On the next day
Patient: waits 1 d
Patient: calls +14255550100
System: You have an appointment on Monday. To confirm press 1 or say confirm. To cancel press 2 or say cancel.
Patient: says "no"
System: Your appointment is cancelled. Goodbye.
System: hangs up
