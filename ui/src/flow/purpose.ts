// What a guide is for, as far as the pages speak of it: read from what it proves.

import type { GuideView } from "../ipc/types/GuideView";

/** Whether the system will send mail. */
export function sends(guide: GuideView): boolean {
  return guide.checks.includes("mail_accepted") || guide.checks.includes("smtp");
}

/** Whether there is a secret, which ends one day. */
export function hasSecret(guide: GuideView): boolean {
  return guide.registered_by === "customer";
}
