// Does each intent with the official client and prints the request that it would send: one JSON line each, in order. Nothing is sent.
// Reads from standard input: the contents of Requests/intents.json.
import { text } from "node:stream/consumers";
import { CallAutomationClient } from "@azure/communication-call-automation";
import { actionOf } from "./harness/intents.mjs";

class Captured extends Error {}

const capture = async (intent, { callbackUri, callConnectionId, cognitiveServicesEndpoint, operationCallbackUri, operationContext }) => {
  let sent;
  const httpClient = {
    sendRequest: async ({ method, url, headers, body }) => {
      sent = { method, url, headers: headers.toJSON(), body: body ? JSON.parse(body) : undefined };
      throw new Captured();
    },
  };
  const client = (user) => new CallAutomationClient("endpoint=https://contoso.communication.azure.com;accesskey=a2V5", {
    httpClient,
    retryOptions: { maxRetries: 0 },
    sourceIdentity: user && { communicationUserId: user },
  });
  const act = actionOf(intent);
  if (!act) return { problem: `harness/intents.mjs says nothing about the action ${intent.action.action}` };
  try {
    await act(intent.action ?? intent, {
      client,
      connection: () => client().getCallConnection(callConnectionId),
      media: () => client().getCallConnection(callConnectionId).getCallMedia(),
      recording: () => client().getCallRecording(),
      callbackUri,
      context: { operationContext, operationCallbackUrl: intent.reportedElsewhere ? operationCallbackUri : undefined },
      intelligence: { cognitiveServicesEndpoint },
    });
    return { problem: "the client went on without an answer" };
  } catch (error) {
    return error instanceof Captured ? sent : { problem: error.stack };
  }
};

const { intents, fileIntents, ...common } = JSON.parse(await text(process.stdin));
for (const intent of [...intents, ...fileIntents]) console.log(JSON.stringify(await capture(intent, common)));
