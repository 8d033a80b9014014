# The look-up takes half a minute: the music goes on, and is told once

Customer (+14255550124) calls +14255550111
System: Please key in your six digit order number.
Customer: presses 421337
System: You entered …
Customer: presses 1
System: plays https://contoso.example/audio/hold-music.wav
System: I can't find that order.
System: To speak to someone press 0, or simply hang up.
Customer: hangs up
