import type { Terminal } from './terminal.js';

/** Hands a result over: to the file that was asked for, else on stdout. */
export async function deliver(
  terminal: Terminal,
  out: string | undefined,
  result: string | Uint8Array,
): Promise<void> {
  if (out === undefined) {
    terminal.out(typeof result === 'string' ? result : new TextDecoder().decode(result));
    return;
  }
  await terminal.writeFile(out, result);
  terminal.say(`已写入 ${out}\n`);
}
