"""MSAL, Microsoft's own library, as a client of the lab.

One JSON object on a line of standard input, one on a line of standard output back; the program ends with its input.

| line | answer |
|---|---|
| `{"do":"start", "base", "tenant", "clientId", "clientSecret"}` | `{}` |
| `{"do":"begin", "redirectUri", "scopes", "lasting"}` | `{"address"}`: what the person opens |
| `{"do":"finish", "answer", "otherVerifier"?}`: the address that the person came back with | tokens |
| `{"do":"refresh", "scopes"?}`: without the person; other scopes may be of another resource | tokens |
| `{"do":"application", "scope"}`: client credentials | tokens |

Tokens are `{"accessToken", "lasting", "account"}`, or `{"error", "codes"}`.
"""

import json
import secrets
import sys
from urllib.parse import parse_qsl, urlsplit

import msal


class Client:
    """What one test does with MSAL."""

    def start(self, line):
        self.new = lambda lasting: msal.ConfidentialClientApplication(
            line["clientId"],
            client_credential=line["clientSecret"],
            authority=line["base"] + line["tenant"],
            # The lab is no authority that Microsoft would vouch for.
            validate_authority=False,
            instance_discovery=False,
            exclude_scopes=None if lasting else ["offline_access"],
        )
        self.application = self.new(lasting=True)
        return {}

    def begin(self, line):
        self.application = self.new(line["lasting"])
        self.scopes = line["scopes"]
        self.flow = self.application.initiate_auth_code_flow(self.scopes, redirect_uri=line["redirectUri"])
        return {"address": self.flow["auth_uri"]}

    def finish(self, line):
        if line.get("otherVerifier"):
            self.flow["code_verifier"] = secrets.token_urlsafe(32)
        answer = dict(parse_qsl(urlsplit(line["answer"]).query))
        return given(self.application.acquire_token_by_auth_code_flow(self.flow, answer, scopes=self.scopes))

    def refresh(self, line):
        [account] = self.application.get_accounts()
        scopes = line.get("scopes", self.scopes)
        return given(self.application.acquire_token_silent_with_error(scopes, account, force_refresh=True))

    def application_alone(self, line):
        return given(self.application.acquire_token_for_client([line["scope"]]))


def given(result):
    """The result of a call, in the words of the table above."""
    if "error" in result:
        return {"error": result["error"], "codes": result.get("error_codes", [])}
    return {
        "accessToken": result["access_token"],
        "lasting": "refresh_token" in result,
        "account": result.get("id_token_claims", {}).get("preferred_username"),
    }


def main():
    client = Client()
    acts = {
        "start": client.start,
        "begin": client.begin,
        "finish": client.finish,
        "refresh": client.refresh,
        "application": client.application_alone,
    }
    for line in sys.stdin:
        line = json.loads(line)
        print(json.dumps(acts[line["do"]](line)), flush=True)


main()
