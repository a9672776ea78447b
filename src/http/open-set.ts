import type { ShelvedSet } from '../app/set-shelf.js';
import type { HttpContext } from './context.js';
import { ProblemError } from './problem.js';
import { tellRefusal } from './tell-refusal.js';

/** The set of an address; where there is none, or it has faults, the request ends here. */
export async function openSet({ shelf }: HttpContext, id: string): Promise<ShelvedSet> {
  const opened = await shelf.open(id);
  if (!opened.ok) throw new ProblemError(tellRefusal(opened.error, 'set'));
  return opened.value;
}
