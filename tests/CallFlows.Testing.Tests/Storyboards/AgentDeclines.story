# Nobody is free: the customer will be called back

Customer (+14255550124) calls +14255550111
Agent (+14255550190) declines
System: Please key in your six digit order number.
Customer: presses 421337
System: You entered 4 2 1 3 3 7. If that is right press 1. To enter it again press 2.
Customer: presses 1
System: Your order is packed.
System: To speak to someone press 0, or simply hang up.
Customer: presses 0
System: transfers to Agent
System: Nobody is free right now. We will call you back. Goodbye.
System: hangs up
