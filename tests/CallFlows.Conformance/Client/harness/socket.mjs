// The application's end of a web socket, as far as streams of a call need it: text both ways, ping, close (RFC 6455).
import { createHash } from "node:crypto";
import { Inbox } from "./waiting.mjs";

const protocolGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const opcodes = { continuation: 0, text: 1, close: 8, ping: 9, pong: 10 };

/** Refuses an upgrade. */
export const refuse = (socket, status) => socket.end(`HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);

export class StreamSocket {
  #socket;
  #unread = Buffer.alloc(0);
  #text = [];
  #messages = new Inbox();

  /** Accepts an upgrade. */
  constructor(request, socket, head) {
    this.headers = request.headers;
    this.#socket = socket;
    this.closed = new Promise((resolve) => socket.on("close", resolve));
    const accept = createHash("sha1").update(request.headers["sec-websocket-key"] + protocolGuid).digest("base64");
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
    // A socket that the other side resets is closed all the same.
    socket.on("error", () => socket.destroy());
    socket.on("data", (data) => this.#read(data));
    this.#read(head);
  }

  /** The messages that came so far. */
  get messages() {
    return this.#messages.items;
  }

  /** The first message that fits, also one that came before. */
  message(fits, what) {
    return this.#messages.first(fits, what);
  }

  send(text) {
    this.#write(opcodes.text, Buffer.from(text));
  }

  #read(data) {
    this.#unread = Buffer.concat([this.#unread, data]);
    for (let frame = this.#take(); frame; frame = this.#take()) this.#handle(frame);
  }

  #take() {
    const bytes = this.#unread;
    if (bytes.length < 2) return undefined;
    let length = bytes[1] & 0x7f;
    let at = 2;
    if (length === 126) {
      if (bytes.length < 4) return undefined;
      length = bytes.readUInt16BE(2);
      at = 4;
    } else if (length === 127) {
      if (bytes.length < 10) return undefined;
      length = Number(bytes.readBigUInt64BE(2));
      at = 10;
    }
    if (bytes.length < at + 4 + length) return undefined;
    const mask = bytes.subarray(at, at + 4);
    const payload = Buffer.from(bytes.subarray(at + 4, at + 4 + length)).map((byte, index) => byte ^ mask[index % 4]);
    this.#unread = bytes.subarray(at + 4 + length);
    return { final: (bytes[0] & 0x80) !== 0, opcode: bytes[0] & 0x0f, payload };
  }

  #handle({ final, opcode, payload }) {
    if (opcode === opcodes.close) {
      this.#write(opcodes.close, payload.subarray(0, 2));
      this.#socket.end();
    } else if (opcode === opcodes.ping) {
      this.#write(opcodes.pong, payload);
    } else if (opcode === opcodes.text || opcode === opcodes.continuation) {
      this.#text.push(payload);
      if (!final) return;
      const text = Buffer.concat(this.#text.splice(0)).toString();
      this.#messages.add({ text, ...JSON.parse(text) });
    }
  }

  #write(opcode, payload) {
    const header = payload.length < 126 ? Buffer.from([0x80 | opcode, payload.length]) : Buffer.alloc(payload.length <= 0xffff ? 4 : 10);
    if (payload.length >= 126) {
      header[0] = 0x80 | opcode;
      header[1] = payload.length <= 0xffff ? 126 : 127;
      if (payload.length <= 0xffff) header.writeUInt16BE(payload.length, 2);
      else header.writeBigUInt64BE(BigInt(payload.length), 2);
    }
    this.#socket.write(Buffer.concat([header, payload]));
  }
}
