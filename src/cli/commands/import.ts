import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { importSet } from '../../app/import-set.js';
import type { ImportNote } from '../../domain/workbooks/index.js';
import type { Context } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { sayRefusal } from '../say-refusal.js';
import { validate } from './validate.js';

export interface ImportTableOptions {
  readonly out: string;
  readonly year?: string;
  readonly regions?: string;
}

/** `import F.xlsx --out SET` */
export async function importTable(
  context: Context,
  file: string,
  options: ImportTableOptions,
): Promise<number> {
  const { terminal, ports } = context;
  const folder = options.out.replace(/\/+$/, '');
  if (!(await terminal.exists(file)) || (await terminal.isFolder(file))) {
    terminal.say(`找不到工作簿「${file}」。\n`);
    return EXIT.usage;
  }
  if (await terminal.exists(join(folder, 'set.yaml'))) {
    terminal.say(`${folder} 里已经有体系，没有改动。换一个文件夹，或先把它移走。\n`);
    return EXIT.usage;
  }
  const id = basename(folder);
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(id)) {
    terminal.say(
      `文件夹名「${id}」不能作体系的代号：用小写字母开头，其后小写字母、数字、短横，例如 my-city-2025。\n`,
    );
    return EXIT.usage;
  }
  const imported = await importSet(ports, {
    content: await readFile(file),
    file,
    id,
    year: options.year,
    regionsOf: options.regions,
  });
  if (!imported.ok) return sayRefusal(terminal, imported.error);
  const { files, notes, needsRegions } = imported.value;
  for (const [path, text] of Object.entries(files)) {
    await terminal.writeFile(join(folder, path), text);
  }
  terminal.say(`已写入 ${folder}：${Object.keys(files).join('、')}\n`);
  sayNotes(context, notes);
  if (needsRegions) {
    terminal.say('regions.yaml 里是占位的地区，请改成真实的；或用 --regions 取自已有的体系。\n');
  }
  return validate(context, folder);
}

const HEADS: Readonly<Record<ImportNote['kind'], string>> = {
  computed: '由评分标准读出计分规则，请逐条核对',
  marked: '评分标准读不出计分规则，作由人评分的指标',
  added: '新增的指标，由人评分',
  changed: '按表改动',
  removed: '表里已经没有，删去的指标',
  ignored: '这些改动不起作用，请直接改体系文件',
};

function sayNotes({ terminal }: Context, notes: readonly ImportNote[]): void {
  for (const [kind, head] of Object.entries(HEADS)) {
    const own = notes.filter((note) => note.kind === kind);
    if (own.length === 0) continue;
    terminal.say(`${head}（${String(own.length)}个）：\n`);
    for (const { at, label, text } of own) {
      const place = at === undefined ? '' : `${at} `;
      terminal.say(`  ${place}${label}${text === '' ? '' : `　${text.replaceAll('\n', ' ')}`}\n`);
    }
  }
}
