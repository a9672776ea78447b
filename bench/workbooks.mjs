// What workbooks cost: 3,000 rows by 60 columns written and read, beside exceljs and openpyxl, which
// are used where they are found (EXCELJS=<folder with node_modules>, python3-openpyxl) and said to be
// absent where not; the forms of 333 regions in one command.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { runWhole } from './whole-program/run.mjs';

const ROOT = join(import.meta.dirname, '..');
/**
 * @typedef {object} Program
 * @property {string} name
 * @property {(path: string) => Promise<void>} write
 * @property {(path: string) => Promise<number>} read
 */

const ROWS = 3000;
const COLUMNS = 60;
const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
/** Debian's package serves Debian's own Python, which need not be the first of the path. */
const PYTHONS = ['python3', '/usr/bin/python3'];

const folder = mkdtempSync(join(tmpdir(), 'kaoheng-bench-'));

try {
  await compareLibraries();
  makeForms();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * A cell of the sheet: every third column a text, the others numbers with two decimals.
 * @param {number} row
 * @param {number} column
 */
function value(row, column) {
  return column % 3 === 0
    ? `第${String(row)}行${String(column)}`
    : Math.round(row * 97.31 + column * 13.7) / 100;
}

async function compareLibraries() {
  const outfile = join(folder, 'ours.mjs');
  await build({
    stdin: {
      contents: `export { writeWorkbook } from './src/adapters/xlsx/write-workbook.ts';
        export { readWorkbook } from './src/adapters/xlsx/read-workbook.ts';`,
      resolveDir: ROOT,
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  const { writeWorkbook, readWorkbook } = await import(pathToFileURL(outfile).href);
  const rows = Array.from({ length: ROWS }, (_, row) => ({
    cells: Array.from({ length: COLUMNS }, (__, column) => {
      const cell = value(row, column);
      return typeof cell === 'number'
        ? { look: 'number', number: String(cell) }
        : { look: 'text', text: cell };
    }),
  }));
  const sheet = {
    name: '数据',
    isHidden: false,
    isLocked: false,
    isLandscape: true,
    widths: Array.from({ length: COLUMNS }, () => 12),
    rows,
    merges: [],
    validations: [],
    headRow: undefined,
    hasFilter: false,
  };
  /** @type {Program[]} */
  const programs = [
    {
      name: '考衡',
      write: async (path) => {
        writeFileSync(path, await writeWorkbook({ title: 'x', sheets: [sheet] }));
      },
      read: async (path) => {
        const read = readWorkbook(readFileSync(path));
        if (!read.ok) throw new Error(read.error.code);
        return read.value.sheets[0].cells.length;
      },
    },
    ...(await excelJs()),
  ];
  /** @type {Map<string, number[]>} */
  const times = new Map();
  /** @type {(name: string, what: string, ms: number, cpuMs: number) => void} */
  const add = (name, what, ms, cpuMs) => {
    for (const [key, value] of /** @type {const} */ ([
      [`${name} ${what}`, ms],
      [`${name} ${what} cpu`, cpuMs],
    ])) {
      times.set(key, [...(times.get(key) ?? []), value]);
    }
  };
  const source = join(folder, 'kaoheng.xlsx');
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, write, read } of programs) {
      const path = name === '考衡' ? source : join(folder, 'exceljs.xlsx');
      const written = await timed(() => write(path));
      // Everybody reads the same file, ours.
      let count = 0;
      const seen = await timed(async () => {
        count = await read(source);
      });
      add(name, '写', written.ms, written.cpuMs);
      add(name, '读', seen.ms, seen.cpuMs);
      if (count !== ROWS * COLUMNS) throw new Error(`${name} read ${String(count)} cells`);
    }
    for (const [what, ms, cpuMs] of openpyxl(source)) add('openpyxl', what, ms, cpuMs);
  }
  /** @type {(key: string) => number | undefined} */
  const median = (key) => {
    const sorted = (times.get(key) ?? []).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
  };
  console.log(`${String(ROWS)} × ${String(COLUMNS)} 格，${String(ROUNDS)} 轮的中位数（毫秒）`);
  for (const what of ['写', '读']) {
    for (const [clock, suffix] of [
      ['经过', ''],
      ['处理器', ' cpu'],
    ]) {
      const ours = median(`考衡 ${what}${suffix}`) ?? NaN;
      const others = ['exceljs', 'openpyxl'].map((name) => ({
        name,
        ms: median(`${name} ${what}${suffix}`),
      }));
      const told = others.map(({ name, ms }) =>
        ms === undefined ? `${name} 没有安装` : `${name} ${ms.toFixed(0)}`,
      );
      const best = Math.min(...others.flatMap(({ ms }) => (ms === undefined ? [] : [ms])));
      const ratio = Number.isFinite(best) ? `　比较快的一个快 ${(best / ours).toFixed(1)} 倍` : '';
      console.log(`  ${what}（${clock}）　考衡 ${ours.toFixed(0)}　${told.join('　')}${ratio}`);
    }
  }
}

/**
 * The wall clock and the processor time of one thing.
 * @param {() => Promise<void>} act
 */
async function timed(act) {
  const started = performance.now();
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - started, cpuMs: (user + system) / 1000 };
}

/** @returns {Promise<Program[]>} */
async function excelJs() {
  const where = process.env['EXCELJS'];
  let ExcelJS;
  try {
    const require = createRequire(join(where ?? ROOT, 'package.json'));
    ExcelJS = require('exceljs');
  } catch {
    return [];
  }
  return [
    {
      name: 'exceljs',
      write: async (path) => {
        const book = new ExcelJS.Workbook();
        const sheet = book.addWorksheet('数据');
        const border = { style: 'thin', color: { argb: 'FFBFBFBF' } };
        const style = {
          font: { name: '宋体', size: 10 },
          border: { top: border, right: border, bottom: border, left: border },
          alignment: { vertical: 'middle', wrapText: true },
        };
        for (let row = 0; row < ROWS; row += 1) {
          const line = sheet.addRow(
            Array.from({ length: COLUMNS }, (_, column) => value(row, column)),
          );
          line.eachCell((/** @type {{ style: unknown }} */ cell) => {
            cell.style = style;
          });
        }
        await book.xlsx.writeFile(path);
      },
      read: async (path) => {
        const book = new ExcelJS.Workbook();
        await book.xlsx.readFile(path);
        let count = 0;
        book.worksheets[0].eachRow((/** @type {any} */ row) => {
          row.eachCell(() => {
            count += 1;
          });
        });
        return count;
      },
    },
  ];
}

/**
 * Writing and reading timed inside Python, without its start.
 * @param {string} source
 * @returns {[what: string, ms: number, cpuMs: number][]}
 */
function openpyxl(source) {
  const program = `
import time, sys
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, Border, Side, Alignment
side = Side(style='thin', color='FFBFBFBF')
font, border = Font(name='宋体', size=10), Border(top=side, right=side, bottom=side, left=side)
align = Alignment(vertical='center', wrap_text=True)
t, tc = time.perf_counter(), time.process_time()
book = Workbook(); sheet = book.active
for row in range(${String(ROWS)}):
    for column in range(${String(COLUMNS)}):
        v = '第%d行%d' % (row, column) if column % 3 == 0 else round(row * 97.31 + column * 13.7) / 100
        cell = sheet.cell(row + 1, column + 1, v)
        cell.font, cell.border, cell.alignment = font, border, align
book.save(sys.argv[2])
w, wc = time.perf_counter(), time.process_time()
n = sum(1 for r in load_workbook(sys.argv[1]).active.iter_rows() for c in r if c.value is not None)
assert n == ${String(ROWS * COLUMNS)}, n
r, rc = time.perf_counter(), time.process_time()
print(*(1000 * one for one in (w - t, wc - tc, r - w, rc - wc)))
`;
  const python = PYTHONS.find((one) => hasOpenpyxl(one));
  if (python === undefined) return [];
  const out = execFileSync(python, ['-c', program, source, join(folder, 'openpyxl.xlsx')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [write = 0, writeCpu = 0, read = 0, readCpu = 0] = out.trim().split(' ').map(Number);
  return [
    ['写', write, writeCpu],
    ['读', read, readCpu],
  ];
}

/** @param {string} python */
function hasOpenpyxl(python) {
  return spawnSync(python, ['-c', 'import openpyxl'], { stdio: 'ignore' }).status === 0;
}

function makeForms() {
  const set = join(folder, 'national');
  cpSync(join(ROOT, 'indicators', 'qinghai-2015'), set, { recursive: true });
  const regions = Array.from(
    { length: 333 },
    (_, index) =>
      `  region_${String(index + 1)}: { name: 第${String(index + 1)}市, code: ${String(100000 + index)} }`,
  );
  writeFileSync(
    join(set, 'regions.yaml'),
    `total: { id: qinghai, name: 全国, code: 900000 }\nregions:\n${regions.join('\n')}\n`,
  );
  const out = join(folder, 'forms');
  const made = runWhole(folder, ['template', set, '--for', 'region', '--out', out]);
  if (made.exit !== 0) throw new Error(made.said);
  const files = readdirSync(out);
  const bytes = files.reduce((sum, name) => sum + statSync(join(out, name)).size, 0);
  console.log(
    `333 个地区的填报表：${String(files.length)} 个文件，${(bytes / 1024 / 1024).toFixed(1)} MB，` +
      `${(made.ms / 1000).toFixed(1)} 秒，内存至多 ${(made.peak / 1024).toFixed(0)} MB`,
  );
  const checked = runWhole(folder, ['check', set, '--data', out]);
  console.log(
    `读回 333 个填报表并检查：${(checked.ms / 1000).toFixed(1)} 秒，内存至多 ${(checked.peak / 1024).toFixed(0)} MB，退出码 ${String(checked.exit)}`,
  );
}
