import { makeWorkbooks } from '../../app/make-workbooks.js';
import type { Context } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { sayRefusal } from '../say-refusal.js';

export interface TemplateOptions {
  readonly for: 'region' | 'department';
  readonly region?: string;
  readonly department?: string;
  readonly period?: string;
  readonly data?: readonly string[];
  readonly out: string;
}

/** `template SET --for region|department [--region ID|--department NAME] --out PATH` */
export async function template(
  context: Context,
  reference: string,
  options: TemplateOptions,
): Promise<number> {
  const { terminal } = context;
  const unit = options.for === 'region' ? options.region : options.department;
  const isOne = unit !== undefined && unit !== 'all';
  const isFile = isOne && options.out.toLowerCase().endsWith('.xlsx');
  const folder = options.out.replace(/\/+$/, '');
  let count = 0;
  let kept = 0;
  const forms = makeWorkbooks(context.ports, reference, {
    for: options.for,
    unit,
    period: options.period,
    paths: options.data,
  });
  for await (const form of forms) {
    if (!form.ok) return sayRefusal(terminal, form.error);
    const { name, content, total } = form.value;
    const path = isFile ? options.out : `${folder}/${name}.xlsx`;
    count += 1;
    const progress = total > 1 ? `[${String(count)}/${String(total)}] ` : '';
    // It may have been filled in and sent back meanwhile.
    if (await terminal.exists(path)) {
      kept += 1;
      terminal.say(`${progress}${path} 已经有了，没有改动\n`);
      continue;
    }
    await terminal.writeFile(path, content);
    terminal.say(`${progress}已生成 ${path}\n`);
  }
  if (kept === 0) return EXIT.done;
  terminal.say(`${String(kept)} 份已经有了，可能填过，没有覆盖。换一个文件夹，或先把它们移走。\n`);
  return EXIT.refused;
}
