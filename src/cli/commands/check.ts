import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { checkData, type CheckedData } from '../../app/check-data.js';
import type { Fault } from '../../domain/kernel/fault.js';
import type { Finding } from '../../domain/metrics/index.js';
import { faultMessage, findingMessage } from '../../messages/index.js';
import { placeText } from '../../messages/place-text.js';
import type { CellNote } from '../../ports/workbooks.js';
import type { Context } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { foldFindings } from '../fold-findings.js';
import { countFindings, LEVEL_WORDS } from '../say-findings.js';
import { faultLines, sayRefusal } from '../say-refusal.js';

export interface CheckOptions {
  readonly data?: readonly string[];
  readonly period?: string;
  readonly region?: string;
  readonly notes?: string;
}

/** `check SET --data PATH… [--region ID] [--notes FOLDER]` */
export async function check(
  context: Context,
  reference: string,
  options: CheckOptions,
): Promise<number> {
  const { terminal } = context;
  const checked = await checkData(context.ports, reference, {
    paths: options.data,
    period: options.period,
    region: options.region,
  });
  if (!checked.ok) return sayRefusal(terminal, checked.error);
  const { faults, findings } = checked.value;
  for (const fault of faults) terminal.out(faultLines(fault));
  for (const level of ['error', 'warning', 'note'] as const) {
    const own = findings.filter((one) => one.level === level);
    for (const { code, place, text } of foldFindings(own, sentenceAt)) {
      const at = place === undefined ? '' : `${placeText(place)} `;
      terminal.out(`${at}${code} [${LEVEL_WORDS[level]}] ${text}\n`);
    }
  }
  terminal.out(`${verdictOf(checked.value)}\n`);
  if (options.notes !== undefined) await writeNotes(context, options.notes, checked.value);
  return faults.length > 0 ? EXIT.refused : EXIT.done;
}

/** What the year would come to as it stands; a blank is no fault, and yet no score comes of it. */
function verdictOf({ faults, findings }: CheckedData): string {
  const counts = countFindings(findings);
  if (faults.length > 0) {
    const beside = counts.length === 0 ? '' : `；另有核对意见：${counts.join('，')}`;
    return `不能计分：${String(faults.length)} 处错误，改正后重试${beside}`;
  }
  const told = counts.length === 0 ? '没有核对意见' : `核对意见：${counts.join('，')}`;
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length === 0) return `可以计分：没有错误，${told}`;
  return errors.some(({ code }) => GAPS.has(code))
    ? `可以计分，但数据还不全：${told}。缺报、待定的地区暂不计总分、不排名`
    : `可以计分，但核对有错误：${told}。请先核实，再采用结果`;
}

/** What leaves a region without a score. */
const GAPS: ReadonlySet<string> = new Set([
  'data-missing',
  'data-not-applicable-pending',
  'score-mark-pending',
  'score-tie-undecided',
]);

/** The sentence of a finding whose place is told beside it. */
function sentenceAt(finding: Finding): string {
  return findingMessage({ ...finding, facts: { ...finding.facts, at: '' } });
}

/** Copies of the workbooks, each fault and finding a note on its cell. */
async function writeNotes(context: Context, folder: string, checked: CheckedData): Promise<void> {
  const { terminal, ports } = context;
  const byFile = notesByFile(checked);
  if (byFile.size === 0) {
    terminal.say('没有要写进工作簿的批注。\n');
    return;
  }
  const workbooks = await ports.loadWorkbooks();
  for (const [file, notes] of byFile) {
    const path = join(folder, basename(file));
    if (await terminal.exists(path)) {
      terminal.say(`${path} 已经有了，没有改动。换一个文件夹，或先把它移走。\n`);
      continue;
    }
    await terminal.writeFile(path, await workbooks.annotate(await readFile(file), notes));
    terminal.say(`已写入 ${path}（${String(notes.length)} 条批注）\n`);
  }
}

function notesByFile({ faults, findings }: CheckedData): ReadonlyMap<string, readonly CellNote[]> {
  const notes = new Map<string, CellNote[]>();
  const add = (place: Pick<Fault, 'file' | 'sheet' | 'line' | 'column'>, text: string): void => {
    if (place.sheet === undefined) return;
    const note = { sheet: place.sheet, row: place.line, column: place.column, text };
    notes.set(place.file, [...(notes.get(place.file) ?? []), note]);
  };
  for (const fault of faults) {
    const { what, todo } = faultMessage(fault);
    add(fault, `【错误】${what}${todo}`);
  }
  for (const finding of findings) {
    if (finding.place === undefined) continue;
    add(finding.place, `【${LEVEL_WORDS[finding.level]}】${sentenceAt(finding)}`);
  }
  return notes;
}
