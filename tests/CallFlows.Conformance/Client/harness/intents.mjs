// What somebody who uses the official client writes for an intent: one function for each action.
import { createIdentifierFromRawId } from "@azure/communication-common";

const party = (id) => (id === undefined ? undefined : id.startsWith("+") ? { phoneNumber: id } : createIdentifierFromRawId(id));
const parties = (ids) => ids?.map(party);

/** hh:mm:ss, as .NET writes it. */
const seconds = (text) => {
  if (text === undefined) return undefined;
  const [hours, minutes, rest] = text.split(":").map(Number);
  return (hours * 60 + minutes) * 60 + rest;
};

const source = ({ kind, cacheId, ...prompt }) => ({
  ...{
    file: () => ({ kind: "fileSource", url: prompt.uri }),
    ssml: () => ({ kind: "ssmlSource", ssmlText: prompt.markup, customVoiceEndpointId: prompt.customVoiceEndpointId }),
    text: () => ({
      kind: "textSource", text: prompt.content, sourceLocale: prompt.locale, voiceKind: prompt.voiceKind, voiceName: prompt.voice,
      customVoiceEndpointId: prompt.customVoiceEndpointId,
    }),
  }[kind](),
  playSourceCacheId: cacheId,
});
const sources = (prompts) => prompts?.map(source);

const headers = (context) => context && [
  ...Object.entries(context.sipHeaders).map(([name, value]) => {
    if (name === "User-To-User") return { kind: "sipuui", key: name, value };
    const [, sipHeaderPrefix, key] = name.match(/^(X-MS-Custom-|X-)(.+)$/);
    return { kind: "sipx", key, value, sipHeaderPrefix };
  }),
  ...Object.entries(context.voipHeaders).map(([key, value]) => ({ kind: "voip", key, value })),
];

const recognizeKinds = {
  choices: "callMediaRecognizeChoiceOptions",
  dtmf: "callMediaRecognizeDtmfOptions",
  speech: "callMediaRecognizeSpeechOptions",
  speechOrDtmf: "callMediaRecognizeSpeechOrDtmfOptions",
};

const prompts = (list = []) => (list.length > 1 ? { playPrompts: sources(list) } : { playPrompt: list.length === 1 ? source(list[0]) : undefined });

const streaming = (options) => options && {
  transportType: "websocket",
  contentType: "audio",
  transportUrl: options.transportUri,
  audioChannelType: options.audioChannel,
  audioFormat: options.audioFormat,
  enableBidirectional: options.enableBidirectional,
  enableDtmfTones: options.enableDtmfTones,
  startMediaStreaming: options.startMediaStreaming ?? false,
};

const transcription = (options) => options && {
  transportType: "websocket",
  transportUrl: options.transportUri,
  locale: options.locale,
  speechModelEndpointId: options.speechRecognitionModelEndpointId,
  enableIntermediateResults: options.enableIntermediateResults,
  startTranscription: options.startTranscription ?? false,
};

/** What can be said about every call that is made, answered or joined. */
const aboutCall = (action, { context, intelligence }) => ({
  ...context,
  callIntelligenceOptions: action.intelligence ?? intelligence,
  mediaStreamingOptions: streaming(action.mediaStreaming),
  transcriptionOptions: transcription(action.transcription),
});

const locatorKinds = { groupCall: "groupCallLocator", room: "roomCallLocator", serverCall: "serverCallLocator" };

/** Each gets the action; `client(sourceIdentity)`, the call's `connection()`, its `media()` and the `recording()` client; and what is the same for all. */
const actions = {
  addParticipant: ({ participant, callerId, displayName, invitationTimeout, customContext }, { connection, context }) => connection().addParticipant(
    { targetParticipant: party(participant), sourceCallIdNumber: party(callerId), sourceDisplayName: displayName, customCallingContext: headers(customContext) },
    { ...context, invitationTimeoutInSeconds: seconds(invitationTimeout) }),

  answer: (action, common) =>
    common.client(action.answeredBy).answerCall(action.incomingCallContext, common.callbackUri, aboutCall(action, common)),

  cancelAddParticipant: ({ invitationId }, { connection, context }) => connection().cancelAddParticipantOperation(invitationId, { ...context }),

  cancelAllMedia: (_, { media }) => media().cancelAllOperations(),

  connect: (action, common) => {
    const { kind, id } = action.locator;
    return common.client().connectCall({ kind: locatorKinds[kind], id }, common.callbackUri, aboutCall(action, common));
  },

  create: ({ targets, callerId, displayName, source, ...action }, { client, callbackUri, ...common }) => {
    const caller = { sourceCallIdNumber: party(callerId), sourceDisplayName: displayName };
    const options = { ...aboutCall(action, common), teamsAppSource: party(action.teamsAppSource) };
    return targets.length === 1
      ? client(source).createCall({ targetParticipant: party(targets[0]), ...caller }, callbackUri, options)
      : client(source).createGroupCall(parties(targets), callbackUri, { ...caller, ...options });
  },

  getParticipant: ({ participant }, { connection }) => connection().getParticipant(party(participant)),

  getParticipants: (_, { connection }) => connection().listParticipants(),

  getProperties: (_, { connection }) => connection().getCallConnectionProperties(),

  getRecordingState: ({ recordingId }, { recording }) => recording().getState(recordingId),

  hangUp: ({ forEveryone }, { connection }) => connection().hangUp(forEveryone),

  hold: ({ participant, music }, { media, context }) => media().hold(party(participant), { ...context, playSource: music && source(music) }),

  moveParticipants: ({ participants, fromCall }, { connection, context }) => connection().moveParticipants(parties(participants), fromCall, { ...context }),

  muteParticipant: ({ participant }, { connection, context }) => connection().muteParticipant(party(participant), { ...context }),

  pauseRecording: ({ recordingId }, { recording }) => recording().pause(recordingId),

  play: ({ prompts, to, loop = false, interruptOther }, { media, context }) => (to
    ? media().play(sources(prompts), parties(to), { ...context, loop })
    : media().playToAll(sources(prompts), { ...context, loop, interruptCallMediaOperation: interruptOther })),

  recognize: (action, { media, context }) => media().startRecognizing(party(action.participant), {
    ...context,
    kind: recognizeKinds[action.kind],
    ...prompts(action.prompts),
    choices: action.choices,
    endSilenceTimeoutInSeconds: seconds(action.endSilence),
    initialSilenceTimeoutInSeconds: seconds(action.initialSilence),
    interToneTimeoutInSeconds: seconds(action.interToneTimeout),
    interruptCallMediaOperation: action.interruptOther ?? false,
    interruptPrompt: action.interruptPrompt ?? true,
    maxTonesToCollect: action.maxTones,
    speechLanguage: action.speechLanguage,
    speechRecognitionModelEndpointId: action.speechModelEndpointId,
    stopDtmfTones: action.stopTones,
  }),

  redirect: ({ incomingCallContext, target }, { client }) => client().redirectCall(incomingCallContext, { targetParticipant: party(target) }),

  reject: ({ incomingCallContext, reason }, { client }) => client().rejectCall(incomingCallContext, { callRejectReason: reason }),

  removeParticipant: ({ participant }, { connection, context }) => connection().removeParticipant(party(participant), { ...context }),

  resumeRecording: ({ recordingId }, { recording }) => recording().resume(recordingId),

  sendDtmfTones: ({ tones, participant }, { media, context }) => media().sendDtmfTones(tones, party(participant), { ...context }),

  startContinuousDtmf: ({ participant }, { media, context }) => media().startContinuousDtmfRecognition(party(participant), { ...context }),

  startMediaStreaming: (_, { media, context }) => media().startMediaStreaming({ ...context }),

  startRecording: ({ serverCallId, options }, { recording, callbackUri }) => recording().start({
    callLocator: { kind: "serverCallLocator", id: serverCallId },
    recordingStateCallbackEndpointUrl: callbackUri,
    recordingContent: options.content,
    recordingChannel: options.channel,
    recordingFormat: options.format,
    pauseOnStart: options.pauseOnStart,
    audioChannelParticipantOrdering: parties(options.participantOrder),
    channelAffinity: options.channelAffinity?.map(({ participant, channel }) => ({ targetParticipant: party(participant), channel })),
    recordingStorage: options.storageContainer && { recordingStorageKind: "azureBlobStorage", recordingDestinationContainerUrl: options.storageContainer },
  }),

  startTranscription: ({ locale, speechRecognitionModelEndpointId }, { media, context }) =>
    media().startTranscription({ ...context, locale, speechRecognitionModelEndpointId }),

  stopContinuousDtmf: ({ participant }, { media, context }) => media().stopContinuousDtmfRecognition(party(participant), { ...context }),

  stopMediaStreaming: (_, { media, context }) => media().stopMediaStreaming({ ...context }),

  stopRecording: ({ recordingId }, { recording }) => recording().stop(recordingId),

  stopTranscription: (_, { media, context }) => media().stopTranscription({ ...context }),

  transfer: ({ target, transferee, callerId, customContext }, { connection, context }) => connection().transferCallToParticipant(party(target),
    { ...context, transferee: party(transferee), sourceCallIdNumber: party(callerId), customCallingContext: headers(customContext) }),

  unhold: ({ participant }, { media, context }) => media().unhold(party(participant), { ...context }),

  updateTranscription: ({ locale, speechRecognitionModelEndpointId }, { media, context }) =>
    media().updateTranscription(locale, { ...context, speechRecognitionModelEndpointId }),
};

const file = ({ location, offset, length, delete: deletes }, { recording }) =>
  (deletes ? recording().delete(location) : recording().downloadStreaming(location, { offset, length }));

export const actionOf = (intent) => (intent.action ? actions[intent.action.action] : file);
