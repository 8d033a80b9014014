# Jo is helped, and asked about it on the next day; a stranger is sent on

Caller (+14255550123) calls +14255550100 as "Jo"
Agent (+14255550190) declines once, then answers after 10 s
System: calls Agent
System: plays https://contoso.example/audio/hold-music.wav
Caller: hangs up
Caller: calls +14255550100 as "Jo"
System: calls Agent
System: plays https://contoso.example/audio/hold-music.wav
System to Agent: Jo is calling.
System: You are connected.
System to Agent: You are connected.
Agent: says "Hello, Jo."
Agent: hangs up
Caller: hangs up

Stranger (+14255550199) calls +14255550100
Stranger: waits 15 s
System: redirects the call to Agent
Stranger: hangs up

* The survey begins
Caller: answers
* A day is over
System: calls Caller
System: How was it?
System: hangs up
