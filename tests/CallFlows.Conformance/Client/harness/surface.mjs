// What the official package has: classes with their methods and options, and the event types its parser knows.
// All of it is read from the installed package, so that a new version with more in it is noticed.
import { readFileSync } from "node:fs";
import * as sdk from "@azure/communication-call-automation";

const packageFolder = new URL("./", import.meta.resolve("@azure/communication-call-automation"));
const read = (path) => readFileSync(new URL(path, packageFolder), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

const classes = { CallAutomationClient: "callAutomationClient", CallConnection: "callConnection", CallMedia: "callMedia", CallRecording: "callRecording" };

/** Interfaces of the package: name to property name to { type, literal }. What comes from other packages is left out. */
const interfaces = new Map();
const aliases = new Map();
for (const file of ["models/models.d.ts", "models/options.d.ts"]) {
  const text = read(file);
  for (const [, name, base, body] of text.matchAll(/interface (\w+)(?: extends (\w+))? \{([\s\S]*?)\n\}/g)) {
    const properties = [...body.matchAll(/^ {4}(?:readonly )?(\w+)\??: (.+);$/gm)].map(([, property, type]) => [property, type]);
    interfaces.set(name, { base, properties: new Map(properties) });
  }
  for (const [, name, type] of text.matchAll(/^export type (\w+) = ([^;]+);$/gm)) aliases.set(name, type);
}

const propertiesOf = (name) => {
  const { base, properties } = interfaces.get(name);
  return base && interfaces.has(base) ? new Map([...propertiesOf(base), ...properties]) : properties;
};

/** The package's interfaces that a type is made of. */
const interfacesIn = (type) => [...type.matchAll(/\w+/g)].flatMap(([word]) => {
  if (interfaces.has(word)) return [word];
  return aliases.has(word) ? interfacesIn(aliases.get(word)) : [];
});

const isList = (type) => type.endsWith("[]");

const kindOf = (name) => propertiesOf(name).get("kind")?.match(/^"(.+)"$/)?.[1];

/** Methods that callers may call: name to the types of its parameters, by position; several for an overload. */
const methodsOf = (file) => {
  const methods = new Map();
  for (const [, name, parameters] of read(`${file}.d.ts`).matchAll(/^ {4}(?!private|constructor)(\w+)\((.*)\): .+;$/gm)) {
    const types = [...parameters.matchAll(/(\w+)\??: ([^:]+?)(?=, \w+\??:|$)/g)].map(([, , type]) => type);
    methods.set(name, [...(methods.get(name) ?? []), types]);
  }
  return methods;
};

const surface = Object.entries(classes).map(([name, file]) => ({ name, type: sdk[name], methods: methodsOf(file) }));

/** What of the options is set in these arguments: `Class.method: option`, and `Interface: property` for what is nested in them. */
const optionsIn = (owner, overloads, values) => {
  const used = new Set();
  const walk = (type, value, path) => {
    if (Array.isArray(value)) return value.forEach((item) => walk(type, item, path));
    if (value === null || typeof value !== "object") return;
    for (const name of interfacesIn(type)) {
      if (kindOf(name) !== undefined && value.kind !== undefined && kindOf(name) !== value.kind) continue;
      for (const [property, propertyType] of propertiesOf(name)) {
        if (value[property] === undefined) continue;
        used.add(`${path ?? name}: ${property}`);
        walk(propertyType, value[property]);
      }
    }
  };
  for (const types of overloads) types.forEach((type, position) => walk(type, values[position], isList(type) ? undefined : owner));
  return [...used];
};

const allOptions = () => {
  const all = new Set();
  const nested = new Set();
  const addNested = (type) => {
    for (const name of interfacesIn(type).filter((name) => !nested.has(name))) {
      nested.add(name);
      for (const [property, propertyType] of propertiesOf(name)) {
        all.add(`${name}: ${property}`);
        addNested(propertyType);
      }
    }
  };
  for (const { name, methods } of surface)
    for (const [method, overloads] of methods)
      for (const type of overloads.flat())
        if (isList(type)) addNested(type);
        else for (const parameter of interfacesIn(type))
          for (const [property, propertyType] of propertiesOf(parameter)) {
            all.add(`${name}.${method}: ${property}`);
            addNested(propertyType);
          }
  return [...all].sort();
};

/** One line for the judge: everything there is. */
export const describe = () => ({
  version: JSON.parse(readFileSync(new URL("../../package.json", packageFolder))).version,
  methods: surface.flatMap(({ name, methods }) => [...methods.keys()].map((method) => `${name}.${method}`)).sort(),
  options: allOptions(),
  eventTypes: [...read("callAutomationEventParser.js").matchAll(/case "(Microsoft\.Communication\.\w+)"/g)].map(([, type]) => type).sort(),
});

/** Passes every call of a method of the package through `around(method, options, call)`. Throws when the types and the code name different methods. */
export const observe = (around) => {
  for (const { name, type, methods } of surface) {
    const privates = new Set([...read(`${classes[name]}.d.ts`).matchAll(/^ {4}private (\w+);$/gm)].map(([, method]) => method));
    const real = Object.getOwnPropertyNames(type.prototype).filter((method) => method !== "constructor" && !privates.has(method));
    if (real.sort().join() !== [...methods.keys()].sort().join())
      throw new Error(`${name} has the methods ${real}, its types name ${[...methods.keys()]}`);
    for (const [method, overloads] of methods) {
      const original = type.prototype[method];
      type.prototype[method] = function (...values) {
        return around(`${name}.${method}`, optionsIn(`${name}.${method}`, overloads, values), () => original.apply(this, values));
      };
    }
  }
};
