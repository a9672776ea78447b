import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../command.js';
import { EXIT } from '../exit-codes.js';

/** `init NAME`: copies the commented starter set under a new id. */
export async function init(context: Context, name: string): Promise<number> {
  const { terminal } = context;
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(name)) {
    terminal.say(
      `「${name}」不能作体系的代号：用小写字母开头，其后小写字母、数字、短横，例如 my-city-2025。\n`,
    );
    return EXIT.usage;
  }
  const folder = (await terminal.isFolder('indicators')) ? `indicators/${name}` : name;
  if (await terminal.exists(folder)) {
    terminal.say(`${folder} 已经有了，没有改动。换一个名字，或先把它移走。\n`);
    return EXIT.usage;
  }
  for (const file of await filesBelow(context.starter)) {
    const text = await readFile(join(context.starter, file), 'utf8');
    await terminal.writeFile(join(folder, file), text.replaceAll('starter-set', name));
  }
  terminal.out(`已建立 ${folder}\n`);
  terminal.say(
    `接着可以：\n` +
      `  kaoheng validate ${folder}\n` +
      `  kaoheng test ${folder}\n` +
      `  kaoheng score ${folder}\n` +
      `  kaoheng report ${folder} --template result-notice --out out/${name}.pdf\n` +
      `每个键的说明见 docs/指标体系编写指南.md。\n`,
  );
  return EXIT.done;
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
