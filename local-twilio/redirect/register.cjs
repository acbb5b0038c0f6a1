"use strict";
/**
 * Points unmodified Twilio clients at local Twilio, with no proxy, certificate or change of theirs.
 *
 *   node --require ./local-twilio/redirect/register.cjs app.js      (or NODE_OPTIONS; reads LOCAL_TWILIO_PORT)
 *   const { install, uninstall } = require("./register.cjs")        (in process)
 *
 * Requests to *.twilio.com, *.twil.io and *.telesign.com, by https, http or fetch, go to 127.0.0.1. Everything that could
 * still reach a real one (other sockets, no port known) throws: a leak would spend money and ring phones.
 */
const http = require("node:http");
const https = require("node:https");
const net = require("node:net");
const tls = require("node:tls");
const { syncBuiltinESMExports } = require("node:module");

/** The same names as in call-context.ts and redirect-headers.ts: this file must run without being compiled. */
const CALL_SID_HEADER = "x-local-twilio-call-sid";
const FAULT_HEADER = "x-local-twilio-fault";
const HOST_HEADER = "x-local-twilio-host";

/** Options that belong to the TLS connection, or to the way to the real host. */
const DROPPED = [
  ...[
    "agent",
    "protocol",
    "port",
    "defaultPort",
    "servername",
    "lookup",
    "createConnection",
    "family",
    "host",
  ],
  ...[
    "hostname",
    "ca",
    "cert",
    "key",
    "pfx",
    "passphrase",
    "rejectUnauthorized",
    "ALPNProtocols",
    "secureContext",
  ],
  ...["href", "origin", "search", "pathname", "searchParams", "hash", "username", "password"],
];

const nameOf = (host) =>
  String(host ?? "")
    .toLowerCase()
    .replace(/:\d+$/, "")
    .replace(/\.$/, "");
const isLoopback = (host) => /^(localhost|127\.0\.0\.1|::1|\[::1\])$/.test(nameOf(host));
const isReal = (host) => /(^|\.)(twilio\.com|twil\.io|telesign\.com)$/.test(nameOf(host));

/** What is installed: undefined when nothing is. */
let installed;

function refusal(host, reason) {
  const error = new Error(`Refused to call the real ${nameOf(host)}: ${reason}`);
  error.code = "ERR_LOCAL_TWILIO_REFUSED";
  return error;
}

/**
 * Where a request for a host goes: undefined means nowhere special. Throws for what must not leave the machine.
 * @returns {{ port: number, headers: Record<string, string> } | undefined}
 */
function destination(host) {
  if (isLoopback(host)) return undefined;
  const { port, callSid, faults } = installed;
  const fault = faults?.take(`http:${nameOf(host)}`);
  if (!isReal(host) && fault === undefined) return undefined;
  if (port === undefined) throw refusal(host, "LOCAL_TWILIO_PORT is not set");
  const sid = callSid?.();
  return {
    port,
    headers: {
      host: nameOf(host),
      [HOST_HEADER]: nameOf(host), // fetch sends no Host header but its own
      ...(sid === undefined ? {} : { [CALL_SID_HEADER]: sid }),
      ...(fault === undefined ? {} : { [FAULT_HEADER]: textOf(fault) }),
    },
  };
}

function textOf(fault) {
  if (fault.kind === "slow") return `slow:${fault.ms}`;
  return fault.kind === "status" ? `status:${fault.status}` : fault.kind;
}

/** The three forms of http.request: (url, options?, callback?) and (options, callback?). */
function readArguments(first, second, third) {
  const hasUrl = typeof first === "string" || first instanceof URL;
  const url = hasUrl ? new URL(first) : undefined;
  const options = (hasUrl ? second : first) ?? {};
  const callback = hasUrl ? third : second;
  return typeof options === "function" ? { url, options: {}, callback: options } : { url, options, callback };
}

function withHeaders(headers, more) {
  if (Array.isArray(headers)) {
    const pairs = Array.isArray(headers[0]) ? headers : chunk(headers);
    headers = Object.fromEntries(pairs);
  }
  const kept = Object.entries(headers ?? {}).filter(([name]) => name.toLowerCase() !== "host");
  return { ...Object.fromEntries(kept), ...more };
}

function chunk(list) {
  return list.flatMap((name, at) => (at % 2 === 0 ? [[name, list[at + 1]]] : []));
}

function redirected(real, module, parts) {
  const { url, options, callback } = readArguments(...parts);
  const to = destination(options.hostname ?? options.host ?? url?.hostname);
  if (to === undefined || options.socketPath !== undefined) return real.apply(module, parts);
  const auth =
    options.auth ?? (url?.username ? decodeURIComponent(`${url.username}:${url.password}`) : undefined);
  const kept = Object.entries(options).filter(([name]) => !DROPPED.includes(name));
  const request = {
    ...Object.fromEntries(kept),
    ...(auth === undefined ? {} : { auth }),
    host: "127.0.0.1",
    port: to.port,
    path: options.path ?? (url ? url.pathname + url.search : "/"),
    headers: withHeaders(options.headers, to.headers),
    agent: installed.agent,
  };
  return installed.real.httpRequest.call(http, request, callback);
}

function patchedRequest(real, module) {
  return function request(...parts) {
    return redirected(real, module, parts);
  };
}

function patchedGet(request) {
  return function get(...parts) {
    const outgoing = request(...parts);
    outgoing.end();
    return outgoing;
  };
}

function patchedFetch(real) {
  return async function fetch(input, init) {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const to = destination(url.hostname);
    if (to === undefined) return real(input, init);
    const headers = new Headers(request.headers);
    for (const [name, value] of Object.entries(to.headers)) headers.set(name, value);
    const local = `http://127.0.0.1:${to.port}${url.pathname}${url.search}`;
    return real(new Request(local, request), { headers });
  };
}

/** The last line of defence: whatever opens a socket of its own (http2, WebSocket, another fetch) is refused. */
function guardedConnect(real, module) {
  return function connect(...parts) {
    const options = typeof parts[0] === "object" && parts[0] !== null ? parts[0] : {};
    const host = options.host ?? (typeof parts[1] === "string" ? parts[1] : options.servername);
    if (isReal(host)) throw refusal(host, "this kind of connection cannot be redirected");
    return real.apply(module, parts);
  };
}

/**
 * Starts redirecting.
 * @param {{ port?: number, callSid?: () => string | undefined, faults?: { take(target: string): unknown } }} options
 *   `port` left out: every request to Twilio throws. `callSid`: the call to which a request is counted.
 *   `faults`: what to break, asked for `http:<host>`.
 */
function install({ port, callSid, faults, preloaded = false }) {
  if (installed?.preloaded) uninstall();
  if (installed !== undefined) throw new Error("Cannot redirect Twilio: it is redirected already");
  const real = {
    httpRequest: http.request,
    httpGet: http.get,
    httpsRequest: https.request,
    httpsGet: https.get,
    fetch: globalThis.fetch,
    tlsConnect: tls.connect,
    netConnect: net.connect,
    netCreateConnection: net.createConnection,
  };
  installed = { port, callSid, faults, preloaded, real, agent: new http.Agent({ keepAlive: true }) };
  http.request = patchedRequest(real.httpRequest, http);
  http.get = patchedGet(http.request);
  https.request = patchedRequest(real.httpsRequest, https);
  https.get = patchedGet(https.request);
  globalThis.fetch = patchedFetch(real.fetch);
  tls.connect = guardedConnect(real.tlsConnect, tls);
  net.connect = guardedConnect(real.netConnect, net);
  net.createConnection = guardedConnect(real.netCreateConnection, net);
  syncBuiltinESMExports();
}

/** Stops redirecting and closes the connections that were kept. Does nothing when nothing is installed. */
function uninstall() {
  if (installed === undefined) return;
  const { real, agent } = installed;
  http.request = real.httpRequest;
  http.get = real.httpGet;
  https.request = real.httpsRequest;
  https.get = real.httpsGet;
  globalThis.fetch = real.fetch;
  tls.connect = real.tlsConnect;
  net.connect = real.netConnect;
  net.createConnection = real.netCreateConnection;
  syncBuiltinESMExports();
  agent.destroy();
  installed = undefined;
}

module.exports = { install, uninstall };

/** Preloaded by --require or NODE_OPTIONS. */
if (module.parent?.id === "internal/preload") {
  const { LOCAL_TWILIO_PORT: port } = process.env;
  install({ ...(/^\d+$/.test(port ?? "") ? { port: Number(port) } : {}), preloaded: true });
}
