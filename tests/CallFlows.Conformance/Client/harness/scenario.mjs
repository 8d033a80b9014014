// What a scenario works with: a client, phones, what came to its addresses, and checks. All it does and sees becomes a line for the judge.
import { isDeepStrictEqual } from "node:util";
import { CallAutomationClient } from "@azure/communication-call-automation";
import { Inbox } from "./waiting.mjs";
import { Phone } from "./phone.mjs";

const gridType = (name) => `Microsoft.Communication.${name}`;
const resource = "8:acs:c0ffee00-ca11-4f10-8000-00000000aced";

export class Scenario {
  #number;
  #app;
  #report;
  #events = new Inbox();
  #gridEvents = new Inbox();
  #streams = new Inbox();
  #deleted = new Inbox();
  #subscriptions = 0;
  #methodNow;

  constructor(name, number, emulator, app, report, methodNow) {
    this.name = name;
    this.emulator = emulator;
    this.#number = number;
    this.#app = app;
    this.#methodNow = methodNow;
    this.#report = (line) => report({ scenario: name, ...line });
    this.client = this.newClient({});
  }

  /** A client whose requests are reported; where to, if not to the emulator by its connection string, as the client's own constructor takes it. */
  newClient(options, ...where) {
    const seen = {
      name: "reportRequest",
      sendRequest: async (request, next) => {
        const answer = await next(request);
        this.#report({ request: request.method, by: this.#methodNow(), path: new URL(request.url).pathname, status: answer.status });
        return answer;
      },
    };
    return new CallAutomationClient(...(where.length > 0 ? where : [this.emulator.connectionString]), {
      allowInsecureConnection: true,
      retryOptions: { maxRetries: 0 },
      additionalPolicies: [{ policy: seen, position: "perRetry" }],
      ...options,
    });
  }

  /** Numbers and users of this scenario alone; the same ones in every run. */
  number(index) {
    return `+1555${String(this.#number).padStart(3, "0")}${String(index).padStart(4, "0")}`;
  }

  user(index) {
    return `${resource}_${String(this.#number).padStart(8, "0")}-${String(index).padStart(4, "0")}`;
  }

  phone(index) {
    return new Phone(this.emulator, this.number(index));
  }

  userPhone(index) {
    return new Phone(this.emulator, this.user(index));
  }

  /** Where callbacks come to; events know which of several it was. */
  callbackUri(label = "call") {
    return `${this.#app.address}/callbacks/${this.name}/${label}?secret=kept`;
  }

  /** Where streams go to. A stream to "forbidden" is refused. */
  streamUri(label) {
    return `${this.#app.address.replace("http", "ws")}/streams/${this.name}/${label}`;
  }

  file(name) {
    return `${this.#app.address}/files/${this.name}/${name}`;
  }

  get intelligence() {
    return { cognitiveServicesEndpoint: "https://ai.example/" };
  }

  /** Everything that can be said about streaming; nothing is streamed until it is asked for. */
  get streaming() {
    return {
      transportType: "websocket", transportUrl: this.streamUri("audio"), audioChannelType: "unmixed", contentType: "audio",
      audioFormat: "pcm16KMono", enableBidirectional: true, enableDtmfTones: true, startMediaStreaming: false,
    };
  }

  get transcription() {
    return {
      transportType: "websocket", transportUrl: this.streamUri("text"), locale: "en-US", speechModelEndpointId: "model",
      enableIntermediateResults: true, startTranscription: false,
    };
  }

  /** A call to a phone that answers, connected. */
  async connected(phone, options = {}) {
    await phone.answers();
    const { callConnection, callConnectionProperties } = await this.client.createCall(
      { targetParticipant: phone.identifier, sourceCallIdNumber: { phoneNumber: this.number(0) } },
      this.callbackUri(), { callIntelligenceOptions: this.intelligence, ...options });
    await this.event("CallConnected", { callConnectionId: callConnectionProperties.callConnectionId });
    return callConnection;
  }

  /** Waits for an event with these properties; `at` is the label of the address it came to. */
  async event(kind, { at, ...properties } = {}) {
    const found = await this.#events.first(({ event, label }) => event.kind === kind && (at === undefined || label === at)
      && Object.entries(properties).every(([name, value]) => isDeepStrictEqual(event[name], value)),
    `${kind} ${JSON.stringify({ at, ...properties })}`);
    return found.event;
  }

  /** Waits for a list of participants that fits, newer than another. */
  async roster(what, fits, after = -1) {
    const { event } = await this.#events.first(({ event }) =>
      event.kind === "ParticipantsUpdated" && event.sequenceNumber > after && fits(event.participants), `ParticipantsUpdated with ${what}`);
    return event;
  }

  /** Waits until a recording has told as many states as these, and checks them. */
  async recordingState(at, expected) {
    const states = () => this.#events.items.filter(({ event, label }) => event.kind === "RecordingStateChanged" && label === at).map(({ event }) => event.state);
    await this.#events.first(() => states().length >= expected.length, `RecordingStateChanged number ${expected.length}`);
    this.check(`the recording's states at ${at}`, states(), expected);
  }

  /** The kinds that came to an address so far, in order, but for changes of the list of participants, which come in between. */
  kinds(label = "call") {
    return this.#events.items.filter((item) => item.label === label && item.event.kind !== "ParticipantsUpdated").map((item) => item.event.kind);
  }

  /** Sends the calls to these numbers or users to this scenario. */
  subscribes(...called) {
    return this.#subscribe({ called, eventTypes: [gridType("IncomingCall")] });
  }

  /** Sends reports of these types to this scenario: those of all calls, as Event Grid does. */
  watches(...types) {
    return this.#subscribe({ eventTypes: types.map(gridType) });
  }

  /** The same, in the other schema of Event Grid. */
  watchesAsCloudEvents(...types) {
    return this.#subscribe({ eventTypes: types.map(gridType), schema: "cloudEvents" });
  }

  /** Deletes a subscription of this scenario, by its number from 1, and waits to be told. */
  async unsubscribes(number) {
    const name = `${this.name}-${number}`;
    const answer = await fetch(`${this.emulator.endpoint}emulator/eventgrid/subscriptions/${name}`, { method: "DELETE" });
    if (!answer.ok) throw new Error(`subscription ${name}: HTTP ${answer.status} ${await answer.text()}`);
    await this.#deleted.first((event) => event.data.eventSubscriptionId.endsWith(`/eventSubscriptions/${name}`), `the deletion of ${name}`);
  }

  async #subscribe(what) {
    const name = `${this.name}-${++this.#subscriptions}`;
    const answer = await fetch(`${this.emulator.endpoint}emulator/eventgrid/subscriptions/${name}`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ endpoint: `${this.#app.address}/events/${this.name}`, ...what }),
    });
    if (!answer.ok) throw new Error(`subscription ${name}: HTTP ${answer.status} ${await answer.text()}`);
    this.check("the subscription is validated", (await answer.json()).state, "active");
  }

  /** Waits for an Event Grid event of this type, such as IncomingCall, that fits. */
  async gridEvent(type, fits = () => true) {
    const event = await this.#gridEvents.first((event) => event.eventType === gridType(type) && fits(event.data, event), type);
    this.#report({ gridEvent: event.id, type: event.eventType });
    return event;
  }

  /** Waits until a stream was opened to an address. */
  async stream(label) {
    return (await this.#streams.first((stream) => stream.label === label, `a stream to ${label}`)).socket;
  }

  incomingCall(called) {
    return this.gridEvent("IncomingCall", ({ to }) => to.rawId === called || to.phoneNumber?.value === called);
  }

  /** A phone calls a number or user of this application. */
  async calledBy(phone, called, displayName = "") {
    await this.subscribes(called);
    await phone.calls(called, displayName);
    return this.incomingCall(called);
  }

  /** Something goes wrong on purpose: a fault rule of the emulator. Name a phone of this scenario in it. */
  async breaks(rule) {
    const answer = await fetch(`${this.emulator.endpoint}emulator/faults/rules`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(rule),
    });
    if (!answer.ok) throw new Error(`fault ${rule.kind}: HTTP ${answer.status} ${await answer.text()}`);
  }

  check(what, actual, expected) {
    const ok = isDeepStrictEqual(actual, expected);
    this.#report({ check: what, ok, ...(ok ? {} : { actual: actual ?? null, expected: expected ?? null }) });
  }

  holds(what, ok) {
    this.#report({ check: what, ok: ok === true });
  }

  /** The service refuses this, and the client says so with these. */
  async refuses(what, promise, { statusCode, code, message }) {
    const error = await promise.then(() => ({}), (problem) => problem);
    this.check(`${what} is refused`, { name: error.name, statusCode: error.statusCode, code: error.code }, { name: "RestError", statusCode, code });
    if (message !== undefined) this.check(`${what} is refused with a message`, error.message, message);
  }

  /** A scenario ends its calls; then all their events have come, as each call's last one is CallDisconnected. */
  async end() {
    const calls = this.#events.items.filter(({ event }) => event.kind === "CallConnected").map(({ event }) => event.callConnectionId);
    for (const callConnectionId of calls) await this.event("CallDisconnected", { callConnectionId });
    this.#report({ ended: true });
  }

  received(event, envelope, label) {
    this.#report({
      event: envelope.id, type: envelope.type, kind: event.kind, at: label, context: event.operationContext,
      code: event.resultInformation?.code, subCode: event.resultInformation?.subCode,
    });
    this.#events.add({ event, label });
  }

  /** Reports of other scenarios' calls come too: only what somebody waits for is this scenario's. */
  published(event) {
    this.#gridEvents.add(event);
  }

  deleted(event) {
    this.#report({ gridEvent: event.id, type: event.eventType });
    this.#deleted.add(event);
  }

  called(method, options) {
    this.#report({ method, options });
  }

  opened(socket, label) {
    this.#streams.add({ socket, label });
  }

  validated(event) {
    this.#report({ gridEvent: event.id, type: event.eventType });
  }

  fail(problem) {
    this.#report({ problem });
  }
}
