// The official client fetches recordings from the service's own hosts only. What resolving such a name to the emulator would do, this does at
// the end of the client's pipeline: nothing of the request is changed but where it is sent.
import { createDefaultHttpClient } from "@azure/core-rest-pipeline";

const host = "emulator-storage.asm.skype.com";

/** A location of the emulator as the service would name it. */
export const asTheServiceNames = (location) => {
  const { pathname } = new URL(location);
  return `https://${host}${pathname}`;
};

export const httpClientTo = (endpoint) => {
  const client = createDefaultHttpClient();
  return {
    sendRequest: (request) => {
      const url = new URL(request.url);
      if (url.host === host) {
        request.url = new URL(url.pathname + url.search, endpoint).href;
        request.allowInsecureConnection = true;
      }
      return client.sendRequest(request);
    },
  };
};
