# Who has no appointment hears a busy tone

Stranger (+14255550199) calls +14255550100
System: rejects the call as busy
