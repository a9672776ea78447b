// What bench/print.mjs runs, bundled from the sources.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { PrintedDocument, PrintFault } from '../../src/ports/document-renderer.js';
import type { Result } from '../../src/domain/kernel/result.js';
import { bareBrowser, makeTexts, newRenderer } from './printing-bench.js';

type Texts = Awaited<ReturnType<typeof makeTexts>>;
type Bare = Awaited<ReturnType<typeof bareBrowser>>;

const LETTERS = Number(process.env['LETTERS'] ?? 333);
const LONG = Number(process.env['LONG'] ?? 2844);
const ROUNDS = Number(process.env['ROUNDS'] ?? 15);
const PEER_LETTERS = Number(process.env['PEER_LETTERS'] ?? 50);
const PEER_ROUNDS = Number(process.env['PEER_ROUNDS'] ?? 5);
/** Few are enough for a program that takes half a second for each. */
const WEASY_LETTERS = 10;

/** Measures everything and says it; `files` is a folder of its own. */
export async function measure(files: string): Promise<void> {
  const texts = makeTexts(join(files, 'templates'));
  const bare = await bareBrowser();
  say(`Chromium ${bare.version}，系统负载 ${loadavg()[0]?.toFixed(1) ?? '?'}`);
  await noticeBesideBare(texts, bare);
  const { perPage, parallel } = await manyLetters(texts, bare);
  const html = await peerHtml(files, texts, bare);
  weasyPrint(html, perPage);
  await besideOffice(html, texts, parallel);
  await bare.close();
  await flatMemory(texts);
}

function say(line: string): void {
  console.log(line);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/**
 * The whole pipeline (fill, fonts, browser, finishing pass, checks) and the bare browser take turns.
 */
async function noticeBesideBare(texts: Texts, bare: Bare): Promise<void> {
  const renderer = newRenderer();
  const html = await bare.html(await texts.notice());
  const times = { whole: [] as number[], bare: [] as number[], pdf: [] as number[] };
  let pages = 0;
  for (let round = -3; round < ROUNDS; round += 1) {
    const started = performance.now();
    const printed = await renderer.render(await texts.notice());
    const whole = performance.now() - started;
    if (!printed.ok) throw new Error(JSON.stringify(printed.error));
    const { contentMs, pdfMs } = await bare.print(html);
    pages = printed.value.pages;
    if (round < 0) continue;
    times.whole.push(whole);
    times.bare.push(contentMs + pdfMs);
    times.pdf.push(pdfMs);
  }
  await renderer.close();
  const told = (name: string, of: (values: readonly number[]) => number): void => {
    const [whole, floor, pdf] = [of(times.whole), of(times.bare), of(times.pdf)];
    say(
      `通报 ${pages} 页，${name}：全流程 ${whole.toFixed(1)} 毫秒；裸打印 ${floor.toFixed(1)}（其中 page.pdf ${pdf.toFixed(1)}）；前者为后者的 ${(whole / floor).toFixed(2)} 倍（仅比 page.pdf：${(whole / pdf).toFixed(2)}）`,
    );
  };
  told('中位数', median);
  told('最快一次', (values) => Math.min(...values));
}

/** @returns milliseconds a page, at the best number of pages of the browser */
async function manyLetters(
  texts: Texts,
  bare: Bare,
): Promise<{ perPage: number; parallel: number }> {
  let best = { perPage: Infinity, parallel: 1 };
  for (const parallel of [1, 2, 3, 4]) {
    const { ms, pages } = await printLetters(texts, parallel);
    if (ms / pages < best.perPage) best = { perPage: ms / pages, parallel };
    say(
      `${LETTERS} 封函（${pages} 页）同时印 ${parallel} 份：${(ms / 1000).toFixed(1)} 秒，${((pages / ms) * 1000).toFixed(1)} 页／秒`,
    );
  }
  const html = await bare.html(await texts.letter(0));
  const floor: number[] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const { contentMs, pdfMs } = await bare.print(html);
    if (round >= 0) floor.push(contentMs + pdfMs);
  }
  say(`裸打印一封：${median(floor).toFixed(1)} 毫秒（一份一份印）`);
  return best;
}

/** Prints the letters by a warm renderer. */
async function printLetters(
  texts: Texts,
  parallel: number,
): Promise<{ ms: number; pages: number }> {
  const fills = Array.from({ length: LETTERS }, (_, number) => filling(texts, number));
  const renderer = newRenderer(parallel);
  for await (const printed of renderer.renderAll(fills.slice(0, parallel * 2))) check(printed);
  const started = performance.now();
  let pages = 0;
  for await (const printed of renderer.renderAll(fills)) pages += check(printed).pages;
  const ms = performance.now() - started;
  await renderer.close();
  return { ms, pages };
}

function filling(texts: Texts, number: number) {
  return async () => ({ ok: true, value: await texts.letter(number) }) as const;
}

function check(printed: Result<PrintedDocument, PrintFault>): PrintedDocument {
  if (!printed.ok) throw new Error(JSON.stringify(printed.error));
  return printed.value;
}

/** The letters as HTML in files, with the fonts that we print with. */
interface PeerHtml {
  readonly folder: string;
  readonly names: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

async function peerHtml(files: string, texts: Texts, bare: Bare): Promise<PeerHtml> {
  const folder = join(files, 'html');
  mkdirSync(folder);
  const names = Array.from({ length: PEER_LETTERS }, (_, number) => `letter-${number}.html`);
  for (const [number, name] of names.entries()) {
    writeFileSync(join(folder, name), await bare.html(await texts.letter(number)));
  }
  const env = { ...process.env, FONTCONFIG_FILE: bare.fontConfig, HOME: files };
  return { folder, names, env };
}

/** WeasyPrint, warm: one process for all letters, of which the first is set once before. */
function weasyPrint({ folder, names, env }: PeerHtml, ours: number): void {
  const python = `import sys, time, logging
logging.disable(logging.CRITICAL)
from weasyprint import HTML
names = [sys.argv[1] + '/' + name for name in sys.argv[2:]]
HTML(names[0]).render()
start = time.perf_counter(); pages = 0
for name in names:
    document = HTML(name).render(); pages += len(document.pages); document.write_pdf(name + '.pdf')
print((time.perf_counter() - start) * 1000, pages)`;
  const few = names.slice(0, WEASY_LETTERS);
  const run = spawnSync('/usr/bin/python3', ['-c', python, folder, ...few], {
    env,
    encoding: 'utf8',
  });
  const [ms = 0, pages = 0] = run.stdout.trim().split(' ').map(Number);
  if (run.status !== 0) say('未装 WeasyPrint（Debian：weasyprint），未比');
  else {
    say(
      `WeasyPrint（同一进程，预热后）：${few.length} 封 ${pages} 页，每页 ${(ms / pages).toFixed(0)} 毫秒，为本软件（每页 ${ours.toFixed(2)} 毫秒）的 ${(ms / pages / ours).toFixed(0)} 倍`,
    );
  }
}

/**
 * LibreOffice and ours take turns. It converts all letters in one process, as somebody does who has a
 * batch of them; its start is measured by a process that converts one, and taken off.
 */
async function besideOffice(html: PeerHtml, texts: Texts, parallel: number): Promise<void> {
  const out = join(html.folder, '../office');
  const convert = (list: readonly string[]): number => {
    const started = performance.now();
    const args = ['--headless', '--convert-to', 'pdf:writer_web_pdf_Export', '--outdir', out];
    spawnSync('soffice', [...args, ...list], { env: html.env, cwd: html.folder });
    return performance.now() - started;
  };
  // The first time it makes a profile.
  convert(html.names.slice(0, 1));
  if (!existsSync(out)) {
    say('未装 LibreOffice（Debian：libreoffice-writer），未比');
    return;
  }
  const rounds: { ours: number; warm: number; whole: number }[] = [];
  for (let round = 0; round < PEER_ROUNDS; round += 1) {
    const { ms, pages } = await printLetters(texts, parallel);
    const once = convert(html.names.slice(0, 1));
    const all = convert(html.names);
    const theirs = html.names.reduce((sum, name) => {
      const pdf = readFileSync(join(out, name.replace('.html', '.pdf')), 'latin1');
      return sum + (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
    }, 0);
    const others = (theirs * (html.names.length - 1)) / html.names.length;
    rounds.push({ ours: ms / pages, warm: (all - once) / others, whole: all / theirs });
  }
  const of = (value: (round: (typeof rounds)[number]) => number): string =>
    median(rounds.map(value)).toFixed(2);
  say(
    `LibreOffice 与本软件轮流 ${PEER_ROUNDS} 次（各 ${html.names.length}、${LETTERS} 封），每页中位数：扣除启动 ${of(({ warm }) => warm)} 毫秒，连启动 ${of(({ whole }) => whole)} 毫秒，本软件 ${of(({ ours }) => ours)} 毫秒；为本软件的 ${of(({ ours, warm }) => warm / ours)} 倍，连启动 ${of(({ ours, whole }) => whole / ours)} 倍`,
  );
}

/** Prints very many letters and looks at the memory of the program and its browser on the way. */
async function flatMemory(texts: Texts): Promise<void> {
  if (LONG === 0) return;
  const renderer = newRenderer();
  const fills = Array.from({ length: LONG }, (_, number) => filling(texts, number));
  const sizes: number[] = [];
  let done = 0;
  let pages = 0;
  const started = performance.now();
  for await (const printed of renderer.renderAll(fills)) {
    pages += check(printed).pages;
    done += 1;
    if (done % Math.ceil(LONG / 40) === 0) sizes.push(familySize(process.pid));
  }
  const seconds = (performance.now() - started) / 1000;
  await renderer.close();
  const part = (from: number, to: number): string => Math.max(...sizes.slice(from, to)).toFixed(0);
  const third = Math.floor(sizes.length / 3);
  say(
    `${LONG} 封函（${pages} 页）：${seconds.toFixed(0)} 秒，${(pages / seconds).toFixed(1)} 页／秒；程序与浏览器的内存最高（兆字节）：前三分之一 ${part(0, third)}，中 ${part(third, 2 * third)}，后 ${part(2 * third, sizes.length)}`,
  );
}

/** The memory of a process and all below it, in MB, shared pages counted once. */
function familySize(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid);
    return pid === root || (parent !== undefined && isOurs(parent));
  };
  let kilobytes = 0;
  for (const pid of [...parents.keys()].filter(isOurs)) {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    } catch {
      // It has ended meanwhile.
    }
  }
  return kilobytes / 1024;
}
