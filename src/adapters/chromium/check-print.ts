import { failure, success, type Result } from '../../domain/kernel/result.js';
import type { PrintedDocument, PrintFault } from '../../ports/document-renderer.js';
import type { FinishedPdf } from './pdf/finish-pdf.js';
import type { Press } from './press.js';

/** A print is handed over only with pages, embedded fonts, and its title's characters as text. */
export function checkPrint(
  { pdf, pages, fonts, notices }: FinishedPdf,
  title: string,
  missing: readonly string[],
): Result<PrintedDocument, PrintFault> {
  const empty = (detail: string) => failure({ code: 'empty-print' as const, facts: { detail } });
  if (pages === 0) return empty('没有页面');
  if (fonts.embedded === 0) return empty('没有嵌入字体，页面是空白的');
  const unprinted = new Set(missing);
  const lost = [...new Set(title)].filter(
    (character) =>
      /[\p{L}\p{N}]/u.test(character) &&
      !unprinted.has(character) &&
      !fonts.characters.has(character),
  );
  if (lost.length > 0) return empty(`标题中的“${lost.join('')}”没有印出`);
  return success({ pdf, pages, notices });
}

/** What the reader of a print should know of the machine that made it, in Chinese. */
export function noticesOf({ running, found }: Press, missing: readonly string[]): string[] {
  const standIns = found.faces.filter((face) => face.isStandIn);
  const notices: string[] = [];
  if (standIns.length > 0) {
    const pairs = standIns.map((face) => `${face.wanted}→${face.used}`).join('，');
    notices.push(`本机没有公文标准字体，已代用：${pairs}。安装标准字体后重印即可换用。`);
    if (found.faces.some((face) => !face.isSameStyle)) {
      notices.push(
        '正文的仿宋以楷体代用。取得仿宋：npm run kaoheng -- fonts，办法见 docs/printing.md。',
      );
    }
  }
  if (!running.facts.sandbox) {
    const why = process.getuid?.() === 0 ? '以 root 运行' : '本机不支持';
    notices.push(`浏览器未启用沙箱（${why}）；打印页面不执行脚本、不联网。`);
  }
  if (missing.length > 0) {
    const shown = missing.slice(0, 20).join(' ');
    notices.push(`有 ${missing.length} 个字符在所有字体中都没有字形，未能印出：${shown}`);
  }
  return notices;
}
