// What the preview over HTTP holds: the highest rate that the server keeps, beside that of a bare
// Fastify route which parses the same JSON; the wait at half that rate beside one request alone; the
// memory over many previews. Loopback only, each part bounded in time.
import { fork, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse } from 'yaml';
import { flagsOf } from '../scripts/run-node.mjs';

const ROOT = join(import.meta.dirname, '..');
const SERVER = join(ROOT, 'bench', 'preview-http', 'server.mjs');
const SECONDS = 4;
/** V8 goes on optimising for some seconds. */
const WARM_UP = 6;
const ROUNDS = 3;
const PREVIEWS = Number(process.env['PREVIEWS'] ?? 100_000);
const CONNECTIONS = 16;
const BODIES = 3000;
const SET = 'qinghai-2015';
const REGION = 'haixi';

/** The region's own part of the sample year: its numbers of every year, its targets, its 自评. */
function ownYear() {
  const folder = join(ROOT, 'indicators', SET, 'data');
  const year = parse(readFileSync(join(folder, '2015.yaml'), 'utf8'));
  /** @type {Record<string, string>[]} */
  const marks = parseCsv(readFileSync(join(folder, 'marks.csv')), { columns: true });
  /** @type {Record<string, Record<string, string | undefined>>} */
  const self = {};
  for (const { region, indicator, stage, points, reason, evidence, date } of marks) {
    if (region !== REGION || stage !== 'self') continue;
    self[indicator ?? ''] = { points, reason, evidence, date };
  }
  /** @type {Record<string, any>} */
  const metrics = {};
  for (const [period, regions] of Object.entries(year.metrics)) metrics[period] = regions[REGION];
  return { period: '2015', metrics, targets: year.targets[REGION], self };
}

const OWN = ownYear();

/**
 * The region's year as a page sends it while somebody types: four figures differ each time, and no
 * two requests of a run are alike.
 * @param {number} seed
 */
function typed(seed) {
  const { 2015: now, ...past } = OWN.metrics;
  const changed = {
    ...now,
    mfg_sampled: { ...now.mfg_sampled, value: 605 + seed },
    mfg_passed: { ...now.mfg_passed, value: 571 + (seed % 30) },
    agri_passed: { ...now.agri_passed, value: 623 - (seed % 600) },
    policies_in_place: seed % 7,
  };
  return { ...OWN, metrics: { ...past, 2015: changed } };
}

/**
 * The same where one figure differs: one keystroke.
 * @param {number} seed
 */
function keyed(seed) {
  const { 2015: now, ...past } = OWN.metrics;
  const changed = { ...now, mfg_sampled: { ...now.mfg_sampled, value: 605 + seed } };
  return { ...OWN, metrics: { ...past, 2015: changed } };
}

/**
 * The worst case: every number of every year, every target and every mark differs from the last.
 * @param {number} seed
 */
function fresh(seed) {
  /** @param {any} cell @param {number} at */
  const other = (cell, at) => {
    const key = cell?.points === undefined ? 'value' : 'points';
    const text = String(typeof cell === 'object' ? cell[key] : cell);
    if (!/^-?\d+(\.\d+)?$/.test(text)) return cell;
    const [whole = '0', places = ''] = text.split('.');
    const number = Number(whole);
    // Small counts have bounds.
    const count = number <= 20 ? (seed + at) % (number + 1) : number + ((seed * 7 + at) % 5000);
    const scale = 10 ** places.length;
    const part = String((seed * 13 + at) % scale).padStart(places.length, '0');
    const half = String(((seed + at) % 2) / 2);
    const changed = key === 'points' ? half : places === '' ? String(count) : `${whole}.${part}`;
    return typeof cell === 'object' ? { ...cell, [key]: changed } : changed;
  };
  /** @param {Record<string, any>} cells */
  const each = (cells) =>
    Object.fromEntries(Object.entries(cells).map(([id, cell], at) => [id, other(cell, at)]));
  return {
    ...OWN,
    metrics: Object.fromEntries(
      Object.entries(OWN.metrics).map(([period, cells]) => [period, each(cells)]),
    ),
    targets: each(OWN.targets),
    self: each(OWN.self),
  };
}

/**
 * @param {'bare' | 'preview'} kind
 * @returns {Promise<{ port: number, memory: () => Promise<number>, cpu: () => Promise<number>, stop: () => void }>}
 */
async function start(kind) {
  // Ours as `kaoheng serve` starts it.
  const flags = kind === 'preview' ? flagsOf('serve') : [];
  const child = fork(SERVER, [kind, SET], { cwd: ROOT, execArgv: [...flags, '--expose-gc'] });
  /** @type {{ resolve: (answer: any) => void, reject: (error: Error) => void } | undefined} */
  let asked;
  child.on('message', (message) => asked?.resolve(message));
  child.on('exit', (code) => asked?.reject(new Error(`${kind} ended with ${String(code)}`)));
  /** @returns {Promise<any>} */
  const answer = () =>
    new Promise((resolve, reject) => {
      asked = { resolve, reject };
    });
  const { port } = await answer();
  return {
    port,
    memory: async () => {
      child.send('memory');
      return (await answer()).bytes;
    },
    cpu: async () => {
      child.send('cpu');
      return (await answer()).microseconds;
    },
    stop: () => child.kill('SIGTERM'),
  };
}

/**
 * Requests as bytes, so that the client costs as little as it can.
 * @param {string} path
 * @param {(seed: number) => unknown} body
 */
function requests(path, body) {
  return Array.from({ length: BODIES }, (_, seed) => {
    const content = Buffer.from(JSON.stringify(body(seed)));
    const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${String(content.length)}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), content]);
  });
}

/**
 * A connection that sends one request after the other and reads each answer to its end.
 * @param {number} port
 */
function connection(port) {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  /** @type {{ resolve: (status: number) => void, reject: (error: Error) => void } | undefined} */
  let waiting;
  /** @type {Buffer[]} */
  let chunks = [];
  let got = 0;
  let wanted = -1;
  let status = 0;
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    got += chunk.length;
    if (wanted < 0) {
      const text = Buffer.concat(chunks).toString('latin1');
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return;
      status = Number(text.slice(9, 12));
      wanted = end + 4 + Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
    }
    if (got < wanted) return;
    chunks = [];
    got = 0;
    wanted = -1;
    waiting?.resolve(status);
  });
  socket.on('error', (error) => waiting?.reject(error));
  return {
    /** @param {Buffer} request @returns {Promise<number>} */
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/**
 * As fast as the server answers, over some connections, for a time or for a number of requests.
 * @param {number} port
 * @param {readonly Buffer[]} sent
 * @param {{ connections: number, seconds?: number, count?: number }} how
 */
async function run(port, sent, { connections, seconds = Infinity, count = Infinity }) {
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let next = 0;
  let failed = 0;
  /** @type {number[]} */
  const waits = [];
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const line = connection(port);
      while (next < count && performance.now() < end) {
        const request = sent[next++ % sent.length];
        const before = performance.now();
        if (request === undefined || (await line.send(request)) !== 200) failed += 1;
        waits.push(performance.now() - before);
      }
      line.close();
    }),
  );
  const rate = waits.length / ((performance.now() - begun) / 1000);
  return { rate, failed, waits: waits.sort((a, b) => a - b) };
}

/** A client that is later than this was held up itself, and does not send all at once what it missed. */
const OWN_DELAY_MS = 4;

/**
 * At a fixed rate, whether or not the answers come; the client sleeps in between, so that the server
 * has its processor.
 * @param {number} port
 * @param {readonly Buffer[]} sent
 * @param {number} rate
 */
async function paced(port, sent, rate) {
  const lines = Array.from({ length: CONNECTIONS * 4 }, () => connection(port));
  const free = [...lines];
  /** @type {number[]} */
  const waits = [];
  /** @type {Promise<void>[]} */
  const open = [];
  const end = performance.now() + SECONDS * 1000;
  let due = performance.now();
  for (let now = due; now < end; now = performance.now()) {
    if (now - due > OWN_DELAY_MS) due = now;
    while (due <= now) {
      due += 1000 / rate;
      const line = free.pop();
      const request = sent[open.length % sent.length];
      if (line === undefined || request === undefined) throw new Error('the server is too slow');
      const begun = performance.now();
      open.push(
        line.send(request).then(() => {
          waits.push(performance.now() - begun);
          free.push(line);
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(open);
  for (const line of lines) line.close();
  return waits.sort((a, b) => a - b);
}

/** @param {readonly number[]} sorted @param {number} share */
function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** @param {readonly number[]} values */
function median(values) {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}

if (!existsSync(join(ROOT, 'indicators', SET))) throw new Error(`no set ${SET}`);
const built = spawnSync(process.execPath, [join(ROOT, 'bench', 'preview-http', 'build.mjs')], {
  cwd: ROOT,
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(built.status ?? 1);

const paths = {
  bare: '/bare',
  one: `/api/v1/sets/${SET}/preview/${REGION}`,
  all: `/api/v1/sets/${SET}/preview/${REGION}`,
  none: `/api/v1/sets/${SET}/preview/${REGION}?derivation=none`,
  fresh: `/api/v1/sets/${SET}/preview/${REGION}`,
};
const NAMES = {
  bare: '只解析同样 JSON 的 Fastify',
  one: '预览，每次改一个数，推导全要',
  all: '预览，每次改四个数，推导全要',
  none: '预览，每次改四个数，不要推导',
  fresh: '预览，每次全部数都改，推导全要',
};
const KINDS = /** @type {const} */ (['bare', 'one', 'all', 'none', 'fresh']);
const bare = await start('bare');
const preview = await start('preview');
const sent = {
  bare: requests(paths.bare, typed),
  one: requests(paths.one, keyed),
  all: requests(paths.all, typed),
  none: requests(paths.none, typed),
  fresh: requests(paths.fresh, fresh),
};
say(
  `一个地区的数据 ${String(JSON.stringify(typed(1)).length)} 字节，${SET}，Node ${process.versions.node}`,
);
try {
  // All are warm before anything is measured.
  for (const kind of KINDS) {
    const { port } = kind === 'bare' ? bare : preview;
    const { failed } = await run(port, sent[kind], { connections: CONNECTIONS, seconds: WARM_UP });
    if (failed > 0) throw new Error(`${kind}: ${String(failed)} answers were no 200`);
  }

  /** @type {Record<keyof typeof paths, { rate: number, cpu: number }[]>} */
  const found = { bare: [], one: [], all: [], none: [], fresh: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of KINDS) {
      const server = kind === 'bare' ? bare : preview;
      const before = await server.cpu();
      const { rate, failed, waits } = await run(server.port, sent[kind], {
        connections: CONNECTIONS,
        seconds: SECONDS,
      });
      if (failed > 0) throw new Error(`${kind}: ${String(failed)} answers were no 200`);
      found[kind].push({ rate, cpu: ((await server.cpu()) - before) / waits.length });
    }
  }
  /** @param {keyof typeof paths} kind @param {'rate' | 'cpu'} what */
  const middle = (kind, what) => median(found[kind].map((one) => one[what]));
  say(`最高速率（${String(CONNECTIONS)} 条连接，${String(ROUNDS)} 轮中位数）`);
  for (const kind of KINDS) {
    const rate = middle(kind, 'rate');
    // Each round's share of the bare route in the same round: other work slows both.
    const share = median(
      found[kind].map((one, round) => one.rate / (found.bare[round]?.rate ?? NaN)),
    );
    say(
      `  ${rate.toFixed(0).padStart(7)} 次/秒，每次 ${middle(kind, 'cpu').toFixed(0).padStart(4)} 微秒处理器时间，为前者的 ${share.toFixed(2)}  ${NAMES[kind]}`,
    );
  }
  const highest = middle('all', 'rate');

  for (let round = 0; round < ROUNDS; round += 1) {
    const alone = await run(preview.port, sent.all, { connections: 1, seconds: SECONDS });
    const one = quantile(alone.waits, 0.5);
    const waits = await paced(preview.port, sent.all, highest / 2);
    const p99 = quantile(waits, 0.99);
    // What of a wait is the machine's, and not ours.
    const floor = quantile(await paced(bare.port, sent.bare, highest / 2), 0.99);
    say(
      `单个请求：中位数 ${one.toFixed(2)} 毫秒，p99 ${quantile(alone.waits, 0.99).toFixed(2)} 毫秒`,
    );
    say(
      `最高速率之半（${(highest / 2).toFixed(0)} 次/秒）：中位数 ${quantile(waits, 0.5).toFixed(2)} 毫秒，p99 ${p99.toFixed(2)} 毫秒，为单个中位数的 ${(p99 / one).toFixed(1)} 倍（目标 5）；同一速率下只解析 JSON 的 p99 ${floor.toFixed(2)} 毫秒`,
    );
  }

  const steps = 5;
  const sizes = [await preview.memory()];
  let previews = 0;
  for (let step = 0; step < steps; step += 1) {
    const { waits: done } = await run(preview.port, sent.all, {
      connections: CONNECTIONS,
      count: Math.ceil(PREVIEWS / steps),
      seconds: 90,
    });
    previews += done.length;
    sizes.push(await preview.memory());
  }
  say(
    `${String(previews)} 次预览，回收后的堆（MB）：${sizes.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join(' → ')}`,
  );
} finally {
  bare.stop();
  preview.stop();
}
