import type { Path } from './fault.js';

/** Where something stands in a text; both count from 1. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
}

const SPACE = /[\s]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const WORD = /[^\s,\]}]+/y;

/**
 * Finds where a path stands in a JSON text that was parsed before. It is asked only when something
 * is wrong, so that what is right costs nothing.
 *
 * @returns the place of the value at the path, or of its key; of the nearest parent where it is not there
 * @example placeInJson('{\n  "a": [1, 2]\n}', ['a', 1]) // { line: 2, column: 12 }
 */
export function placeInJson(text: string, path: Path, part: 'key' | 'value' = 'value'): JsonPlace {
  let at = skip(text, 0, SPACE);
  for (const [depth, step] of path.entries()) {
    const found = childOf(text, at, step);
    if (found === undefined) break;
    at = part === 'key' && depth === path.length - 1 ? found.key : found.value;
  }
  return placeAt(text, at);
}

interface Child {
  readonly key: number;
  readonly value: number;
}

/** Of equal keys the last one counts, as it does for whoever parses the text. */
function childOf(text: string, start: number, step: string | number): Child | undefined {
  const open = text[start];
  if (open !== '{' && open !== '[') return undefined;
  let found: Child | undefined;
  let at = skip(text, start + 1, SPACE);
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index += 1) {
    const key = at;
    let name: string | number = index;
    if (open === '{') {
      const end = skip(text, at, STRING);
      name = JSON.parse(text.slice(at, end)) as string;
      at = skip(text, skip(text, end, SPACE) + 1, SPACE);
    }
    if (name === step || String(name) === String(step)) found = { key, value: at };
    at = skip(text, endOf(text, at), SPACE);
    if (text[at] === ',') at = skip(text, at + 1, SPACE);
  }
  return found;
}

/** The end of the value that begins at a position. */
function endOf(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return skip(text, start, STRING);
  if (first !== '{' && first !== '[') return skip(text, start, WORD);
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = skip(text, at, STRING) - 1;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : Math.min(at + 1, text.length);
}

function placeAt(text: string, at: number): JsonPlace {
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: at - lineStart + 1 };
}
