// The person's own values, as the drawn screens show them. What is not known yet is a sample of the right shape;
// the secret is always a sample, for the page never has it.

import type { GuideView } from "../ipc/types/GuideView";
import type { SetupView } from "../ipc/types/SetupView";
import { language, say } from "../texts/index.svelte";
import { accountTypes } from "../texts/fill";
import type { StepView } from "../ipc/types/StepView";

export interface SceneValues {
  appName: string;
  mailbox: string;
  domain: string;
  redirectUri: string;
  /** Who may sign in, as the form of a new registration has it. */
  accountTypes: string;
  clientId: string;
  objectId: string;
  tenantId: string;
  secret: string;
  secretMasked: string;
  secretId: string;
  /** When the secret ends that a new one replaces. */
  oldExpires: string;
  /** The permissions that the step in hand speaks of, by their short names. */
  delegated: readonly string[];
  application: readonly string[];
  /** Every delegated permission that a consent shows. */
  consent: readonly string[];
  /** When the new secret of a renewal ends, or one made today for 24 months, as the portal writes it. */
  expires: string;
}

export function sceneValues(
  setup: SetupView | null,
  guide: GuideView | null,
  step: StepView | null = null,
): SceneValues {
  const newEnd = setup?.renewal ? Date.parse(setup.secret_ends ?? "") : 0;
  const mailbox = setup?.mailbox || "correo@tuempresa.com";
  return {
    appName: guide ? say(guide.app_name) : "ERP Correo",
    mailbox,
    domain: mailbox.split("@")[1] ?? "tuempresa.com",
    redirectUri: setup?.redirect_uri || "https://tuempresa.example/oauth_callback.php",
    accountTypes: accountTypes(setup),
    clientId: setup?.client_id ?? "3f9d2c41-7a06-4b1e-9c58-e2a1d0b7f634",
    objectId: "b8e40d17-52c9-4f3a-8d60-71c5aa09e2fb",
    tenantId: setup?.tenant_id ?? "c27a95f0-1e84-4d6b-a3f2-9084be5d7c16",
    secret: "aB38Q~••••••••",
    secretMasked: "aB3***************",
    secretId: "4d1f7a92-60be-…",
    oldExpires: shortDay(Date.parse(setup?.renewal?.old_ends ?? "") || Date.now() + 5 * 86_400_000),
    delegated: spokenOf(guide?.permissions ?? ["Mail.Send"], step),
    application: spokenOf(guide?.application_permissions ?? [], step),
    consent: (guide?.permissions ?? ["Mail.Send"]).map(shortName).filter((name) => !UNSEEN.includes(name)),
    expires: shortDay(newEnd || Date.now() + 730 * 86_400_000),
  };
}

/** A day as the portal's tables write it. */
function shortDay(moment: number): string {
  return new Intl.DateTimeFormat(language.code, {
    day: "numeric",
    month: "numeric",
    year: "numeric",
    timeZone: "UTC",
  }).format(moment);
}

/** Scopes of OpenID Connect that Microsoft's page of consent does not list by themselves. */
const UNSEEN = ["openid", "profile", "email"];

/** Every new application has it: the portal lists it without anybody's doing. */
const FROM_THE_START = "User.Read";

/** A permission as the portal lists it: a guide writes Exchange's with an address before it. */
function shortName(permission: string): string {
  return permission.slice(permission.lastIndexOf("/") + 1);
}

/** The permissions that the lines of a step name to be copied; where they name none, those that have to be ticked. */
function spokenOf(permissions: readonly string[], step: StepView | null): string[] {
  const names = permissions.map(shortName);
  const lines = (step?.actions ?? []).map((line) => say(line)).join(" ");
  const spoken = names.filter((name) => lines.includes(`\`${name}\``));
  if (spoken.length > 0) return spoken;
  const scopes = [...UNSEEN, "offline_access", FROM_THE_START];
  return names.filter((name) => !scopes.includes(name));
}
