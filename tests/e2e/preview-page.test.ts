import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { extractText } from 'unpdf';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answered, bytesOf } from '../adapters/xlsx/haidong-form.js';
import {
  startBrowser,
  startProgram,
  type PageBrowser,
  type ServedProgram,
} from './page-browser.js';

let program: ServedProgram;
let browser: PageBrowser;
let folder: string;
let page: Page;
/** What the page asked for, and what it complained of. */
let asked: string[];
let complaints: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaoheng-preview-'));
  program = await startProgram();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  await program.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  asked = [];
  complaints = [];
  const context = await browser.browser.createBrowserContext();
  page = await context.newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const isIcon = message.location().url?.endsWith('/favicon.ico') ?? false;
    if (message.type() === 'error' && !isIcon) complaints.push(message.text());
  });
  await page.setViewport({ width: 1366, height: 768 });
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.browserContext().close();
});

/** Opens a region's form. */
async function openForm(region = 'haidong', set = 'qinghai-2015'): Promise<void> {
  await page.goto(`${program.url}/#${set}/${region}`);
  await page.waitForSelector('.form');
}

function field(key: string): string {
  return `[id="field-${key}"]`;
}

async function type(key: string, text: string): Promise<void> {
  await page.click(field(key), { count: 3 });
  if (text === '') await page.keyboard.press('Backspace');
  else await page.keyboard.type(text);
  await settled();
}

/**
 * Typing is answered within a moment: by the page's own clock, which on a busy machine is behind
 * ours. Its timers come in their order, so that this one comes behind the answer.
 */
async function settled(): Promise<void> {
  await page.evaluate('new Promise((done) => setTimeout(done, 120))');
}

function textOf(selector: string): Promise<string> {
  return ask<string>(`document.querySelector(${JSON.stringify(selector)}).textContent`);
}

function attribute(selector: string, name: string): Promise<string | null> {
  const found = `document.querySelector(${JSON.stringify(selector)})`;
  return ask<string | null>(`${found}.getAttribute(${JSON.stringify(name)})`);
}

function valueIn(key: string): Promise<string> {
  return ask<string>(`document.getElementById(${JSON.stringify(`field-${key}`)}).value`);
}

/** Asks the page; in a text, since these tests have no window of their own. */
async function ask<T>(expression: string): Promise<T> {
  return (await page.evaluate(expression)) as T;
}

async function upload(...paths: readonly string[]): Promise<string> {
  const picker = await page.$('#upload');
  if (picker === null) throw new Error('no picker');
  await (
    picker as unknown as { uploadFile(...files: readonly string[]): Promise<void> }
  ).uploadFile(...paths);
  await page.waitForFunction(
    `/读入.*项|不|请|另存/.test(document.querySelector('.report p')?.textContent ?? '') && !document.querySelector('.report').textContent.startsWith('正在')`,
  );
  await settled();
  return textOf('.report');
}

interface ShownPoints {
  readonly subtotals: Readonly<Record<string, readonly (string | null | undefined)[]>>;
  readonly indicators: Readonly<Record<string, string>>;
}

/** What the page shows: the subtotals, and each indicator's points. */
async function shown(): Promise<ShownPoints> {
  return (await page.evaluate(`(() => ({
    subtotals: Object.fromEntries([...document.querySelectorAll('.total[data-full]')].map((part) => [
      part.className.replace('total of-', ''), [part.dataset.points, part.dataset.full]])),
    indicators: Object.fromEntries([...document.querySelectorAll('.points')].map((part) => [
      part.id.replace('points-', ''), part.dataset.points])),
  }))()`)) as ShownPoints;
}

interface ServerPreview {
  readonly subtotals: Readonly<
    Record<string, { readonly points?: string; readonly fullPoints: string }>
  >;
  readonly indicators: readonly {
    readonly id: string;
    readonly kind: string;
    readonly points: string | null;
  }[];
  readonly derivation: readonly {
    readonly id: string;
    readonly inputs: readonly { readonly label: string; readonly value: string }[];
    readonly steps: readonly {
      readonly words: string;
      readonly numbers: string | null;
      readonly result: string | null;
    }[];
  }[];
}

async function ofServer(
  region: string,
  init: RequestInit,
  set = 'qinghai-2015',
): Promise<ServerPreview> {
  const url = `${program.url}/api/v1/sets/${set}/preview/${region}`;
  const answer = await fetch(url, { method: 'POST', ...init });
  expect(answer.status).toBe(200);
  return (await answer.json()) as ServerPreview;
}

function json(body: unknown): RequestInit {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

/** The same of the server's preview. */
function pointsOf({ subtotals, indicators }: ServerPreview): ShownPoints {
  return {
    subtotals: Object.fromEntries(
      Object.entries(subtotals).map(([kind, { points, fullPoints }]) => [
        kind,
        points === undefined ? [null, fullPoints] : [points, fullPoints],
      ]),
    ),
    indicators: Object.fromEntries(
      indicators.flatMap(({ id, kind, points }) => (kind === 'block' ? [] : [[id, points ?? '']])),
    ),
  };
}

function normal({ subtotals, indicators }: ShownPoints): unknown {
  return {
    indicators,
    subtotals: Object.fromEntries(
      Object.entries(subtotals).map(([kind, [points, full]]) => [kind, [points ?? null, full]]),
    ),
  };
}

describe('a prefecture that types its figures', () => {
  it('sees the points change as it types, the very points that the server gives', async () => {
    await openForm();
    expect(await textOf('#points-mfg_pass_rate')).toBe('缺报');
    await type('metrics/2015/mfg_sampled/value', '512');
    await type('targets/mfg_rate/value', '93');
    await type('metrics/2015/mfg_passed/value', '468');
    const low = await textOf('#points-mfg_pass_rate');
    await type('metrics/2015/mfg_passed/value', '478');
    expect(await textOf('#points-mfg_pass_rate')).toBe('15 分');
    expect(low).not.toBe('15 分');
    await type('metrics/2015/mfg_passed/value', '４６８');
    await type('self/brand/points', '3.3');
    const server = await ofServer(
      'haidong',
      json({
        metrics: { 2015: { mfg_sampled: '512', mfg_passed: '468' } },
        targets: { mfg_rate: '93' },
        self: { brand: '3.3' },
      }),
    );
    expect(normal(await shown())).toEqual(normal(pointsOf(server)));
    // All of it was computed here: the rules came once, and no figure left the page.
    expect(asked.filter((url) => url.includes('/preview/'))).toEqual([]);
  });

  it('tells missing, nought and 不适用 apart', async () => {
    await openForm();
    const key = 'metrics/2015/mfg_sampled';
    const row = `tr:has(${field(`${key}/value`)})`;
    const state = (): Promise<string> => textOf(`${row} .state`);
    expect(await state()).toBe('待提供');
    // What departments supply is not the region's to report.
    const own = `tr:has(${field('metrics/2015/policies_in_place/value')}) .state`;
    expect(await textOf(own)).toBe('缺报');
    expect(await textOf('.problems')).toMatch(/缺报 4 项.*由部门或第三方提供.* 8 项/);
    await type(`${key}/value`, '0');
    expect(await state()).toBe('零');
    await type(`${key}/value`, '12,3');
    expect(await state()).toBe('有误');
    await page.click(`${row} input[type=checkbox]`);
    await settled();
    expect(await state()).toBe('申请不适用');
    expect(await textOf('#points-mfg_pass_rate')).toContain('待定');
    await page.click(`${row} input[type=checkbox]`);
    await settled();
    expect(await state()).toBe('待提供');
    expect(await textOf('#points-mfg_pass_rate')).toBe('缺报');
  });

  it('never sees a total: computed points, 自评 and what is pending stand apart', async () => {
    await openForm();
    const terms = await ask(
      '[...document.querySelectorAll(".totals dt")].map((one) => one.textContent)',
    );
    expect(terms).toEqual(['计算得分', '自评', '待定', '缺报']);
    expect(await textOf('.totals-bar')).not.toContain('总分 ');
    expect(await textOf('.totals-bar')).toContain('预览，非正式结果');
  });

  it('two windows on one region show one draft, whichever is typed in', async () => {
    await openForm();
    await type('metrics/2015/mfg_sampled/value', '432');
    const other = await page.browserContext().newPage();
    await other.goto(`${program.url}/#qinghai-2015/haidong`);
    const passed = field('metrics/2015/mfg_passed/value');
    await other.waitForSelector(passed);
    await other.type(passed, '401');
    await page.bringToFront();
    await page.waitForFunction(`document.querySelector('${passed}').value === '401'`);
    await type('metrics/2015/agri_sampled/value', '640');
    await other.reload();
    await other.waitForSelector(passed);
    expect(await other.evaluate(`document.querySelector('${passed}').value`)).toBe('401');
  });

  it('finds its draft again, and clears it only when asked twice', async () => {
    await openForm();
    await type('metrics/2015/mfg_sampled/value', '512');
    await page.reload();
    await page.waitForSelector('.form');
    const value = () => valueIn('metrics/2015/mfg_sampled/value');
    expect(await value()).toBe('512');
    await page.click('#clear');
    await page.keyboard.press('Escape');
    expect(await value()).toBe('512');
    await page.click('#clear');
    await page.click('#clear-now');
    expect(await value()).toBe('');
    await page.reload();
    await page.waitForSelector('.form');
    expect(await value()).toBe('');
  });

  it('talks to its own server alone', async () => {
    await openForm();
    expect(asked.length).toBeGreaterThan(3);
    for (const url of asked) expect(url.startsWith(`${program.url}/`)).toBe(true);
    const answer = await fetch(program.url);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
  });
});

describe('a prefecture that uploads its figures', () => {
  const SAMPLE = ['2015.yaml', 'marks.csv', 'events.yaml'].map(
    (name) => `indicators/qinghai-2015/data/${name}`,
  );

  it.each(['haidong', 'xining', 'yushu'])(
    'sees for %s what the server gives for the same files',
    async (region) => {
      await openForm(region);
      expect(await upload(...SAMPLE)).toContain('没有发现错误');
      const body = new FormData();
      for (const path of SAMPLE) {
        body.append('file', new Blob([await readFile(path, 'utf8')]), path.split('/').at(-1) ?? '');
      }
      const server = await ofServer(region, { body });
      expect(normal(await shown())).toEqual(normal(pointsOf(server)));
    },
  );

  it('is shown a fault at its cell and at its field, mends it, and sees its points', async () => {
    const path = join(folder, '海东.csv');
    await writeFile(
      path,
      '地区,填报数据,数值\n海东市,mfg_sampled,512\n海东市,mfg_passed,4l2\n西宁市,mfg_passed,乱\n',
    );
    await openForm();
    const report = await upload(path);
    expect(report).toContain('读入海东市的数据 2 项');
    expect(report).toContain('其中 1 处有错');
    expect(report).toContain('海东.csv:3:');
    // What the file says of a neighbour is not even read.
    expect(report).not.toContain('乱');
    const key = 'metrics/2015/mfg_passed/value';
    expect(await attribute(field(key), 'aria-invalid')).toBe('true');
    const told = await attribute(field(key), 'aria-describedby');
    expect(await textOf(`[id="${told ?? ''}"]`)).toContain('4l2');
    expect(await textOf('.problems')).toContain('要改正 1 处');
    expect(await textOf('#points-mfg_pass_rate')).toBe('有误，未计');
    await page.click('.problems .faults .link');
    expect(await page.evaluate('document.activeElement.id')).toBe(`field-${key}`);
    await type(key, '412');
    expect(await page.$$('.problems .faults li')).toEqual([]);
    expect(await textOf('.report .is-mended')).toContain('已在表中改正');
    expect(await textOf('#points-mfg_pass_rate')).toMatch(/分$/);
  });

  it('is shown a fault of its workbook by sheet and cell, and mends it', async () => {
    const path = join(folder, '海东市.xlsx');
    await writeFile(path, await bytesOf(answered('mfg_stated_rate', { text: '无' })));
    await openForm();
    expect(await upload(path)).toMatch(/海东市\.xlsx 填报数据![A-Z]+\d+/);
    const key = 'metrics/2015/mfg_stated_rate/value';
    expect(await attribute(field(key), 'aria-invalid')).toBe('true');
    await type(key, '93.36');
    expect(await attribute(field(key), 'aria-invalid')).toBeNull();
    const brand = await valueIn('self/brand/points');
    expect(brand).toBe('3.3');
  });

  it("is refused a neighbour's workbook by name, and keeps what is typed", async () => {
    const path = join(folder, '填报表.xlsx');
    await writeFile(path, await bytesOf());
    await openForm('xining');
    await type('metrics/2015/mfg_sampled/value', '820');
    const report = await upload(path);
    expect(report).toContain('海东市');
    expect(report).toContain('读入西宁市的数据 0 项');
    const value = await valueIn('metrics/2015/mfg_sampled/value');
    expect(value).toBe('820');
  });

  it('is told what to do with a file of another kind', async () => {
    const path = join(folder, '填报.xls');
    await writeFile(path, 'x');
    await openForm();
    expect(await upload(path)).toContain('填报.xls');
  });
});

describe('a prefecture that enters its events', () => {
  const kind = (key: string): string => field(`events/${key}/kind`);
  const outcome = (key: string): Promise<string> => textOf(`#event-${key} .heading .points`);
  const add = async (key: string, kindId: string, level?: string): Promise<void> => {
    await page.click('#add-event');
    await page.waitForSelector(kind(key));
    expect(await ask('document.activeElement.id')).toBe(`field-events/${key}/kind`);
    await page.select(kind(key), kindId);
    if (level !== undefined) await page.select(field(`events/${key}/level`), level);
    await settled();
  };

  it('sees what each adds or takes off at once, and why, as the server counts it', async () => {
    await openForm();
    await add('e1', 'quality_award', 'provincial');
    await type('events/e1/occurred', '2015年3月20日');
    await type('events/e1/summary', '某企业获省质量奖');
    await type('events/e1/document', '示例文号〔2015〕1号');
    expect(await outcome('e1')).toBe('加 1 分');
    await add('e2', 'quality_award', 'national');
    await type('events/e2/occurred', '2015-04-01');
    // 2 points would be more than the kind's cap of 2 leaves.
    expect(await outcome('e2')).toBe('加 1 分');
    expect(await textOf('#event-e2 .event-why')).toContain('上限');
    await add('e3', 'quality_incident', 'general');
    await type('events/e3/occurred', '2014-06-30');
    expect(await textOf('#event-e3 .event-why')).toContain('不在考核年度内');
    await type('events/e3/occurred', '2015-06-30');
    expect(await outcome('e3')).toBe('扣 1 分');
    await add('e4', 'false_report');
    expect(await outcome('e4')).toBe('否决');
    expect(await textOf('#event-e4 .event-why')).toContain('等级降1级');
    expect(await textOf('.totals-bar')).toContain('加 2 分，扣 1 分');
    expect(await textOf('#event-e1 .event-why')).toContain(
      '省级，某企业获省质量奖，示例文号〔2015〕1号，2015-03-20',
    );
    const answer = await fetch(`${program.url}/api/v1/sets/qinghai-2015/preview/haidong`, {
      method: 'POST',
      ...json({
        events: [
          { id: 'a', kind: 'quality_award', level: '省级', occurred: '2015-03-20' },
          { id: 'b', kind: 'quality_award', level: 'national', occurred: '2015-04-01' },
          { id: 'c', kind: 'quality_incident', level: 'general', occurred: '2015-06-30' },
          { id: 'd', kind: 'false_report' },
        ],
      }),
    });
    expect(await answer.json()).toMatchObject({ bonus: '2', penalty: '1' });
    expect(asked.filter((url) => url.includes('/preview/'))).toEqual([]);
  });

  it('that count on an indicator sees them wait until it has points', async () => {
    await openForm();
    await add('e1', 'late_report', 'over_week');
    expect(await outcome('e1')).toBe('待定');
    expect(await textOf('#event-e1 .event-why')).toContain('还没有得分');
    await page.click('#event-e1 .event-why .link');
    expect(await ask('document.activeElement.closest(".indicator").id')).toBe(
      'indicator-coordination',
    );
  });

  it('is shown a fault at its field, and nothing is counted until it is mended', async () => {
    await openForm();
    await page.click('#add-event');
    // One that was only begun is no fault.
    expect(await page.$$('.problems .faults li')).toEqual([]);
    await page.select(kind('e1'), 'quality_award');
    await settled();
    const level = field('events/e1/level');
    expect(await attribute(level, 'aria-invalid')).toBe('true');
    expect(await outcome('e1')).toBe('有误，未计');
    expect(await textOf('.problems')).toContain('要写级别');
    expect(await textOf('.problems')).toContain('国家级');
    await page.select(level, 'national');
    await type('events/e1/found', '2015-02-30');
    expect(await attribute(field('events/e1/found'), 'aria-invalid')).toBe('true');
    await page.click('.problems .faults .link');
    expect(await ask('document.activeElement.id')).toBe('field-events/e1/found');
    await type('events/e1/found', '2015-02-28');
    await type('events/e1/share', '1.5');
    expect(await attribute(field('events/e1/share'), 'aria-invalid')).toBe('true');
    await type('events/e1/share', '0.5');
    expect(await page.$$('.problems .faults li')).toEqual([]);
    expect(await outcome('e1')).toBe('加 1 分');
    // Another kind has other levels.
    await page.select(kind('e1'), 'late_report');
    await settled();
    expect(await valueIn('events/e1/level')).toBe('');
    await page.select(kind('e1'), 'regional_event');
    await settled();
    expect(await page.$(`.event-level:not([hidden])`)).toBeNull();
  });

  it('takes one out and puts it back, by keys, and finds all again when it returns', async () => {
    await openForm();
    await add('e1', 'quality_award', 'national');
    await type('events/e1/occurred', '2015-03-20');
    await add('e2', 'model_city', 'national');
    await page.focus('#event-e1 .take-out');
    await page.keyboard.press('Enter');
    await settled();
    expect(await page.$('#event-e1')).toBeNull();
    expect(await textOf('.taken-out')).toContain('已去掉「获得政府质量奖」');
    expect(await textOf('.totals-bar')).toContain('加 1 分');
    expect(await ask('document.activeElement.id')).toBe('undo-event');
    await page.keyboard.press('Enter');
    await settled();
    expect(await ask('document.activeElement.id')).toBe('field-events/e1/kind');
    expect(await valueIn('events/e1/occurred')).toBe('2015-03-20');
    expect(await textOf('.totals-bar')).toContain('加 2.5 分');
    const order = await ask('[...document.querySelectorAll(".event")].map((one) => one.id)');
    expect(order).toEqual(['event-e1', 'event-e2']);
    await page.keyboard.press('Enter');
    expect(await ask('document.activeElement.id')).toBe('field-events/e1/level');
    await page.reload();
    await page.waitForSelector('#event-e2');
    expect(await valueIn('events/e1/level')).toBe('national');
  });

  it('sees those of a file beside its own, each fault of the file at its field', async () => {
    const path = join(folder, '事项.csv');
    await writeFile(
      path,
      '编号,事项类别,级别,地区,发生日期\nx1,获得政府质量奖,省级,海东市,2015-03-20\nx2,model_city,县级,海东市,2015-03-21\n',
    );
    await openForm();
    await add('e1', 'quality_incident', 'general');
    const report = await upload(path);
    expect(report).toContain('事项.csv:3:3');
    expect(await textOf('.totals-bar')).toContain('加 1 分，扣 1 分');
    expect(await valueIn('events/e2/kind')).toBe('quality_award');
    expect(await valueIn('events/e2/level')).toBe('provincial');
    const level = field('events/e3/level');
    expect(await attribute(level, 'aria-invalid')).toBe('true');
    await page.click('.report .link');
    expect(await ask('document.activeElement.id')).toBe('field-events/e3/level');
    await page.select(level, 'provincial');
    await settled();
    expect(await textOf('.report .is-mended')).toContain('已在表中改正');
  });

  it('takes them away as a table', async () => {
    await openForm();
    await add('e1', 'quality_award', 'national');
    await page.click('.take summary');
    await page.waitForSelector('#take-form');
    expect(await textOf('.take .menu')).toContain('加分扣分事项（1 行，CSV）');
  });

  it('has them on paper, without the buttons', async () => {
    await openForm();
    await add('e1', 'quality_award', 'provincial');
    await type('events/e1/summary', '某企业获省质量奖');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const { text } = await extractText(new Uint8Array(pdf));
    const whole = text.join('').replaceAll(/\s/g, '');
    for (const part of [
      '加分扣分事项1件',
      '加分：获得政府质量奖',
      '省级（加1分）',
      '某企业获省质量奖',
      '加1分',
    ]) {
      expect(whole).toContain(part);
    }
    // What was left blank is not asked for on paper.
    expect(whole).not.toContain('认定机关');
    expect(whole).not.toContain('添加事项');
    expect(whole).not.toContain('去掉');
  });
});

describe('a prefecture that takes its figures away', () => {
  it('gets its workbook filled in, and the workbook read again is what was typed', async () => {
    await openForm();
    await type('metrics/2015/mfg_stated_rate/value', '93.36');
    await type('targets/mfg_rate/value', '93');
    await type('self/brand/points', '3.3');
    await type('self/brand/reason', '=未设奖');
    await page.click('#add-event');
    await page.select(field('events/e1/kind'), 'quality_award');
    await settled();
    await page.select(field('events/e1/level'), 'provincial');
    await type('events/e1/occurred', '2015年3月20日');
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      eventsEnabled: true,
      browserContextId: page.browserContext().id ?? '',
    });
    const done = new Promise<string>((found) => {
      let name = '';
      session.on('Browser.downloadWillBegin', (event) => {
        name = event.suggestedFilename;
      });
      session.on('Browser.downloadProgress', (event) => {
        if (event.state === 'completed') found(name);
      });
    });
    await page.click('.take summary');
    await page.waitForSelector('#take-form');
    await page.click('#take-form');
    const name = await done;
    expect(name).toBe('海东市.xlsx');
    const before = await shown();
    await page.click('#clear');
    await page.click('#clear-now');
    expect(await valueIn('self/brand/points')).toBe('');
    expect(await upload(join(folder, name))).toContain('读入海东市的数据 4 项。没有发现错误');
    expect(await valueIn('self/brand/reason')).toBe('=未设奖');
    expect(await valueIn('targets/mfg_rate/value')).toBe('93');
    expect(await valueIn('events/e1/kind')).toBe('quality_award');
    expect(await textOf('.totals-bar')).toContain('加 1 分');
    expect(normal(await shown())).toEqual(normal(before));
  });
});

describe('the derivation', () => {
  it('is opened to the last number, as the server derives it', async () => {
    await openForm();
    await type('metrics/2015/mfg_sampled/value', '512');
    await type('metrics/2015/mfg_passed/value', '468');
    await page.click('#indicator-mfg_pass_rate summary');
    await settled();
    const server = await ofServer(
      'haidong',
      json({ metrics: { 2015: { mfg_sampled: '512', mfg_passed: '468' } } }),
    );
    const derivation = server.derivation.find(({ id }) => id === 'mfg_pass_rate');
    const text = await textOf('#indicator-mfg_pass_rate .derived');
    expect(derivation?.steps.length).toBeGreaterThan(1);
    for (const step of derivation?.steps ?? []) {
      for (const part of [step.words, step.numbers, step.result]) {
        if (part !== null) expect(text).toContain(part);
      }
    }
    for (const { label, value } of derivation?.inputs ?? []) {
      expect(text).toContain(label);
      expect(text).toContain(value);
    }
    // It follows the figures while it is open.
    await type('metrics/2015/mfg_passed/value', '478');
    expect(await textOf('#indicator-mfg_pass_rate .derived')).toContain('478');
  });
});

describe('paper', () => {
  it('bears 预览，非正式结果 on every sheet, and says what it was made from', async () => {
    await openForm();
    await upload(
      'indicators/qinghai-2015/data/2015.yaml',
      'indicators/qinghai-2015/data/marks.csv',
    );
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const { text, totalPages } = await extractText(new Uint8Array(pdf));
    expect(totalPages).toBeGreaterThan(3);
    const plain = text.map((sheet) => sheet.replaceAll(/\s/g, ''));
    for (const [index, sheet] of plain.entries()) {
      // Across the sheet, and at its foot.
      expect(sheet.split('预览，非正式结果').length, `page ${String(index + 1)}`).toBeGreaterThan(
        2,
      );
      expect(sheet).toContain(`第${String(index + 1)}页，共${String(totalPages)}页`);
    }
    const whole = plain.join('');
    const kit = (await (await fetch(`${program.url}/api/v1/sets/qinghai-2015/plan`)).json()) as {
      digest: string;
    };
    expect(whole).toContain(kit.digest);
    for (const fact of ['被考核单位海东市', '考核期间2015', '打印时间', '478÷512×100%']) {
      expect(whole).toContain(fact);
    }
    // On the screen the derivations are closed as they were.
    expect(await page.$$('.derivation[open]')).toEqual([]);
  });
});

describe('the page', () => {
  it('is worked by keys alone, from the choice of the set to the derivation', async () => {
    await page.goto(program.url);
    await page.waitForSelector('#choose-set');
    const active = (): Promise<string> =>
      page.evaluate('document.activeElement.id') as Promise<string>;
    const tabTo = async (id: string): Promise<void> => {
      for (let step = 0; step < 60 && (await active()) !== id; step += 1) {
        await page.keyboard.press('Tab');
      }
      expect(await active()).toBe(id);
    };
    const choose = async (id: string, wanted: string): Promise<void> => {
      await tabTo(id);
      const value = (): Promise<unknown> => page.evaluate('document.activeElement.value');
      for (let step = 0; step < 20 && (await value()) !== wanted; step += 1) {
        await page.keyboard.press('ArrowDown');
      }
      expect(await value()).toBe(wanted);
    };
    await choose('choose-set', 'qinghai-2015');
    await page.waitForSelector('#choose-region option[value=haidong]');
    await choose('choose-region', 'haidong');
    await page.waitForSelector('.form');
    const outline = await page.evaluate(
      `getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).outlineWidth`,
    );
    expect(outline).toBe('solid3px');
    await tabTo('upload');
    await tabTo('field-metrics/2015/mfg_sampled/value');
    await page.keyboard.type('512');
    await page.keyboard.press('Enter');
    const second = await active();
    expect(second).not.toBe('field-metrics/2015/mfg_sampled/value');
    await page.keyboard.press('ArrowUp');
    expect(await active()).toBe('field-metrics/2015/mfg_sampled/value');
    await page.keyboard.press('ArrowDown');
    expect(await active()).toBe(second);
    for (
      let step = 0;
      step < 9 && (await active()) !== 'field-metrics/2015/mfg_passed/value';
      step += 1
    ) {
      await page.keyboard.press('Enter');
    }
    await page.keyboard.type('478');
    await settled();
    expect(await textOf('#points-mfg_pass_rate')).toBe('15 分');
    for (let step = 0; step < 20; step += 1) {
      if (await page.evaluate(`document.activeElement.matches('summary')`)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await settled();
    expect(await textOf('.derivation[open] .derived')).toContain('478÷512×100%');
    await page.keyboard.press('Escape');
    expect(await page.$$('.derivation[open]')).toEqual([]);
  });

  it('reads the subtotals out when typing rests', async () => {
    await openForm();
    await type('metrics/2015/mfg_sampled/value', '512');
    await type('metrics/2015/mfg_passed/value', '478');
    await page.waitForFunction(
      `document.querySelector('.totals-bar [aria-live]').textContent.startsWith('计算得分 15 分')`,
    );
  });

  it('has a label for every field', async () => {
    await openForm();
    const bare = await ask(`[...document.querySelectorAll('input, select')]
      .filter((one) => one.getAttribute('aria-label') === null && one.labels.length === 0)
      .map((one) => one.id)`);
    expect(bare).toEqual([]);
  });

  it.each([
    [1366, 768],
    [390, 844],
    [320, 640],
  ])('fits a screen of %d × %d without scrolling sideways', async (width, height) => {
    await page.setViewport({ width, height });
    await openForm();
    await upload(
      'indicators/qinghai-2015/data/2015.yaml',
      'indicators/qinghai-2015/data/events.yaml',
    );
    await page.click('#add-event');
    await page.evaluate(
      `document.querySelectorAll('details').forEach((one) => { one.open = true; })`,
    );
    await type('metrics/2015/mfg_passed/value', '一个很长的不是数字的内容'.repeat(5));
    const scrolled = await page.evaluate('document.documentElement.scrollWidth');
    expect(scrolled).toBeLessThanOrEqual(width);
    const wide = await page.evaluate(`[...document.querySelectorAll('main *')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.unseen'))
      .map((one) => one.outerHTML.slice(0, 80))`);
    expect(wide).toEqual([]);
    const shots = process.env['KAOHENG_SHOTS'];
    if (shots !== undefined) {
      await page.screenshot({ path: `${join(shots, `preview-${String(width)}`)}.png` });
    }
  });
});
