# A patient confirms after a moment of silence

Caller (+14255550123) calls +14255550100
System: You have an appointment on Monday. To confirm press 1 or say confirm. To cancel press 2 or say cancel.
Caller: is silent
System: Sorry, I did not hear you.
System: You have an appointment on Monday. To confirm press 1 or say confirm. To cancel press 2 or say cancel.
Caller: presses 1
System: Thank you, see you then. Goodbye.
System: hangs up
