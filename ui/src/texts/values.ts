// Sentences about values, where the sentence depends on which value it is.

import { dashed, findText, t } from "./index.svelte";

/** The name of a value as people call it: «Client ID». */
export function valueName(kind: string): string {
  return t(`value-${dashed(kind)}`);
}

/** Why a value was refused and what to copy instead. */
export function refusalText(kind: string, reason: string): string {
  const id = `refusal-${dashed(reason)}`;
  return findText(`${id}.${dashed(kind)}`) ?? t(id);
}
