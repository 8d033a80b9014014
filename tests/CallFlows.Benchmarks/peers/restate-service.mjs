// The short call as a Restate service. Reports each activity over TCP, as the benchmark's own application does; says its port when it
// listens, and how many calls have completed whenever it is asked.
import { createServer } from "node:http2";
import { connect } from "node:net";
import { createEndpointHandler, service } from "@restatedev/restate-sdk";
import { payload, rounds, say, serve } from "./workload.mjs";

// The SDK is written for Node.js 22; this is all that it misses in 20.
Promise.withResolvers ??= () => {
  let resolve, reject;
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
};

const feed = connect({ host: "127.0.0.1", port: Number(process.argv[2]), noDelay: true });
let completed = 0;

const call = service({
  name: "call",
  handlers: {
    run: async (context, { id }) => {
      for (let round = 0; round < rounds; round++) {
        const callback = context.awakeable();
        await context.run("action", () => {
          feed.write(`${id}\t${process.hrtime.bigint()}\t${callback.id}\t\n`);
          return payload;
        });
        await callback.promise;
      }
      completed++;
      return payload;
    },
  },
});

const server = createServer(createEndpointHandler({ services: [call] }));
server.listen(0, "127.0.0.1", () => say({ port: server.address().port, completed }));
await serve(() => ({ port: server.address().port, completed }));
process.exit(0);
