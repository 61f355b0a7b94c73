// Starts Swagger UI. Where the service was started with a key, its description needs the key too: it is asked for here,
// sent with every call that is tried out, and kept nowhere but in this page.
//
// The examples name a section and a job. Where this service has finished a job its ids take their place, so that every
// call can be tried out as it stands.
const EXAMPLE_DATASET = "3f1c1f6e-8f0a-4c57-9c57-7c1f6a1b2d01";
const EXAMPLE_JOB = "b7f0a6a2-5a0e-4a55-8a3e-2c9d1e4f5a02";

async function withOwnIds(description, headers) {
  const answer = await fetch("../api/v1/annotation-jobs?state=SUCCEEDED&size=1", {headers});
  const job = answer.ok ? (await answer.json()).content[0] : undefined;
  return job === undefined
    ? description
    : description.replaceAll(EXAMPLE_DATASET, job.datasetId).replaceAll(EXAMPLE_JOB, job.id);
}

window.onload = async () => {
  const address = new URL("../v3/api-docs", window.location.href).href;
  let key = null;
  let answer = await fetch(address);
  while (answer.status === 401) {
    key = window.prompt("This service needs its API key");
    if (key === null) {
      return;
    }
    answer = await fetch(address, {headers: {Authorization: `Bearer ${key}`}});
  }
  window.ui = SwaggerUIBundle({
    spec: JSON.parse(await withOwnIds(await answer.text(), key === null ? {} : {Authorization: `Bearer ${key}`})),
    dom_id: "#swagger-ui",
    deepLinking: true,
    displayRequestDuration: true,
    tryItOutEnabled: true,
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: "StandaloneLayout",
    requestInterceptor: request => {
      if (key !== null && new URL(request.url, window.location.href).origin === window.location.origin) {
        request.headers.Authorization ??= `Bearer ${key}`;
      }
      return request;
    },
  });
};
