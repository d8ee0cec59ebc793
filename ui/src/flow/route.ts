// Where the person is. One route is one page, except the last step, whose pages are the phases of the run.

export type Route =
  | { page: "welcome" }
  | { page: "details"; guide: string }
  | { page: "step"; step: string }
  | { page: "fast"; step: string }
  | { page: "prove"; step: string }
  | { page: "renew"; step: string }
  | { page: "remove_old"; step: string }
  | { page: "paper" }
  | { page: "end" };

/** What may stand in front of any page. */
export type Overlay = "stuck" | "values" | "it-message" | "look" | "case" | "see" | "way" | "forget" | null;
