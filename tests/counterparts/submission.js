/**
 * `smtp-server` as Exchange Online's submission server: STARTTLS, XOAUTH2 and nothing else. It asks the lab what a token
 * is, and answers as Exchange was seen to answer.
 *
 * | line | answer |
 * |---|---|
 * | `{"do":"start", "certificate", "key", "introspection", "scope", "manner"}` | `{"port"}` |
 * | `{"do":"behave", "manner"}`: see `MANNERS`, from the next connection on | `{}` |
 * | `{"do":"keep", "address", "maildir"}`: mail for this address is put there too, unread | `{}` |
 * | `{"do":"mails"}` | `[{"user", "from", "to", "raw"}]`: what was accepted, oldest first |
 * | `{"do":"stop"}` | `{}`: nobody is let in any more, and every connection is closed |
 */
import { randomUUID } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { serve } from "./lines.js";

/** What Exchange puts behind most refusals: host, time, id. */
const place = () => `[LAB0CA0001.labprd01.prod.outlook.com ${new Date().toISOString()} 08DCVINCULALAB01]`;

/** Where in a conversation something happens, and what: `[code, text]`, or `"drop"`, or `"silence"`. */
const MANNERS = {
  accept: {},
  "disabled-for-tenant": {
    authenticate: () => [
      535,
      "5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. " +
        `Visit https://aka.ms/smtp_auth_disabled for more information. ${place()}`,
    ],
  },
  "disabled-for-mailbox": {
    authenticate: () => [
      535,
      "5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. " +
        `Visit https://aka.ms/smtp_auth_disabled for more information. ${place()}`,
    ],
  },
  "security-defaults": {
    authenticate: () => [
      535,
      "5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. " +
        `Contact your administrator. ${place()}`,
    ],
  },
  "criteria-not-met": {
    authenticate: () => [
      535,
      "5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. " +
        `Contact your administrator. ${place()}`,
    ],
  },
  unsuccessful: { authenticate: () => unsuccessful() },
  "not-authenticated": { sender: () => notAuthenticated() },
  "not-this-sender": {
    data: () => [550, "5.7.60 SMTP; Client does not have permissions to send as this sender"],
  },
  "send-as-denied": { data: ({ from, user }) => sendAsDenied(user, from) },
  "over-quota": {
    data: () => [
      554,
      "5.2.0 STOREDRV.Submission.Exception:OutboundSpamException; Failed to process message due to a permanent " +
        "exception with message WASCL UserAction verdict is not None. Actual verdict is RefuseQuota, ShowTierUpgrade. " +
        place(),
    ],
  },
  throttled: {
    data: () => [432, `4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded ${place()}`],
  },
  busy: {
    connect: () => [
      421,
      `4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel ${place()}`,
    ],
  },
  "drops-at-connect": { connect: () => "drop" },
  "drops-at-authenticate": { authenticate: () => "drop" },
  "drops-after-data": { data: () => "drop" },
  "silent-at-connect": { connect: () => "silence" },
  "silent-at-authenticate": { authenticate: () => "silence" },
  "silent-after-data": { data: () => "silence" },
};

const unsuccessful = () => [535, `5.7.3 Authentication unsuccessful ${place()}`];
const notAuthenticated = () => [530, `5.7.57 Client not authenticated to send mail. ${place()}`];
const sendAsDenied = (user, from) => [
  554,
  `5.2.252 SendAsDenied; ${user} not allowed to send as ${from}; STOREDRV.Submission.Exception:` +
    `SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception ${place()}`,
];

let manner = MANNERS.accept;
let server;
let settings;
const accepted = [];
const maildirs = new Map();

await serve(async (line) => {
  switch (line.do) {
    case "start":
      settings = line;
      behave(line.manner);
      return { port: await listen() };
    case "behave":
      behave(line.manner);
      return {};
    case "keep":
      maildirs.set(line.address.toLowerCase(), line.maildir);
      return {};
    case "mails":
      return accepted;
    case "stop":
      await stop();
      return {};
    default:
      throw new Error(`unknown: ${line.do}`);
  }
});

function behave(name) {
  manner = MANNERS[name];
  if (!manner) throw new Error(`no such manner: ${name}`);
}

function listen() {
  server = new SMTPServer({
    name: "LAB0CA0001.outlook.office365.com",
    banner: "Microsoft ESMTP MAIL Service ready",
    cert: settings.certificate,
    key: settings.key,
    authMethods: ["LOGIN", "XOAUTH2"],
    // Whoever sends without signing in hears Exchange's own answer, not this server's.
    authOptional: true,
    // Exchange names both; the server would not.
    hideENHANCEDSTATUSCODES: false,
    hideDSN: false,
    size: 157_286_400,
    disableReverseLookup: true,
    onConnect: (session, done) => {
      const connection = connectionOf(session);
      session.manner = manner;
      session.drop = () => connection.close();
      withExchangesCodes(connection);
      act(session, "connect", {}, done, done);
    },
    onAuth: (auth, session, done) => {
      const judge = () =>
        identify(auth).then(
          (right) => (right ? done(null, { user: auth.username }) : done(refusal(unsuccessful()))),
          (error) => done(error),
        );
      act(session, "authenticate", {}, judge, done);
    },
    onMailFrom: (_address, session, done) => {
      if (!session.user) return done(refusal(notAuthenticated()));
      act(session, "sender", {}, done, done);
    },
    onData: async (stream, session, done) => {
      const chunks = [];
      for await (const chunk of stream) chunks.push(chunk);
      const mail = {
        user: session.user,
        from: session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map((recipient) => recipient.address),
        raw: Buffer.concat(chunks).toString("utf8"),
      };
      const take = () => {
        if (mail.from.toLowerCase() !== mail.user.toLowerCase()) {
          return done(refusal(sendAsDenied(mail.user, mail.from)));
        }
        accept(mail);
        done(
          null,
          `2.0.0 OK <${randomUUID()}@lab.outlook.example> [Hostname=LAB0CA0001.outlook.office365.com]`,
        );
      };
      act(session, "data", mail, take, done);
    },
  });
  // A client that hangs up or trusts nobody is the test's business.
  server.on("error", () => {});
  return new Promise((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => resolve(listening.address().port));
  });
}

/** What the manner of this connection does at this point: the usual, a refusal, nothing ever, or hanging up. */
function act(session, point, about, usual, done) {
  const what = session.manner[point]?.(about);
  if (what === undefined) return usual();
  if (what === "silence") return undefined;
  if (what === "drop") return session.drop();
  return done(refusal(what));
}

function refusal([responseCode, message]) {
  return Object.assign(new Error(message), { responseCode });
}

function connectionOf(session) {
  return [...server.connections].find((connection) => connection.id === session.id);
}

/** Where a text brings its own enhanced code (RFC 3463), the server adds none. */
function withExchangesCodes(connection) {
  const send = connection.send.bind(connection);
  connection.send = (code, text, context) =>
    send(code, text, /^[245]\.\d+\.\d+ /.test(String(text)) ? false : context);
}

/** Whether the token is a person's own, for sending. */
async function identify({ method, username, accessToken }) {
  if (method !== "XOAUTH2") return false;
  const answer = await fetch(settings.introspection, {
    method: "POST",
    body: new URLSearchParams({ token: accessToken }),
  });
  const token = await answer.json();
  return (
    token.active === true &&
    token.scope.split(" ").includes(settings.scope) &&
    token.username?.toLowerCase() === username.toLowerCase()
  );
}

function accept(mail) {
  accepted.push(mail);
  for (const address of new Set(mail.to.map((address) => address.toLowerCase()))) {
    const maildir = maildirs.get(address);
    if (!maildir) continue;
    // As a Maildir wants it: written elsewhere, then moved in whole.
    const name = `${Date.now()}.${randomUUID()}.lab`;
    writeFileSync(join(maildir, "tmp", name), `Return-Path: <${mail.from}>\r\n${mail.raw}`, { mode: 0o644 });
    renameSync(join(maildir, "tmp", name), join(maildir, "new", name));
  }
}

function stop() {
  for (const connection of server.connections) connection.close();
  return new Promise((resolve) => server.close(resolve));
}
