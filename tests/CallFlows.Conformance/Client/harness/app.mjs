// The application that the emulator reports to: callbacks, Event Grid events, streams and audio files, for all scenarios on one port.
import { createServer } from "node:http";
import { parseCallAutomationEvent } from "@azure/communication-call-automation";
import { readToken } from "./token.mjs";
import { silence } from "./audio.mjs";
import { refuse, StreamSocket } from "./socket.mjs";

const socketLifetimeSeconds = 24 * 60 * 60;

const bodyOf = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

const respond = (response, status, body, type = "application/json") =>
  response.writeHead(status, body === undefined ? {} : { "Content-Type": type }).end(body);

/** The handshake of a subscription to CloudEvents. */
const consent = (request, response) =>
  response.writeHead(200, { "WebHook-Allowed-Origin": request.headers["webhook-request-origin"] }).end();

/** Serves until closed. `scenarioOf` finds who a path belongs to. */
export class App {
  #server = createServer((request, response) => this.#handle(request, response))
    .on("upgrade", (request, socket, head) => this.#stream(request, socket, head));

  #scenarioOf;

  constructor(scenarioOf) {
    this.#scenarioOf = scenarioOf;
  }

  async open() {
    await new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.address = `http://127.0.0.1:${this.#server.address().port}`;
    return this;
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #handle(request, response) {
    const { pathname, searchParams } = new URL(request.url, this.address);
    const [kind, scenarioName, label] = pathname.slice(1).split("/");
    const scenario = this.#scenarioOf(scenarioName);
    try {
      if (kind === "callbacks") await this.#callback(scenario, label, searchParams, request);
      else if (kind === "events" && request.method === "OPTIONS") return consent(request, response);
      else if (kind === "events") return respond(response, 200, await this.#eventGrid(scenario, request));
      else if (kind === "files") return this.#file(label, response);
      else throw new Error(`nobody serves ${pathname}`);
      respond(response, 200);
    } catch (error) {
      scenario?.fail(`${request.method} ${pathname}: ${error.message}`);
      respond(response, 400, error.message, "text/plain");
    }
  }

  async #callback(scenario, label, query, request) {
    await readToken(request.headers.authorization, scenario.emulator);
    if (query.get("secret") !== "kept") throw new Error("the callback address lost its query");
    const text = await bodyOf(request);
    const envelopes = JSON.parse(text);
    if (envelopes.length !== 1) throw new Error("a callback must hold exactly one event");
    scenario.received(parseCallAutomationEvent(text), envelopes[0], label);
  }

  async #eventGrid(scenario, request) {
    const body = JSON.parse(await bodyOf(request));
    if (request.headers["content-type"].startsWith("application/cloudevents+json")) return scenario.published({ ...body, eventType: body.type });
    const [event] = body;
    if (event.eventType === "Microsoft.EventGrid.SubscriptionValidationEvent") {
      scenario.validated(event);
      return JSON.stringify({ validationResponse: event.data.validationCode });
    }
    if (event.eventType === "Microsoft.EventGrid.SubscriptionDeletedEvent") {
      scenario.deleted(event);
      return undefined;
    }
    scenario.published(event);
    return undefined;
  }

  async #stream(request, socket, head) {
    const [, kind, scenarioName, label] = new URL(request.url, this.address).pathname.split("/");
    const scenario = this.#scenarioOf(scenarioName);
    try {
      if (kind !== "streams") throw new Error(`nobody takes streams at ${request.url}`);
      await readToken(request.headers.authorization, scenario.emulator, socketLifetimeSeconds);
      if (label === "forbidden") refuse(socket, 403);
      else scenario.opened(new StreamSocket(request, socket, head), label);
    } catch (error) {
      scenario?.fail(`stream ${request.url}: ${error.message}`);
      refuse(socket, 400);
    }
  }

  #file(name, response) {
    if (name === "missing.wav") return respond(response, 404, "no such file", "text/plain");
    if (name === "page.wav") return respond(response, 200, "<p>no sound</p>", "text/html");
    const seconds = Number(name.match(/^silence-(\d+(?:\.\d+)?)s\.wav$/)?.[1]);
    return respond(response, 200, silence(seconds), "audio/wav");
  }
}
