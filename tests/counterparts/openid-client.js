/**
 * `openid-client`, a certified relying party, as a client of the lab: one that checks what it is given, and knows
 * nothing of us. The lines and their answers are those of `msal_client.py`.
 */
import * as client from "openid-client";
import { serve } from "./lines.js";

let config;
let pending;
let refreshToken;

await serve(async (line) => {
  try {
    return await act(line);
  } catch (error) {
    if (!(error instanceof client.ResponseBodyError || error instanceof client.AuthorizationResponseError)) {
      throw error;
    }
    return { error: error.error, codes: error.cause.error_codes ?? [] };
  }
});

async function act(line) {
  switch (line.do) {
    case "start": {
      const issuer = new URL(`${line.tenant}/v2.0`, line.base);
      config = await client.discovery(issuer, line.clientId, line.clientSecret);
      return {};
    }
    case "begin": {
      pending = {
        pkceCodeVerifier: client.randomPKCECodeVerifier(),
        expectedState: client.randomState(),
        expectedNonce: client.randomNonce(),
        idTokenExpected: true,
      };
      const lasting = line.lasting ? ["offline_access"] : [];
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: line.redirectUri,
        scope: ["openid", "profile", ...lasting, ...line.scopes].join(" "),
        code_challenge: await client.calculatePKCECodeChallenge(pending.pkceCodeVerifier),
        code_challenge_method: "S256",
        state: pending.expectedState,
        nonce: pending.expectedNonce,
      });
      return { address };
    }
    case "finish": {
      const checks = line.otherVerifier
        ? { ...pending, pkceCodeVerifier: client.randomPKCECodeVerifier() }
        : pending;
      return given(await client.authorizationCodeGrant(config, new URL(line.answer), checks));
    }
    case "refresh":
      return given(await client.refreshTokenGrant(config, refreshToken));
    case "application":
      return given(await client.clientCredentialsGrant(config, { scope: line.scope }));
    default:
      throw new Error(`unknown: ${line.do}`);
  }
}

function given(tokens) {
  refreshToken = tokens.refresh_token ?? refreshToken;
  return {
    accessToken: tokens.access_token,
    lasting: tokens.refresh_token !== undefined,
    account: tokens.claims()?.preferred_username ?? null,
  };
}
