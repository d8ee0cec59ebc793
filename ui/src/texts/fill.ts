// The values of the setup in hand, in the places that a guide's text leaves for them.

import type { GuideView } from "../ipc/types/GuideView";
import type { SetupView } from "../ipc/types/SetupView";
import { dashed, say, t } from "./index.svelte";

/** `text` with `{mailbox}` and the like filled. A place whose value is not known yet stays as it is. */
export function fill(text: string, setup: SetupView | null, guide: GuideView | null): string {
  const values: Record<string, string | null | undefined> = {
    app_name: guide ? say(guide.app_name) : null,
    erp_name: guide?.erp_name,
    erp_address: setup?.erp_address,
    mailbox: setup?.mailbox,
    client_id: setup?.client_id,
    tenant_id: setup?.tenant_id,
    redirect_uri: setup?.redirect_uri,
    signs_in: setup?.signs_in,
    account_types: accountTypes(setup),
  };
  return text.replace(/\{([a-z_]+)\}/g, (place, name: string) => values[name] ?? place);
}

/** The portal's own label for who may sign in. */
export function accountTypes(setup: SetupView | null): string {
  const chosen = setup?.choices.questions.find(({ question }) => question === "audience")?.taken;
  return t(`account-types-${dashed(chosen ?? "multi_tenant_and_personal")}`);
}
