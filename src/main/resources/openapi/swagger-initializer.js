// Starts Swagger UI. Where the service was started with a key, its description needs the key too: it is asked for here,
// sent with every call that is tried out, and kept nowhere but in this page.
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
    spec: await answer.json(),
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
