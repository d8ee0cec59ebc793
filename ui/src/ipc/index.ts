// The one place where the page talks to the program. One function per command; the types beside this file are
// generated from `src-tauri/src/wire`.

import { Channel, invoke } from "@tauri-apps/api/core";
import type { Program } from "./program";

export type { DetailKind, Details, Listener, PastedKind, Program } from "./program";

/** The program behind the window. Every call rejects with a `Fault`. */
export const program: Program = {
  start: () => invoke("start"),
  pageReady: () => invoke("page_ready"),
  setLanguage: (language) => invoke("set_language", { language }),
  setLook: (look) => invoke("set_look", { look }),
  printPage: () => invoke("print_page"),

  shapeWindow: (shape) => invoke("shape_window", { shape }),

  createSetup: (guide, { erpAddress, mailbox }, clientId) =>
    invoke("create_setup", { guide, erpAddress, mailbox, clientId }),
  changeDetails: (setup, { erpAddress, mailbox }) => invoke("change_details", { setup, erpAddress, mailbox }),
  decideOtherwise: (setup, decision) => invoke("decide_otherwise", { setup, decision }),
  openSetup: (setup) => invoke("open_setup", { setup }),
  listSetups: () => invoke("list_setups"),
  deleteSetup: (setup) => invoke("delete_setup", { setup }),
  renameSetup: (setup, name) => invoke("rename_setup", { setup, name }),
  duplicateSetup: (setup) => invoke("duplicate_setup", { setup }),
  archiveSetup: (setup) => invoke("archive_setup", { setup }),
  unarchiveSetup: (setup) => invoke("unarchive_setup", { setup }),

  beginRenewal: (setup) => invoke("begin_renewal", { setup }),
  cancelRenewal: (setup) => invoke("cancel_renewal", { setup }),
  renewalHandedOver: (setup) => invoke("renewal_handed_over", { setup }),
  finishRenewal: (setup) => invoke("finish_renewal", { setup }),

  hearKeyring: (listener) => invoke("hear_keyring", { waits: channel(listener) }),
  giveUpKeyring: () => invoke("give_up_keyring"),
  tryKeyring: (setup) => invoke("try_keyring", { setup }),
  forgetEverything: () => invoke("forget_everything"),
  lookAtFiles: () => invoke("look_at_files"),
  mishapsKnown: (paths) => invoke("mishaps_known", { paths }),

  stepDone: (setup, step) => invoke("step_done", { setup, step }),
  goToStep: (setup, step) => invoke("go_to_step", { setup, step }),
  openPortal: (setup, step) => invoke("open_portal", { setup, step }),

  copyScript: (setup, shell) => invoke("copy_script", { setup, shell }),
  openCloudShell: () => invoke("open_cloud_shell"),
  portalStepsDone: (setup) => invoke("portal_steps_done", { setup }),

  pasteDetail: (kind) => invoke("paste_detail", { kind }),
  pasteValue: (setup, kind) => invoke("paste_value", { setup, kind }),
  peekClipboard: (kind) => invoke("peek_clipboard", { kind }),
  enterValue: (setup, kind, text) => invoke("enter_value", { setup, kind, text }),
  copyValue: (setup, kind) => invoke("copy_value", { setup, kind }),
  copyText: (text) => invoke("copy_text", { text }),

  setSecretEnd: (setup, end) => invoke("set_secret_end", { setup, end }),
  keepReminder: (setup) => invoke("keep_reminder", { setup }),

  check: (setup, listener) => invoke("check", { setup, events: channel(listener) }),
  signIn: (setup, surface, listener) => invoke("sign_in", { setup, surface, events: channel(listener) }),
  approve: (setup, listener) => invoke("approve", { setup, events: channel(listener) }),
  pasteAddress: () => invoke("paste_address"),
  copySignInAddress: () => invoke("copy_sign_in_address"),
  trustHost: (host) => invoke("trust_host", { host }),
  sendTestMail: (setup, to, listener) => invoke("send_test_mail", { setup, to, events: channel(listener) }),
  answerArrival: (setup, answer) => invoke("answer_arrival", { setup, answer }),
  cancel: () => invoke("cancel"),
  reportDeadEnd: (why) => invoke("report_dead_end", { why }),
  explainPasted: (setup) => invoke("explain_pasted", { setup }),
  hearProposals: (listener) => invoke("hear_proposals", { proposals: channel(listener) }),

  itMessage: (setup) => invoke("it_message", { setup }),
  copyItMessage: (setup, who) => invoke("copy_it_message", { setup, who }),
  mailItMessage: (setup, who) => invoke("mail_it_message", { setup, who }),
  keepRequest: (setup, who) => invoke("keep_request", { setup, who }),
  goOnAlone: (setup) => invoke("go_on_alone", { setup }),
  pasteRequest: () => invoke("paste_request"),
  copyAnswer: (setup) => invoke("copy_answer", { setup }),
  keepAnswer: (setup) => invoke("keep_answer", { setup }),
  pasteAnswer: (setup, passphrase) => invoke("paste_answer", { setup, passphrase }),
  openAnswer: (setup, text, passphrase) => invoke("open_answer", { setup, text, passphrase }),

  keepSetupFile: (setup) => invoke("keep_setup_file", { setup }),
  keepSealedSetup: (setup) => invoke("keep_sealed_setup", { setup }),
  openFile: (text) => invoke("open_file", { text }),
  unsealFile: (text, passphrase) => invoke("unseal_file", { text, passphrase }),
  importSetup: () => invoke("import_setup"),
  forgetImport: () => invoke("forget_import"),
};

function channel<T>(listener: (event: T) => void): Channel<T> {
  const events = new Channel<T>();
  events.onmessage = listener;
  return events;
}
