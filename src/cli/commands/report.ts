import { printDocuments, type DocumentFormat } from '../../app/print-documents.js';
import { describeFormWarning } from '../../messages/form-warnings.js';
import { describePrintFault } from '../../messages/print-faults.js';
import type { Context } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { sayFinding } from '../say-findings.js';
import { sayRefusal } from '../say-refusal.js';

export interface ReportOptions {
  readonly data?: readonly string[];
  readonly period?: string;
  readonly template: string;
  readonly region?: string;
  readonly records?: string;
  readonly against?: string;
  readonly format?: DocumentFormat;
  readonly redHeading: 'printed' | 'preprinted';
  readonly cover: 'official' | 'plain';
  readonly runMark: 'attachments' | 'everywhere';
  readonly out: string;
}

/** `report SET [--data PATH] --template NAME [--region ID|all] [--records PATH] --out PATH` */
export async function report(
  context: Context,
  reference: string,
  options: ReportOptions,
): Promise<number> {
  const { terminal } = context;
  const isBatch = options.region === 'all';
  const isFolder = isBatch || options.out.endsWith('/') || (await terminal.isFolder(options.out));
  const folder = options.out.replace(/\/+$/, '');
  const named = options.format ?? formatOf(options.out);
  if (named === undefined && !isFolder) {
    const ending = /\.[^.]*$/.exec(options.out)?.[0] ?? '';
    terminal.say(
      `公文不能写成 ${ending} 文件。可以写成 .pdf、.docx（Word 代拟稿）或 .xlsx（其中的表格），请改 --out 的扩展名。\n`,
    );
    return EXIT.usage;
  }
  const format = named ?? 'pdf';
  let exit: number = EXIT.done;
  let count = 0;
  const noticesSaid = new Set<string>();
  const documents = printDocuments(context.ports, reference, {
    paths: options.data,
    period: options.period,
    template: options.template,
    region: options.region,
    records: options.records,
    against: options.against,
    format,
    options: { redHeading: options.redHeading, cover: options.cover, runMark: options.runMark },
    say: (finding) => sayFinding(undefined, finding),
  });
  for await (const document of documents) {
    if (!document.ok) return sayRefusal(terminal, document.error);
    const { region, written, html, total, warnings } = document.value;
    if (count === 0) {
      for (const one of warnings) terminal.say(`  行文提醒：${describeFormWarning(one)}\n`);
    }
    const name = region === undefined ? options.template : `${options.template}-${region.id}`;
    const path = isFolder ? `${folder}/${name}.${format}` : options.out;
    count += 1;
    if (written.ok) {
      const { bytes, pages, notices } = written.value;
      await terminal.writeFile(path, bytes);
      terminal.say(
        `${isBatch ? `[${String(count)}/${String(total)}] ` : ''}${pages === null ? `已写出 ${path}` : `已打印 ${path}（${String(pages)}页）`}\n`,
      );
      for (const notice of notices.filter((one) => !noticesSaid.has(one))) {
        noticesSaid.add(notice);
        terminal.say(`  注意：${notice}\n`);
      }
      continue;
    }
    terminal.say(`没有印出 ${path}：${describePrintFault(written.error)}\n`);
    exit = written.error.code === 'unknown-template' ? EXIT.usage : EXIT.environment;
    if (html === undefined) return exit;
    const page = path.replace(/\.[a-z]+$/, '') + '.html';
    await terminal.writeFile(page, html);
    terminal.say(`已写入网页 ${page}，可先用浏览器查看。\n`);
  }
  return exit;
}

/** The format that a path's ending names; PDF where it has none, undefined where it names another. */
function formatOf(path: string): DocumentFormat | undefined {
  const ending = /\.([a-z]{2,5})$/i.exec(path)?.[1]?.toLowerCase();
  return ending === undefined ? 'pdf' : FORMATS.find((one) => one === ending);
}

const FORMATS: readonly DocumentFormat[] = ['pdf', 'docx', 'xlsx'];
