"""Python's own IMAP and SMTP clients, signing in by XOAUTH2: to hold the mail servers of the tests against.

One JSON object on a line of standard input, one on a line of standard output back; the program ends with its input.
Every line has `"port"`, `"authority"` (PEM), `"user"` and `"token"`; `"patience"` is in seconds, 10 where it is not said.

| line | answer |
|---|---|
| `{"do":"count"}`: opens the inbox read-only | `{"greeting", "capabilities", "unread", "total"}` |
| `{"do":"send", "from", "to", "subject"}` | `{"features"}` |

What a server refuses is `{"refused"}` with its words; a connection that ends is `{"ended"}` with its reason.
"""

import imaplib
import json
import smtplib
import ssl
import sys
from email.message import EmailMessage

def secret(line):
    """The SASL answer (office-developer-exchange-docs, "SASL XOAUTH2")."""
    return f"user={line['user']}\x01auth=Bearer {line['token']}\x01\x01"


def trust(line):
    return ssl.create_default_context(cadata=line["authority"])


def count(line):
    client = imaplib.IMAP4_SSL("localhost", line["port"], ssl_context=trust(line), timeout=line.get("patience", 10))
    # A second challenge tells why it failed, and wants an empty answer.
    client.authenticate("XOAUTH2", lambda challenge: b"" if challenge else secret(line).encode())
    kind, said = client.select("INBOX", readonly=True)
    if kind != "OK":
        return {"refused": said[0].decode()}
    _, unread = client.search(None, "UNSEEN")
    answer = {
        "greeting": client.welcome.decode(),
        "capabilities": list(client.capabilities),
        "unread": len(unread[0].split()),
        "total": int(said[0]),
    }
    client.logout()
    return answer


def send(line):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = line["from"], line["to"], line["subject"]
    message.set_content("Hola")
    with smtplib.SMTP("localhost", line["port"], local_hostname="cliente.example", timeout=line.get("patience", 10)) as client:
        client.starttls(context=trust(line))
        client.ehlo()
        features = sorted(client.esmtp_features)
        if line["token"]:
            client.auth("XOAUTH2", lambda challenge=None: "" if challenge else secret(line), initial_response_ok=True)
        client.send_message(message)
    return {"features": features}


def act(line):
    try:
        return {"count": count, "send": send}[line["do"]](line)
    except smtplib.SMTPResponseException as refusal:
        return {"refused": f"{refusal.smtp_code} {refusal.smtp_error.decode()}"}
    except (imaplib.IMAP4.abort, smtplib.SMTPServerDisconnected, ConnectionError, TimeoutError) as end:
        return {"ended": str(end)}
    except imaplib.IMAP4.error as refusal:
        return {"refused": str(refusal)}


def main():
    for line in sys.stdin:
        print(json.dumps(act(json.loads(line))), flush=True)


main()
