// What bench/print.mjs runs, bundled from the sources.
import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { besideOffice, peerHtml, weasyPrint } from './peers.js';
import { check, filling, printLetters, type Texts } from './print-letters.js';
import { median, say } from './tell.js';
import { bareBrowser, makeTexts, newRenderer } from './printing-bench.js';

type Bare = Awaited<ReturnType<typeof bareBrowser>>;

const LETTERS = Number(process.env['LETTERS'] ?? 333);
const LONG = Number(process.env['LONG'] ?? 2844);
const ROUNDS = Number(process.env['ROUNDS'] ?? 15);

/** Measures everything and says it; `files` is a folder of its own. */
export async function measure(files: string): Promise<void> {
  const texts = makeTexts(join(files, 'templates'));
  const bare = await bareBrowser();
  say(`Chromium ${bare.version}，系统负载 ${loadavg()[0]?.toFixed(1) ?? '?'}`);
  await noticeBesideBare(texts, bare);
  const { perPage, parallel } = await manyLetters(texts, bare);
  const html = await peerHtml(files, texts, bare);
  weasyPrint(html, perPage);
  await besideOffice(html, texts, parallel, LETTERS);
  await bare.close();
  await flatMemory(texts);
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
    const renderer = newRenderer(parallel);
    await printLetters(renderer, texts, parallel * 2);
    const { ms, pages } = await printLetters(renderer, texts, LETTERS);
    await renderer.close();
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
