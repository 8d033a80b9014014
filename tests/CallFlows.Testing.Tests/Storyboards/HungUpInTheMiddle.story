# The customer hangs up while the number is being keyed in

Customer (+14255550124) calls +14255550111
System: Please key in your six digit order number.
Customer: presses 42
Customer: hangs up
