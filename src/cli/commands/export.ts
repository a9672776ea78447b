import { exportSet } from '../../app/export-set.js';
import type { Context } from '../command.js';
import { deliver } from '../deliver.js';
import { EXIT } from '../exit-codes.js';
import { sayRefusal } from '../say-refusal.js';

/** `export SET --out F.xlsx` */
export async function exportTable(
  context: Context,
  reference: string,
  options: { readonly out: string },
): Promise<number> {
  const exported = await exportSet(context.ports, reference);
  if (!exported.ok) return sayRefusal(context.terminal, exported.error);
  await deliver(context.terminal, options.out, exported.value);
  return EXIT.done;
}
