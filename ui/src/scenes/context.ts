// What a drawn screen may know: the labels in the portal's language, the person's values, the pins.

import { createContext } from "svelte";
import type { ImageView } from "../ipc/types/ImageView";
import type { Labels } from "./labels";
import type { SceneValues } from "./values";

export interface Scene {
  readonly labels: Labels;
  readonly values: SceneValues;
  /** The guide's own image, where nothing is drawn. */
  readonly image: ImageView | undefined;
  /** The number of the line that points at the part of this name, if any does. */
  pin(name: string): number | null;
  readonly lit: number | null;
  /** The pointer is over the pin of a line, or has left it. */
  touch(line: number, over: boolean): void;
}

export const [useScene, provideScene] = createContext<Scene>();
