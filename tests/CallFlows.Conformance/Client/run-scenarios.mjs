// Runs the scenarios of the folder beside it against emulators, all side by side, and prints what happened: one JSON line each.
// Reads from standard input: { "emulators": { name: { endpoint, connectionString, metadata, audience } } }.
import { AsyncLocalStorage } from "node:async_hooks";
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { text } from "node:stream/consumers";
import { App } from "./harness/app.mjs";
import { Scenario } from "./harness/scenario.mjs";
import { describe, observe } from "./harness/surface.mjs";

const show = (line) => console.log(JSON.stringify(line));
const running = new AsyncLocalStorage();
const { emulators } = JSON.parse(await text(process.stdin));
const folder = new URL("./scenarios/", import.meta.url);
const scenarios = new Map();

show({ package: describe() });
observe((method, options, call) => {
  const { scenario } = running.getStore();
  scenario.called(method, options);
  return running.run({ scenario, method }, call);
});
// The client writes warnings there; lines are for the judge.
console.warn = () => {};
const app = await new App((name) => scenarios.get(name)).open();

const files = readdirSync(folder).filter((file) => file.endsWith(".mjs")).sort();
const modules = await Promise.all(files.map((file) => import(new URL(file, folder))));
await Promise.all(files.map(async (file, index) => {
  const { default: run, emulator = "prompt" } = modules[index];
  const scenario = new Scenario(basename(file, ".mjs"), index + 1, emulators[emulator], app, show, () => running.getStore().method);
  scenarios.set(scenario.name, scenario);
  try {
    await running.run({ scenario }, () => run(scenario));
    await scenario.end();
  } catch (error) {
    scenario.fail(error.stack ?? String(error));
  }
}));
app.close();
