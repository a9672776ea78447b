import { placeInJson } from '../domain/kernel/json-places.js';
import type { LocateInput } from '../domain/preview/index.js';

/** Finds places in a JSON text that somebody sent; the text is searched only when one is asked for. */
export function locateJson(text: string, file: string): LocateInput {
  return (path, part) => ({ file, ...placeInJson(text, path, part) });
}
