// Swagger UI as a person uses it, in a real browser against the running demo: opens every call, reads what it says of
// itself, executes its example, and expects success. Long form, no part of `mvn verify`:
//
//   mvn spring-boot:run -Dspring-boot.run.profiles=demo         (wait for its table)
//   npm ci --prefix src/test/node && CHROMIUM=/usr/bin/chromium node src/test/node/swagger-ui.mjs http://127.0.0.1:8080 data/demo/section.zip
//
// Leaves a picture of each call below target/. The demo keeps one curation more; what is uploaded here is deleted again.
import {mkdirSync} from "node:fs";
import {chromium} from "playwright-core";

const [host = "http://127.0.0.1:8080", archive = "data/demo/section.zip"] = process.argv.slice(2);
const failures = [];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage({viewport: {width: 1300, height: 1100}});
page.on("console", message => message.type() === "error" && !message.text().includes("status of 4") && fail("console", message.text()));
page.on("pageerror", error => fail("page", error.message));
page.setDefaultTimeout(60_000);

function fail(where, what) {
  failures.push(`${where}: ${what}`);
}

/** Opens a call's panel once and answers it. */
async function open(operation) {
  const panel = page.locator(`.opblock[id$="-${operation.operationId}"]`);
  if (!(await panel.getAttribute("class")).includes("is-open")) {
    await panel.locator(".opblock-summary").click();
  }
  await panel.locator(".opblock-body").waitFor();
  return panel;
}

/** Closes it again: a page with every panel open is slow. */
async function close(panel) {
  await panel.locator(".opblock-summary-control").click();
  await panel.locator(".opblock-body").waitFor({state: "detached"});
}

/** Executes the call with its examples, `values` in place of some of them. */
async function execute(operation, {values = {}, contentType, files = {}} = {}) {
  const panel = await open(operation);
  for (const [name, value] of Object.entries(values)) {
    await panel.locator(`tr[data-param-name="${name}"] input`).fill(value ?? "the call before it failed");
  }
  if (contentType) {
    const types = panel.locator(".opblock-section-request-body select.content-type");
    if ((await types.count()) > 0 && (await types.inputValue()) !== contentType) {
      await types.selectOption(contentType);
    }
  }
  for (const [name, file] of Object.entries(files)) {
    await panel.locator(`tr[data-property-name="${name}"] input[type=file]`).setInputFiles(file);
  }
  await panel.locator("button.execute").click();
  const status = panel.locator(".live-responses-table tbody .response-col_status").first();
  await status.waitFor();
  const code = parseInt(await status.innerText(), 10);
  const text = await panel.locator(".live-responses-table tbody .response-col_description").first().innerText();
  console.log(`${code}  ${operation.method.toUpperCase().padEnd(6)} ${operation.path}${contentType ? "  " + contentType : ""}`);
  if (code < 200 || code > 299) {
    fail(operation.operationId, `answered ${code}: ${text.slice(0, 400)}`);
  }
  await page.screenshot({path: `target/swagger-ui-${operation.operationId}.png`});
  await close(panel);
  return text;
}

function idIn(text) {
  return /"id":\s*"([0-9a-f-]{36})"/.exec(text)?.[1];
}

await page.goto(`${host}/swagger-ui.html`);
await page.locator(".opblock").first().waitFor();
const spec = await page.evaluate(() => window.ui.specSelectors.specJson().toJS());
const operations = Object.entries(spec.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({path, method, ...operation})));
const byId = Object.fromEntries(operations.map(operation => [operation.operationId, operation]));
mkdirSync("target", {recursive: true});
await page.screenshot({path: "target/swagger-ui.png"});

for (const operation of operations) {
  const panel = await open(operation);
  const said = {
    summary: await panel.locator(".opblock-summary-description").innerText(),
    description: await panel.locator(".opblock-description").innerText().catch(() => ""),
    errors: (await panel.locator(".responses-table:not(.live-responses-table) tr.response").all()).length,
  };
  if (!said.summary || !said.description) fail(operation.operationId, "says not what it does");
  const documented = Object.keys(operation.responses);
  if (said.errors < documented.length || !documented.some(code => code >= "400")) fail(operation.operationId, "tells no errors");
  await close(panel);
}

const done = new Set(["createDataset", "submitJob", "cancelJob", "retryJob", "deleteDataset"]);
for (const operation of operations.filter(operation => operation.method === "get")) {
  await execute(operation);
  done.add(operation.operationId);
}
for (const operation of operations.filter(operation => !done.has(operation.operationId))) {
  await execute(operation, operation.requestBody ? {contentType: "application/json"} : {});
  done.add(operation.operationId);
}
const imported = idIn(await execute(byId.createDataset, {contentType: "application/json"}));
await page.reload(); // with the editors as they are at first
await page.locator(".opblock").first().waitFor();
const uploaded = idIn(await execute(byId.createDataset, {contentType: "multipart/form-data", files: {bundle: archive}}));
const job = idIn(await execute(byId.submitJob));
await execute(byId.cancelJob, {values: {id: job}});
await execute(byId.retryJob, {values: {id: job}});
await execute(byId.cancelJob, {values: {id: job}});
for (const dataset of [uploaded, imported].filter(Boolean)) {
  const jobs = await (await fetch(`${host}/api/v1/annotation-jobs?datasetId=${dataset}`)).json();
  for (const left of jobs.content) {
    await fetch(`${host}/api/v1/annotation-jobs/${left.id}/cancel`, {method: "POST"});
  }
  for (let tries = 0; tries < 50; tries++) { // a job that stops holds its section for a moment
    const now = await (await fetch(`${host}/api/v1/annotation-jobs?datasetId=${dataset}&state=RUNNING`)).json();
    if (now.page.totalElements === 0) break;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  await execute(byId.deleteDataset, {values: {id: dataset}});
}
await browser.close();
failures.forEach(failure => console.log("FAILED " + failure));
console.log(`${operations.length} calls, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
