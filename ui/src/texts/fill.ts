// The values of the setup in hand, in the places that a guide's text leaves for them.

import type { GuideView } from "../ipc/types/GuideView";
import type { SetupView } from "../ipc/types/SetupView";
import { say } from "./index.svelte";

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
  };
  return text.replace(/\{([a-z_]+)\}/g, (place, name: string) => values[name] ?? place);
}
