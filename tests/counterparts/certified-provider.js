/**
 * `oidc-provider`, a certified OpenID provider, at Entra's addresses: what our client meets when it meets somebody
 * who has read the standards and has never heard of us.
 *
 * | line | answer |
 * |---|---|
 * | `{"do":"start", "tenant", "clientId", "clientSecret", "redirectUri", "resource", "permissions"}` | `{"base"}` |
 * | `{"do":"person", "consents"}`: what the person does from now on | `{}` |
 * | `{"do":"answers"}` | `[{"status", "error", "fields"}]`: each answer of the token endpoint, without its values |
 *
 * Every rule is the provider's own. Two things are arranged before it, because Entra differs from the standard:
 * the addresses, and that `offline_access` needs no `prompt=consent` (OpenID Connect Core, section 11).
 */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import Provider, { interactionPolicy } from "oidc-provider";
import { serve } from "./lines.js";

const ACCOUNT = "marta@ferreteriasoler.example";

const person = { consents: true };
const answers = [];

await serve(async (line) => {
  switch (line.do) {
    case "start":
      return { base: await start(line) };
    case "person":
      person.consents = line.consents;
      return {};
    case "answers":
      return answers;
    default:
      throw new Error(`unknown: ${line.do}`);
  }
});

async function start(wanted) {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const base = `http://localhost:${server.address().port}`;
  const provider = new Provider(`${base}/${wanted.tenant}/v2.0`, configuration(wanted));
  const answer = provider.callback();
  const mount = `/${wanted.tenant}`;
  server.on("request", async (request, response) => {
    try {
      if (!request.url.startsWith(`${mount}/`)) {
        response.writeHead(404).end();
        return;
      }
      const path = request.url.slice(mount.length);
      const signIn = path.match(/^\/interaction\/[^/?]+$/);
      if (signIn) {
        await act(provider, wanted, request, response);
        return;
      }
      // From here on the provider believes that it is mounted at the tenant.
      request.originalUrl = `${mount}${standard(path)}`;
      request.url = standard(path);
      note(request, response);
      answer(request, response);
    } catch (error) {
      console.error(error);
      response.writeHead(500).end();
    }
  });
  return `${base}/`;
}

/** The path as the standard wants it, for one as Entra has it. */
function standard(path) {
  const url = new URL(path, "http://localhost");
  if (url.pathname === "/v2.0/.well-known/openid-configuration") {
    url.pathname = "/.well-known/openid-configuration";
  }
  const asks = url.searchParams.get("scope")?.split(" ") ?? [];
  if (url.pathname === "/oauth2/v2.0/authorize" && asks.includes("offline_access")) {
    const prompts = new Set([...(url.searchParams.get("prompt")?.split(" ") ?? []), "consent"]);
    url.searchParams.set("prompt", [...prompts].join(" "));
  }
  return url.pathname + url.search;
}

function configuration({ tenant, clientId, clientSecret, redirectUri, resource, permissions }) {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: "select_account", requestable: true }), 0);
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        token_endpoint_auth_method: "client_secret_post",
        grant_types: ["authorization_code", "refresh_token", "client_credentials"],
        response_types: ["code"],
        redirect_uris: [redirectUri],
      },
    ],
    routes: { authorization: "/oauth2/v2.0/authorize", token: "/oauth2/v2.0/token" },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), alg: "RS256", use: "sig" }] },
    cookies: { keys: [randomBytes(32).toString("hex")] },
    scopes: ["openid", "offline_access", "profile", "email"],
    claims: { openid: ["sub", "tid"], profile: ["name"], email: ["email"] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, tid: tenant, name: "Marta Soler", email: id }),
    }),
    pkce: { required: () => true },
    interactions: { policy, url: (_context, { uid }) => `/${tenant}/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: permissions.map((name) => `${resource}/${name}`).join(" "),
          accessTokenFormat: "opaque",
        }),
      },
    },
  };
}

/** What the person does on a page: chooses the account, signs in, consents or declines. */
async function act(provider, { clientId, resource }, request, response) {
  const { prompt } = await provider.interactionDetails(request, response);
  const finish = (result) =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  switch (prompt.name) {
    case "select_account":
      return finish({ select_account: {} });
    case "login":
      return finish({ login: { accountId: ACCOUNT } });
    case "consent": {
      if (!person.consents) {
        return finish({ error: "access_denied", error_description: "The person declined." });
      }
      const grant = new provider.Grant({ accountId: ACCOUNT, clientId });
      grant.addOIDCScope((prompt.details.missingOIDCScope ?? []).join(" "));
      grant.addResourceScope(resource, (prompt.details.missingResourceScopes?.[resource] ?? []).join(" "));
      return finish({ consent: { grantId: await grant.save() } });
    }
    default:
      throw new Error(`the provider asks for «${prompt.name}»`);
  }
}

/** Notes what the token endpoint answers: the names, never the values. */
function note(request, response) {
  if (request.url !== "/oauth2/v2.0/token") return;
  const end = response.end.bind(response);
  response.end = (body, ...more) => {
    const said = JSON.parse(body);
    answers.push({
      status: response.statusCode,
      error: said.error ?? null,
      fields: Object.keys(said).sort(),
    });
    return end(body, ...more);
  };
}
