# An agent takes the call over

Customer (+14255550124) calls +14255550111
Agent (+14255550190) answers after 5 s
System: Please key in your six digit order number.
Customer: presses 421337
System: You entered 4 2 1 3 3 7. If that is right press 1. To enter it again press 2.
Customer: presses 1
System: Your order is packed.
System: To speak to someone press 0, or simply hang up.
Customer: says "someone"
System: transfers to Agent
Agent: says "How can I help you?"
Customer: waits 2 min
Customer: hangs up
