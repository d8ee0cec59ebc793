// The drawn screens by name. A scene is one drawing or several in the order in which they are met; each names
// the parts that the lines of a step point at. `src-tauri/core/src/guide/scene.rs` lists the same names.

import type { Component } from "svelte";
import type { ImageView } from "../ipc/types/ImageView";
import type { SceneView } from "../ipc/types/SceneView";
import Home from "./azure/Home.svelte";
import SignIn from "./azure/SignIn.svelte";
import ApiPermissions from "./entra/ApiPermissions.svelte";
import AppOverview from "./entra/AppOverview.svelte";
import AppRegistrations from "./entra/AppRegistrations.svelte";
import Authentication from "./entra/Authentication.svelte";
import AuthenticationClassic from "./entra/AuthenticationClassic.svelte";
import ClientSecret from "./entra/ClientSecret.svelte";
import NewRegistration from "./entra/NewRegistration.svelte";
import Overview from "./entra/Overview.svelte";
import CloudGestionForm from "./erp/CloudGestionForm.svelte";
import Ev4Inbox from "./erp/Ev4Inbox.svelte";
import MyCrmWebSync from "./erp/MyCrmWebSync.svelte";
import NocoBaseMail from "./erp/NocoBaseMail.svelte";
import ImageScreen from "./ImageScreen.svelte";
import AccountChooser from "./microsoft/AccountChooser.svelte";
import Approval from "./microsoft/Approval.svelte";
import Consent from "./microsoft/Consent.svelte";

/** A screen with several looks, or with one. */
type Screen = Component<{ state: string }> | Component<Record<string, never>>;

export interface Frame {
  /** Its texts are `scene-<id>` (what it shows, for who cannot see it) and `scene-<id>.caption`. */
  id: string;
  screen: Screen;
  /** Which look of the screen. */
  state: string;
  /** Line of the step → the parts of the screen it points at. */
  pins: Readonly<Record<number, readonly string[]>>;
  /** The guide's own image, where nothing is drawn: it brings what it shows in words. */
  image?: ImageView;
}

const frame = (id: string, screen: Screen, state: string, pins: Frame["pins"] = {}): Frame => ({
  id,
  screen,
  state,
  pins,
});

export const SCENES: Readonly<Record<string, readonly Frame[]>> = {
  "azure/sign-in": [
    frame("sign-in-email", SignIn, "email", { 1: ["address"], 2: ["email", "next"] }),
    frame("sign-in-password", SignIn, "password", { 3: ["password", "sign-in"] }),
  ],
  "azure/home": [frame("home-alone", Home, "", { 1: ["entra"] })],
  "entra/overview": [
    frame("overview", Overview, "manage", { 1: ["manage"], 2: ["registrations"] }),
    frame("overview-add", Overview, "add", { 1: ["add"], 2: ["add-registration"] }),
  ],
  "entra/app-registrations": [
    frame("sign-in-start", SignIn, "email", { 1: ["address", "email"] }),
    frame("home", Home, "", { 2: ["entra"] }),
    frame("overview-second", Overview, "manage", { 3: ["manage", "registrations"] }),
    frame("registrations", AppRegistrations, "", { 4: ["new"] }),
  ],
  "entra/new-registration": [
    frame("registrations-new", AppRegistrations, "", { 1: ["new"] }),
    frame("registration-form", NewRegistration, "blank", {
      1: ["name"],
      2: ["accounts"],
      3: ["redirect"],
      4: ["register"],
    }),
  ],
  "entra/new-registration-web": [
    frame("registration-form-web", NewRegistration, "web", {
      1: ["name"],
      2: ["accounts"],
      3: ["redirect"],
      4: ["register"],
    }),
    frame("app-overview-after", AppOverview, "", { 4: ["client-id", "copy"] }),
  ],
  "entra/new-registration-tenant": [
    frame("registration-form-web", NewRegistration, "web", {
      1: ["name"],
      2: ["accounts"],
      3: ["redirect"],
      4: ["register"],
    }),
    frame("app-overview-both", AppOverview, "", { 4: ["client-id", "tenant-id"] }),
  ],
  "entra/app-overview": [frame("app-overview", AppOverview, "", { 1: ["client-id"], 2: ["copy"] })],
  "entra/client-secret": [
    frame("secret-empty", ClientSecret, "empty", { 1: ["menu-secrets", "new"] }),
    frame("secret-panel", ClientSecret, "panel", { 2: ["description"], 3: ["expires", "add"] }),
    frame("secret-shown", ClientSecret, "shown", { 4: ["value"] }),
    frame("secret-masked", ClientSecret, "masked"),
  ],
  "entra/redirect-uri": [
    frame("authentication", Authentication, "empty", { 1: ["menu-authentication"], 2: ["add"] }),
    frame("platform", Authentication, "platform", { 2: ["web"] }),
    frame("redirect-form", Authentication, "form", { 3: ["uri"], 4: ["configure"] }),
    frame("redirect-listed", Authentication, "listed"),
    frame("authentication-classic", AuthenticationClassic, "", {
      1: ["menu-authentication"],
      2: ["add", "web"],
    }),
  ],
  "entra/api-permissions": [
    frame("permissions", ApiPermissions, "list", { 1: ["menu-permissions", "add"] }),
    frame("permissions-api", ApiPermissions, "api", { 2: ["graph"] }),
    frame("permissions-kind", ApiPermissions, "kind", { 2: ["delegated"] }),
    frame("permissions-search", ApiPermissions, "search", { 3: ["search", "ticks", "add-button"] }),
    frame("permissions-grant", ApiPermissions, "grant", { 4: ["grant"] }),
    frame("permissions-confirm", ApiPermissions, "confirm", { 4: ["yes"] }),
    frame("permissions-granted", ApiPermissions, "granted"),
  ],
  "entra/delegated-permissions": [
    frame("permissions", ApiPermissions, "list", { 1: ["menu-permissions", "add"] }),
    frame("permissions-api", ApiPermissions, "api", { 2: ["graph"] }),
    frame("permissions-kind", ApiPermissions, "kind", { 2: ["delegated"] }),
    frame("permissions-ticks", ApiPermissions, "search", { 3: ["search", "ticks"], 4: ["add-button"] }),
    frame("permissions-added", ApiPermissions, "added"),
  ],
  "entra/application-permissions": [
    frame("application-add", ApiPermissions, "application added", { 1: ["add"] }),
    frame("application-api", ApiPermissions, "application api", { 1: ["graph"] }),
    frame("application-kind", ApiPermissions, "application kind", { 2: ["application"] }),
    frame("application-ticks", ApiPermissions, "application search", {
      3: ["search", "ticks", "add-button"],
    }),
    frame("application-grant", ApiPermissions, "application grant", { 4: ["grant"] }),
    frame("application-confirm", ApiPermissions, "application confirm", { 4: ["yes"] }),
    frame("application-granted", ApiPermissions, "application granted"),
  ],
  "entra/exchange-permissions": [
    frame("exchange-api", ApiPermissions, "exchange api", { 1: ["org-tab"], 2: ["exchange"] }),
    frame("exchange-kind", ApiPermissions, "exchange kind"),
    frame("exchange-ticks", ApiPermissions, "exchange search", { 3: ["ticks", "add-button"] }),
    frame("exchange-grant", ApiPermissions, "exchange grant", { 4: ["grant"] }),
    frame("exchange-confirm", ApiPermissions, "exchange confirm", { 4: ["yes"] }),
  ],
  "microsoft/account-chooser": [frame("account-chooser", AccountChooser, "", { 2: ["account"] })],
  "microsoft/consent": [frame("consent", Consent, "", { 3: ["accept"] })],
  "microsoft/permissions-asked": [
    frame("consent-asked", Consent, "", { 1: ["want-1"], 2: ["want-2"], 3: ["want-4"], 4: ["app"] }),
  ],
  "microsoft/approval": [
    frame("approval-needed", Approval, "needed", { 1: ["needed"] }),
    frame("approval-granting", Approval, "granting", { 3: ["accept"] }),
  ],
  "erp/cloud-gestion-form": [
    frame("erp-empty", CloudGestionForm, "empty", { 1: ["method", "fields"] }),
    frame("erp-filled", CloudGestionForm, "filled", { 2: ["link"] }),
    frame("erp-unsaved", CloudGestionForm, "unsaved", { 2: ["save-and-link"] }),
    frame("account-chooser", AccountChooser, "", { 2: ["account"] }),
    frame("erp-linking", CloudGestionForm, "linking"),
    frame("erp-linked", CloudGestionForm, "linked", { 3: ["recipient", "send"] }),
    frame("erp-sent", CloudGestionForm, "sent"),
  ],
  "erp/mycrmweb-sync": [
    frame("mycrmweb-values", MyCrmWebSync, "values", { 1: ["fields"] }),
    frame("mycrmweb-calendar", MyCrmWebSync, "calendar", { 2: ["calendar"], 3: ["sign-in"] }),
    frame("mycrmweb-linked", MyCrmWebSync, "linked"),
  ],
  "erp/nocobase-mail": [
    frame("nocobase-settings", NocoBaseMail, "settings", { 1: ["fields"], 2: ["submit"] }),
    frame("nocobase-accounts", NocoBaseMail, "accounts", { 3: ["microsoft"] }),
    frame("nocobase-linked", NocoBaseMail, "linked"),
  ],
  "erp/ev4-inbox": [
    frame("ev4-empty", Ev4Inbox, "empty", { 1: ["connect"] }),
    frame("account-chooser", AccountChooser, "", { 2: ["account"] }),
    frame("ev4-linked", Ev4Inbox, "linked", { 3: ["linked"] }),
  ],
};

/** Where the old secret is removed once the new one works: no step of a guide. */
export const OLD_SECRET: readonly Frame[] = [
  frame("secret-old", ClientSecret, "old", { 2: ["old"], 3: ["remove"] }),
];

/** What stands beside a step: the drawings of its scene, or the guide's own image. */
export function framesBeside(scene: SceneView): readonly Frame[] {
  if (scene.scene === "drawn") return framesOf(scene.name);
  const { image } = scene;
  const pins = Object.fromEntries(image.callouts.map(({ line }) => [line, [pinName(line)]]));
  return [{ ...frame("image", ImageScreen, "", pins), image }];
}

/** The name of a place on an image, by the line that points there. */
export function pinName(line: number): string {
  return `line-${line}`;
}

/** The drawings of some scenes, one after the other. An unknown name has none: the text alone is enough. */
export function framesOf(...names: string[]): readonly Frame[] {
  return names.flatMap((name) => SCENES[name] ?? []);
}
