// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { wear } from "./look";

test("the document wears what was chosen, and nothing where the system decides", () => {
  const root = document.documentElement;
  wear({ colours: "contrast_dark", motion: "still", letters: "larger" });
  expect({ ...root.dataset }).toMatchObject({ theme: "dark", contrast: "more", motion: "still" });
  expect(root.style.fontSize).toBe("150%");
  wear({ colours: "light", motion: "system", letters: "large" });
  expect(root.dataset["theme"]).toBe("light");
  expect(root.dataset["contrast"]).toBeUndefined();
  wear({ colours: "system", motion: "system", letters: "normal" });
  expect(root.dataset["theme"]).toBeUndefined();
  expect(root.style.fontSize).toBe("");
});
