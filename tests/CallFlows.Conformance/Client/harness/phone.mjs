// A phone of the emulator in the hands of a scenario, over the control API.
export class Phone {
  #control;

  constructor(emulator, id) {
    this.id = id;
    this.#control = `${emulator.endpoint}emulator/phones/${encodeURIComponent(id)}`;
  }

  /** As the official client names it. */
  get identifier() {
    return this.id.startsWith("+") ? { phoneNumber: this.id } : { communicationUserId: this.id };
  }

  answers() {
    return this.#send("PUT", "", { onRing: "answer" });
  }

  declines() {
    return this.#send("PUT", "", { onRing: "decline" });
  }

  isBusy() {
    return this.#send("PUT", "", { onRing: "busy" });
  }

  rings() {
    return this.#send("PUT", "", { onRing: "ignore" });
  }

  answer() {
    return this.#send("POST", "/answer");
  }

  calls(to, displayName) {
    return this.#send("POST", "/call", { to, displayName });
  }

  /** Joins a group call or a room: { groupCallId } or { roomId }. */
  joins(meeting) {
    return this.#send("POST", "/join", meeting);
  }

  hangsUp() {
    return this.#send("POST", "/hangup");
  }

  presses(tones) {
    return this.#send("POST", "/press", { tones });
  }

  says(text) {
    return this.#send("POST", "/say", { text });
  }

  heard() {
    return this.#send("GET", "/heard");
  }

  /** How often the phone's log has an entry of this kind by now. */
  async count(kind) {
    return (await this.#send("GET", "/log")).filter((entry) => entry.kind === kind).length;
  }

  /** The first entry of the phone's log of this kind, also one from before. */
  async logs(kind) {
    for (let after = 0; ;) {
      const entries = await this.#send("GET", `/log?after=${after}&wait=20`);
      if (entries.length === 0) throw new Error(`the phone's log has no ${kind}`);
      const found = entries.find((entry) => entry.kind === kind);
      if (found) return found;
      after = entries.at(-1).number;
    }
  }

  async #send(method, path, body) {
    const answer = await fetch(this.#control + path, {
      method,
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body ? JSON.stringify(body) : undefined,
    });
    if (!answer.ok) throw new Error(`phone ${this.id} ${method} ${path}: HTTP ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}
