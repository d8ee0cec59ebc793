// A stand-in for the program, for designing the page in a browser: `npm run dev:demo`. Never part of a build.
// In the address: `?do=a,b,c` presses those actions one after the other, `theme=dark`, `lang=en`,
// `setups=0`, `practice=1`, `place=session`, `keyring=waits`, `fail=<check>:<problem>`, `refuse=<reason>`, `partial=1`, `mishap=1`, `newer=1`, `hold=<check>` (never ends), `axe=1`.

import type { Program, Listener } from "../src/ipc/program";
import type { CheckView } from "../src/ipc/types/CheckView";
import type { ImportView } from "../src/ipc/types/ImportView";
import type { HealthView } from "../src/ipc/types/HealthView";
import type { FilesView } from "../src/ipc/types/FilesView";
import type { NextAction } from "../src/ipc/types/NextAction";
import type { OutcomeView } from "../src/ipc/types/OutcomeView";
import type { ReportView } from "../src/ipc/types/ReportView";
import type { SetupSummary } from "../src/ipc/types/SetupSummary";
import type { SetupView } from "../src/ipc/types/SetupView";
import type { Verdict } from "../src/ipc/types/Verdict";
import { demoGuide, demoGuides } from "./guide";
import { demoProblem } from "./problem";

const wishes = new URLSearchParams(location.search);
const CLIENT_ID = "adee71b0-aac7-44c2-bdd7-284988503cd3";
const health = (state: string, severity: string, next: string): HealthView => ({
  state,
  severity,
  next,
  days_left: null,
  works_since: state === "works" ? "2026-10-02T09:30:00Z" : null,
  last: null,
});
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export function demoProgram(): Program {
  const theme = wishes.get("theme");
  if (theme) document.documentElement.dataset["theme"] = theme;
  void press(wishes.get("do")?.split(",") ?? []);

  const guide = demoGuides().find(({ id }) => id === wishes.get("guide")) ?? demoGuide();
  const order = guide.steps.map((step) => step.id);
  let setup: SetupView = {
    id: "demo",
    guide: guide.id,
    erp_address: "https://miempresa.cloudgestion1.app",
    mailbox: "ventas@miempresa.com",
    redirect_uri: "https://miempresa.cloudgestion1.app/includes/ventas/mail/Microsoft/oauth_callback.php",
    client_id: null,
    tenant_id: null,
    secret: null,
    keyring_fault: null,
    steps_done: order.slice(0, 2),
    current_step: order[2] ?? "",
    verified_at: null,
    report: null,
    waiting_since: null,
    waiting_for: null,
    secret_ends: null,
    name: null,
    renewal: null,
    signs_in: "ventas@miempresa.com",
    choices: {
      questions: [
        { question: "account", taken: "work", why: "own_domain", answers: ["work", "personal"] },
        { question: "owner", taken: "own", why: "usual", answers: ["own", "shared"] },
      ],
      signs_in: null,
      asks_signs_in: false,
      snags: [],
    },
    helps: false,
  };
  const lines = new Map<string, OutcomeView>(guide.checks.map((check) => [check, { outcome: "waiting" }]));
  const checks = (): CheckView[] => [...lines].map(([check, outcome]) => ({ check, outcome }));
  const report = (next: NextAction): ReportView => ({
    checks: checks(),
    next,
    account: { user_name: setup.mailbox, display_name: "Ventas Mi Empresa" },
    sent_to: setup.mailbox,
    unread: 3,
    ways: [
      { surface: "window", is_open: true, registers: null, dead_end: null },
      { surface: "loopback", is_open: false, registers: "http://localhost/vincula", dead_end: null },
      { surface: "pasted", is_open: true, registers: null, dead_end: null },
    ],
    way: "window",
    next_way: "pasted",
  });
  const [failing, problem = "unexpected"] = (wishes.get("fail") ?? "").split(":");

  async function stage(names: string[], next: NextAction, listener: Listener): Promise<ReportView> {
    for (const name of names) {
      listener({ event: "check", line: { check: name, outcome: { outcome: "running" } } });
      lines.set(name, { outcome: "running" });
      await pause(120);
      if (wishes.get("hold") === name) await pause(1e6);
      const failed = name === failing;
      if (!failed) listener({ event: "check", line: { check: name, outcome: { outcome: "passed" } } });
      lines.set(name, failed ? { outcome: "failed", problem: demoProblem(problem) } : { outcome: "passed" });
      if (failed) {
        const later = guide.checks.slice(guide.checks.indexOf(name) + 1);
        for (const rest of later) lines.set(rest, { outcome: "skipped", why: "earlier_failure" });
        return report("fix");
      }
    }
    return report(next);
  }

  /** What the script prints: every value at once. */
  function takeBlock(): Verdict {
    const taken = take("client_secret");
    if (taken.verdict === "refused" || wishes.has("partial")) return taken;
    setup = { ...setup, client_id: CLIENT_ID, tenant_id: CLIENT_ID };
    return { ...taken, setup, also: ["client_id", "tenant_id"] };
  }

  function take(kind: string): Verdict {
    const reason = wishes.get("refuse");
    if (reason) return { verdict: "refused", reason, length: 36 };
    if (kind === "client_secret") {
      const session = wishes.get("place") === "session";
      setup = {
        ...setup,
        secret: {
          place: session ? "instead_of_keyring" : "keyring",
          because: session ? "keyring_locked" : null,
          length: 40,
          usual_shape: !session,
        },
      };
    } else setup = { ...setup, [kind]: CLIENT_ID };
    return {
      verdict: "accepted",
      setup,
      cleaned: false,
      also: [],
      clipboard_cleared: kind === "client_secret",
    };
  }

  let files: FilesView = {
    mishaps: wishes.has("mishap")
      ? [
          {
            id: "demo",
            ending: "restored",
            mailbox: setup.mailbox,
            path: "/home/ana/…/damaged/demo.1.untold",
          },
        ]
      : [],
    newer: wishes.has("newer")
      ? [
          {
            id: "new",
            mailbox: "compras@miempresa.com",
            erp_address: setup.erp_address,
            client_id: CLIENT_ID,
            tenant_id: null,
          },
        ]
      : [],
    unread: [],
  };

  const summaries = (): SetupSummary[] =>
    wishes.get("setups") === "0"
      ? []
      : [
          {
            ...setup,
            steps_done: setup.steps_done.length,
            steps_total: order.length,
            updated_at: "",
            can_renew: false,
            health: health("not_proven", "open", "go_on"),
          },
          {
            ...setup,
            id: "old",
            mailbox: "pedidos@miempresa.com",
            steps_done: 8,
            steps_total: order.length,
            verified_at: "2026-10-02T09:30:00Z",
            updated_at: "",
            can_renew: true,
            health: health("works", "fine", "check_again"),
          },
        ];

  const demoImport = (has_secret: boolean): ImportView => ({
    guide: guide.id,
    erp_address: "miempresa.cloudgestion1.app",
    redirect_uri: setup.redirect_uri,
    mailbox: "pedidos@miempresa.com",
    tenant_id: null,
    client_id: CLIENT_ID,
    has_secret,
    known: wishes.has("known") ? "old" : null,
  });
  const renewal = (stage: string) => async () =>
    (setup = { ...setup, secret: null, renewal: { stage, old_ends: "2026-12-20" } });

  return {
    start: async () => ({
      version: "0.1.0",
      language: wishes.get("lang") ?? "es",
      look: { colours: "system", motion: "system", letters: "normal" },
      guide_faults: [],
      practice: wishes.has("practice")
        ? { erp_address: "https://demo.cloudgestion.test", mailbox: "ana@ejemplo.test", portal: "" }
        : null,
      guides: demoGuides(),
      setups: summaries(),
    }),
    pageReady: async () => null,
    setLanguage: async () => null,
    shapeWindow: async (shape) => (shape === "wide" ? "wide" : "beside"),
    createSetup: async (_guide, { erpAddress, mailbox }) => {
      if (!mailbox.includes("@")) {
        throw {
          fault: "values_refused",
          refused: [
            ["erp_address", "microsofts_address"],
            ["mailbox", "not_an_email"],
          ],
        };
      }
      return (setup = {
        ...setup,
        erp_address: erpAddress,
        mailbox,
        steps_done: [],
        current_step: order[0] ?? "",
      });
    },
    changeDetails: async (_setup, details) => (setup = { ...setup, mailbox: details.mailbox }),
    openSetup: async () => setup,
    listSetups: async () => summaries(),
    deleteSetup: async () => null,
    renameSetup: async () => summaries(),
    duplicateSetup: async () => summaries(),
    archiveSetup: async () => summaries(),
    unarchiveSetup: async () => summaries(),
    beginRenewal: renewal("asks"),
    cancelRenewal: async () => (setup = { ...setup, renewal: null }),
    renewalHandedOver: renewal("remove_old"),
    finishRenewal: async () => (setup = { ...setup, renewal: null }),
    hearKeyring: async (listener) => {
      if (wishes.get("keyring") === "waits") listener(true);
      return null;
    },
    giveUpKeyring: async () => null,
    tryKeyring: async () => setup,
    forgetEverything: async () => ({ left: [] }),
    lookAtFiles: async () => files,
    mishapsKnown: async () => (files = { ...files, mishaps: [] }),
    stepDone: async (_setup, step) => {
      const steps_done = order.filter((id) => id === step || setup.steps_done.includes(id));
      const current_step = order.find((id) => !steps_done.includes(id)) ?? order.at(-1) ?? "";
      return (setup = { ...setup, steps_done, current_step });
    },
    goToStep: async (_setup, step) => (setup = { ...setup, current_step: step }),
    openPortal: async () => null,
    pasteDetail: async (kind) => ({
      verdict: "accepted",
      other: null,
      text: kind === "mailbox" ? "ventas@miempresa.com" : "https://miempresa.cloudgestion1.app",
    }),
    copyScript: async () => null,
    openCloudShell: async () => null,
    portalStepsDone: async () => {
      const last = order.at(-1) ?? "";
      return (setup = { ...setup, steps_done: order.slice(0, -1), current_step: last });
    },
    pasteValue: async (_setup, kind) =>
      document.querySelector('[data-page="fast"]') ? takeBlock() : take(kind),
    enterValue: async (_setup, kind) => take(kind),
    peekClipboard: async () => true,
    copyValue: async () => null,
    check: (_setup, listener) => stage(["machine", "tenant", "application", "secret"], "sign_in", listener),
    signIn: async (_setup, _surface, listener) => {
      listener({ event: "sign_in", what: { what: "opened" } });
      listener({ event: "sign_in", what: { what: "host", host: "login.microsoftonline.com" } });
      return stage(["sign_in", "account", "permissions"], "send", listener);
    },
    sendTestMail: (_setup, _to, listener) => stage(["mail_accepted"], "confirm_arrival", listener),
    answerArrival: async (_setup, answer) => {
      if (answer === "not_yet") return report("confirm_arrival");
      setup = { ...setup, verified_at: "2026-11-20T10:00:00Z" };
      return stage(["mail_arrived"], "hand_over", () => undefined);
    },
    cancel: async () => null,
    reportDeadEnd: async () => null,
    approve: async () => ({ is_approved: true, problem: null }),
    pasteAddress: async () => null,
    copySignInAddress: async () => null,
    trustHost: async () => null,
    hearProposals: async () => null,
    explainPasted: async () => demoProblem("secret_wrong"),
    itMessage: async () => "Hola:\n\nEstamos conectando el correo de Cloud Gestion con Microsoft…",
    copyItMessage: async (_, who) =>
      (setup = { ...setup, waiting_since: "2026-11-20T10:00:00Z", waiting_for: who || null }),
    mailItMessage: async (_, who) =>
      (setup = { ...setup, waiting_since: "2026-11-20T10:00:00Z", waiting_for: who || null }),
    setLook: async () => null,
    printPage: async () => (window.print(), null),
    setSecretEnd: async () => (setup = { ...setup, secret_ends: "2028-11-23" }),
    keepRequest: async () => ({ setup, path: "/home/ana/Descargas/vincula.txt" }),
    keepSetupFile: async () => "/home/ana/Descargas/ventas-miempresa.com.vincula.json",
    keepSealedSetup: async () => ({
      passphrase: "k7fm-2xqe-9dpa-hw3t",
      path: "/home/ana/Descargas/ventas-miempresa.com.vincula.age.txt",
    }),
    openFile: async (text) =>
      text.includes("AGE ENCRYPTED") ? { what: "sealed" } : { what: "import", import: demoImport(false) },
    unsealFile: async (_text, passphrase) => {
      if (passphrase.length < 16) throw { fault: "wrong_passphrase" };
      return { what: "import", import: demoImport(true) };
    },
    importSetup: async () => setup,
    forgetImport: async () => null,
    keepAnswer: async () => ({
      passphrase: "k7fm-2xqe-9dpa-hw3t",
      path: "/home/ana/Descargas/vincula.age.txt",
    }),
    openAnswer: async () => setup,
    keepReminder: async () => "/home/ana/Descargas/vincula.ics",
    decideOtherwise: async () => setup,
    goOnAlone: async () => (setup = { ...setup, waiting_since: null }),
    pasteRequest: async () => (setup = { ...setup, helps: true }),
    copyAnswer: async () => "k7fm-2xqe-9dpa-hw3t",
    pasteAnswer: async () => (setup = { ...setup, waiting_since: null }),
    copyText: async () => null,
  };
}

async function press(actions: string[]): Promise<void> {
  for (const action of actions) {
    for (let tries = 0; tries < 100; tries += 1) {
      await pause(30);
      const button = document.querySelector<HTMLElement>(
        `[data-action="${action}"]:not([aria-disabled="true"])`,
      );
      if (button) {
        button.click();
        break;
      }
    }
  }
  if (wishes.has("axe")) await lookOver();
}

/** What axe has to say, for `chromium --dump-dom`: the contrast of colours needs a real browser. */
async function lookOver(): Promise<void> {
  await pause(600);
  const { default: axe } = await import("axe-core");
  const { violations, passes } = await axe.run(document);
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  const note = document.createElement("pre");
  note.textContent = `AXE ${passes.length} passed, ${violations.length} violations\n${said.join("\n")}`;
  document.body.append(note);
}
