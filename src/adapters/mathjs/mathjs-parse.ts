// Named imports, in a file of their own, so that a bundle leaves out the rest of mathjs.
import { create, parseDependencies } from 'mathjs/number';

// The types of mathjs allow any of its exports to be missing.
const { parse } = create({ ...(parseDependencies && { parseDependencies }) });

/** mathjs' parser, with none of its functions and units. */
export function parseText(text: string): unknown {
  return parse(text);
}
