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
  const format = options.format ?? formatOf(options.out);
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

/** The format that a path's ending names; PDF where it names none. */
function formatOf(path: string): DocumentFormat {
  if (path.endsWith('.docx')) return 'docx';
  return path.endsWith('.xlsx') ? 'xlsx' : 'pdf';
}
