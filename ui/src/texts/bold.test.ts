import { expect, it } from "vitest";
import { pieces } from "./bold";

const plain = (text: string) => ({ text, look: "plain" });
const label = (text: string) => ({ text, look: "label" });
const value = (text: string) => ({ text, look: "value" });

it("tells labels and values from the rest", () => {
  expect(pieces("Pulsa **Nuevo** y pega `abc` aquí")).toEqual([
    plain("Pulsa "),
    label("Nuevo"),
    plain(" y pega "),
    value("abc"),
    plain(" aquí"),
  ]);
});

it("leaves what is not closed as it was written", () => {
  expect(pieces("a **b")).toEqual([plain("a **b")]);
  expect(pieces("a `b")).toEqual([plain("a `b")]);
  expect(pieces("")).toEqual([]);
});

it("makes nothing of markup", () => {
  expect(pieces("<b>x</b>")).toEqual([plain("<b>x</b>")]);
});

it("drops the full stop that would read as a part of a value, where no sentence follows", () => {
  expect(pieces("Pega `https://a.b`.")).toEqual([plain("Pega "), value("https://a.b")]);
  expect(pieces("`a`. Luego **b**.")).toEqual([value("a"), plain(". Luego "), label("b"), plain(".")]);
});
