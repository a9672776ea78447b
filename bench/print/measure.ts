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
/** Few letters are enough for a program that takes seconds for each. */
const PEER_LETTERS = Number(process.env['PEER_LETTERS'] ?? 10);

/** Measures everything and says it; `files` is a folder of its own. */
export async function measure(files: string): Promise<void> {
  const texts = makeTexts(join(files, 'templates'));
  const bare = await bareBrowser();
  say(`Chromium ${bare.version}，系统负载 ${loadavg()[0]?.toFixed(1) ?? '?'}`);
  await noticeBesideBare(texts, bare);
  const perPage = await manyLetters(texts, bare);
  await peers(files, texts, bare, perPage);
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

/** @returns milliseconds a page, at the best number of pages */
async function manyLetters(texts: Texts, bare: Bare): Promise<number> {
  const fills = Array.from({ length: LETTERS }, (_, number) => filling(texts, number));
  let best = Infinity;
  for (const parallel of [1, 2, 3, 4]) {
    const renderer = newRenderer(parallel);
    for await (const printed of renderer.renderAll(fills.slice(0, parallel * 2))) check(printed);
    const started = performance.now();
    let pages = 0;
    for await (const printed of renderer.renderAll(fills)) pages += check(printed).pages;
    const ms = performance.now() - started;
    await renderer.close();
    best = Math.min(best, ms / pages);
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

function filling(texts: Texts, number: number) {
  return async () => ({ ok: true, value: await texts.letter(number) }) as const;
}

function check(printed: Result<PrintedDocument, PrintFault>): PrintedDocument {
  if (!printed.ok) throw new Error(JSON.stringify(printed.error));
  return printed.value;
}

/** WeasyPrint and LibreOffice, each warm: one process for all letters. */
async function peers(files: string, texts: Texts, bare: Bare, ours: number): Promise<void> {
  const folder = join(files, 'html');
  mkdirSync(folder);
  for (let number = 0; number < PEER_LETTERS; number += 1) {
    const html = await bare.html(await texts.letter(number));
    writeFileSync(join(folder, `letter-${number}.html`), html);
  }
  const env = { ...process.env, FONTCONFIG_FILE: bare.fontConfig, HOME: files };
  const told = (name: string, ms: number, pages: number): void => {
    const each = ms / pages;
    say(
      `${name}：${PEER_LETTERS} 封 ${pages} 页 ${(ms / 1000).toFixed(1)} 秒，每页 ${each.toFixed(0)} 毫秒，为本软件（每页 ${ours.toFixed(1)} 毫秒）的 ${(each / ours).toFixed(0)} 倍`,
    );
  };
  const python = `import glob, sys, time, logging
logging.disable(logging.CRITICAL)
from weasyprint import HTML
names = sorted(glob.glob(sys.argv[1] + '/*.html'))
HTML(names[0]).render()
start = time.perf_counter(); pages = 0
for name in names:
    document = HTML(name).render(); pages += len(document.pages); document.write_pdf(name + '.pdf')
print((time.perf_counter() - start) * 1000, pages)`;
  const weasy = spawnSync('/usr/bin/python3', ['-c', python, folder], { env, encoding: 'utf8' });
  const [weasyMs = 0, weasyPages = 0] = weasy.stdout.trim().split(' ').map(Number);
  if (weasy.status === 0) told('WeasyPrint（同一进程，预热后）', weasyMs, weasyPages);
  else say('未装 WeasyPrint（Debian：weasyprint），未比');

  const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const out = join(files, 'office');
  const convert = (list: readonly string[]) =>
    spawnSync(
      'soffice',
      ['--headless', '--convert-to', 'pdf:writer_web_pdf_Export', '--outdir', out, ...list],
      { env, cwd: folder, encoding: 'utf8' },
    );
  const first = convert(names.slice(0, 1));
  if (first.status !== 0 || !existsSync(out)) {
    say('未装 LibreOffice（Debian：libreoffice-writer），未比');
    return;
  }
  const began = performance.now();
  convert(names.slice(0, 1));
  const once = performance.now() - began;
  const started = performance.now();
  convert(names);
  const all = performance.now() - started;
  const pages = names.reduce((sum, name) => {
    const pdf = readFileSync(join(out, name.replace('.html', '.pdf')), 'latin1');
    return sum + (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
  }, 0);
  // The start of the program is taken off: it is paid once, however many letters there are.
  const each = (all - once) / (names.length - 1);
  told('LibreOffice（扣除启动）', each * names.length, pages);
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
