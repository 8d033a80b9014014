// Holds short calls on durabletask-js and its in-memory backend, in a closed loop: {"seconds", "callers"} in, {"calls", "seconds"} out.
import durabletask from "@microsoft/durabletask-js";
import { payload, rounds, serve } from "./workload.mjs";

const { InMemoryOrchestrationBackend, OrchestrationStatus, TestOrchestrationClient, TestOrchestrationWorker } = durabletask;

// Its in-memory worker takes no logger and writes to the console several times a turn: that would be most of what is measured.
console.debug = console.info = console.log = console.warn = () => {};

async function* call(context) {
  for (let round = 0; round < rounds; round++) {
    yield context.callActivity("action", payload);
    yield context.waitForExternalEvent("callback");
  }
  return payload;
}

async function measure({ seconds, callers }) {
  // A new backend each time, as the engine gets a new store. Its limit on a history is far above a short call's.
  const backend = new InMemoryOrchestrationBackend();
  const client = new TestOrchestrationClient(backend);
  const worker = new TestOrchestrationWorker(backend);
  const running = new Map();
  worker.addNamedOrchestrator("call", call);
  worker.addNamedActivity("action", (context) => {
    running.get(context.orchestrationId)();
    return payload;
  });
  await worker.start();

  const nextActivity = (id) => new Promise((resolve) => running.set(id, resolve));
  const began = performance.now();
  const until = began + seconds * 1000;
  let calls = 0;

  async function hold(caller) {
    for (let number = 0; performance.now() < until; number++) {
      const id = `${caller}-${number}`;
      let ran = nextActivity(id);
      await client.scheduleNewOrchestration("call", payload, id);
      await ran;
      for (let round = 0; round < rounds; round++) {
        ran = round < rounds - 1 ? nextActivity(id) : undefined;
        await client.raiseOrchestrationEvent(id, "callback", payload);
        await ran;
      }
      const end = await client.waitForOrchestrationCompletion(id);
      if (end?.runtimeStatus !== OrchestrationStatus.COMPLETED) {
        throw new Error(`${id} ended as ${end?.runtimeStatus}`);
      }
      running.delete(id);
      calls++;
    }
  }

  await Promise.all(Array.from({ length: callers }, (_, caller) => hold(caller)));
  const elapsed = (performance.now() - began) / 1000;
  await worker.stop();
  return { calls, seconds: elapsed };
}

await serve(measure);
