import { describeFontFault, describeFontStep } from '../../messages/font-faults.js';
import type { Context } from '../command.js';
import { EXIT } from '../exit-codes.js';

/** `fonts [FILE]`: brings a 仿宋, which no package of the set-up has. */
export async function fonts(context: Context, file: string | undefined): Promise<number> {
  const { terminal } = context;
  const bringer = await context.loadFontBringer();
  const brought = await bringer.bring(file ?? null, (step) => {
    terminal.say(`${describeFontStep(step)}\n`);
  });
  if (!brought.ok) {
    terminal.say(`${describeFontFault(brought.error)}\n`);
    return file === undefined ? EXIT.environment : EXIT.refused;
  }
  const { name, characters, path } = brought.value;
  terminal.out(`正文的仿宋从此用 ${name}（GB 2312 汉字 ${characters} 个，缺的字由霞鹜文楷补印）\n`);
  terminal.say(
    `字体在 ${path}，只供本机打印；删去它即恢复代用。\n` +
      '使用和再分发须遵守字体自己的许可，见 docs/printing.md“仿宋从哪里来”。\n',
  );
  return EXIT.done;
}
