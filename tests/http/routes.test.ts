import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultJson } from '../../src/app/result-json.js';
import { scoreSet } from '../../src/app/score-set.js';
import { scoreResultSchema } from '../../src/app/result.schema.js';
import { openKit, previewRegion, type PreviewKit } from '../../src/domain/preview/index.js';
import { previewSchema } from '../../src/http/schemas/preview.schema.js';
import {
  kitSchema,
  setListSchema,
  setSchema,
  validatedSchema,
} from '../../src/http/schemas/sets.schema.js';
import { findingMessage } from '../../src/messages/index.js';
import { PORTS, sampleYear } from '../domain/preview/sample-year.js';
import { testServer, upload } from './test-server.js';
import { LOCAL, OWN, PREVIEW, sampleUpload, SCORE } from './year-files.js';

let app: FastifyInstance;
let bugs: unknown[];
beforeAll(async () => {
  ({ app, bugs } = await testServer());
});
afterAll(async () => {
  await app.close();
  expect(bugs).toEqual([]);
});

async function get(url: string): Promise<unknown> {
  const answer = await app.inject({ url, headers: LOCAL });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

function textOf(path: string): string {
  return readFileSync(path, 'utf8');
}

describe('the known sets', () => {
  it('are listed, sound ones with title and digest', async () => {
    const { sets } = setListSchema.parse(await get('/api/v1/sets'));
    expect(sets.map(({ id }) => id)).toContain('qinghai-2015');
    expect(sets.every(({ id }) => !id.startsWith('_'))).toBe(true);
  });

  it('are described: metrics, tree, every rule in words, regions', async () => {
    const set = setSchema.parse(await get('/api/v1/sets/qinghai-2015'));
    const leaf = set.indicators.find(({ id }) => id === 'mfg_pass_rate');
    expect(leaf?.formula).toContain('合格率');
    expect(set.metrics.find(({ id }) => id === 'mfg_rate')?.formula).toContain('÷');
    expect(leaf?.rule).toContain('满分');
    expect(set.regions.map(({ name }) => name)).toContain('西宁市');
    expect(set.metrics.find(({ id }) => id === 'mfg_sampled')?.label).not.toBe('');
  });

  it('give a kit by which a page previews as the server does', async () => {
    const kit = openKit(kitSchema.parse(await get('/api/v1/sets/qinghai-2015/plan')) as PreviewKit);
    const { data } = await sampleYear('qinghai-2015');
    const here = previewRegion(kit.set, kit.plan, 'haixi', data);
    const { headers, payload } = sampleUpload();
    const answer = await app.inject({
      method: 'POST',
      url: PREVIEW,
      headers: { ...LOCAL, ...headers },
      payload,
    });
    const there = previewSchema.parse(answer.json());
    expect(there.indicators).toEqual(here.indicators);
    expect(there.subtotals).toEqual(here.subtotals);
  });
});

describe('validation', () => {
  const url = '/api/v1/validate';

  it('finds a shipped set sound', async () => {
    const payload = {
      set: textOf('indicators/qinghai-2015/set.yaml'),
      regions: textOf('indicators/qinghai-2015/regions.yaml'),
    };
    const answer = await app.inject({ method: 'POST', url, headers: LOCAL, payload });
    expect(validatedSchema.parse(answer.json())).toMatchObject({ valid: true, faults: [] });
  });

  it('tells every fault at its line, and a set that extends a known one is checked with it', async () => {
    const wrong = textOf('indicators/qinghai-2015/set.yaml').replace(/^ {4}unit: /m, '    unitt: ');
    const payload = { set: wrong, regions: textOf('indicators/qinghai-2015/regions.yaml') };
    const answer = await app.inject({ method: 'POST', url, headers: LOCAL, payload });
    const { valid, faults } = validatedSchema.parse(answer.json());
    expect(valid).toBe(false);
    expect(faults[0]).toMatchObject({ file: 'set.yaml' });
    expect(faults[0]?.line).toBeGreaterThan(100);

    const derived = {
      set: textOf('indicators/qinghai-county-2015/set.yaml'),
      regions: textOf('indicators/qinghai-county-2015/regions.yaml'),
    };
    const second = await app.inject({ method: 'POST', url, headers: LOCAL, payload: derived });
    expect(validatedSchema.parse(second.json())).toMatchObject({ valid: true });
  });
});

describe('the preview of a region', () => {
  it('keeps what is computed and 自评 apart, and says that it is none of the official results', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: PREVIEW,
      headers: LOCAL,
      payload: OWN,
    });
    expect(answer.statusCode).toBe(200);
    const preview = previewSchema.parse(answer.json());
    expect(preview.notice).toBe('预览，非正式结果');
    expect(preview.subtotals.computed.points).not.toBe('0');
    expect(preview.subtotals.self).toMatchObject({ points: '5.5', indicators: 2 });
    expect(preview.derivation.length).toBeGreaterThan(20);
    expect(preview.score).toBeNull();
  });

  it('gives the derivations that were asked for', async () => {
    const ask = (derivation: string) =>
      app.inject({
        method: 'POST',
        url: `${PREVIEW}?derivation=${derivation}`,
        headers: LOCAL,
        payload: OWN,
      });
    expect(previewSchema.parse((await ask('none')).json()).derivation).toEqual([]);
    const one = previewSchema.parse((await ask('mfg_pass_rate')).json());
    expect(one.derivation.map(({ id }) => id)).toEqual(['mfg_pass_rate']);
    expect((await ask('nothing')).statusCode).toBe(404);
  });

  it('finds the region by name or code as well', async () => {
    for (const region of ['632800', encodeURIComponent('海西州')]) {
      const url = `/api/v1/sets/qinghai-2015/preview/${region}`;
      const answer = await app.inject({ method: 'POST', url, headers: LOCAL, payload: OWN });
      expect(previewSchema.parse(answer.json()).region.id).toBe('haixi');
    }
  });

  it('has the same bytes whatever the uploaded files say of other regions, faults of theirs included', async () => {
    const preview = async (content: string): Promise<string> => {
      const { headers, payload } = upload([{ name: '2015.yaml', content }]);
      const answer = await app.inject({
        method: 'POST',
        url: PREVIEW,
        headers: { ...LOCAL, ...headers },
        payload,
      });
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.body;
    };
    const year = textOf('indicators/qinghai-2015/data/2015.yaml');
    const before = await preview(year);
    const others = year.replace(/^( {4}(?!haixi)[a-z]+: \{ mfg_sampled: )\d+/gm, '$1胡写');
    expect(others).not.toBe(year);
    expect(await preview(others)).toBe(before);
    expect(before).not.toMatch(/西宁|海东|guoluo|yushu/);
  });

  it('reads a number as it is written: a long one has to be a text', async () => {
    const send = (value: unknown) =>
      app.inject({
        method: 'POST',
        url: PREVIEW,
        headers: { ...LOCAL, 'content-type': 'application/json' },
        payload: `{"targets":{"mfg_rate":${JSON.stringify(value)}}}`,
      });
    expect((await send('92.123456789012345678')).statusCode).toBe(200);
    expect((await send(92.5)).statusCode).toBe(200);
    const long = await send(92.12345678901234);
    expect(long.json()).toMatchObject({
      code: 'bad-request',
      faults: [{ code: 'request-number-long', line: 1, column: 24 }],
    });
  });
});

describe("a year's score", () => {
  it('is the result of the command line, run hash included, from files and from JSON', async () => {
    const scored = await scoreSet(PORTS, 'qinghai-2015');
    if (!scored.ok) throw new Error('the sample is sound');
    const expected: unknown = JSON.parse(JSON.stringify(resultJson(scored.value, findingMessage)));
    const { headers, payload } = sampleUpload();
    const fromFiles = await app.inject({
      method: 'POST',
      url: SCORE,
      headers: { ...LOCAL, ...headers },
      payload,
    });
    expect(scoreResultSchema.parse(fromFiles.json())).toEqual(expected);

    const { data } = await sampleYear('qinghai-food-2024');
    const metrics: Record<string, Record<string, Record<string, string>>> = {};
    for (const { period, region, metric, text } of data.values) {
      ((metrics[period] ??= {})[region] ??= {})[metric] = text;
    }
    const url = '/api/v1/sets/qinghai-food-2024/score';
    const json = await app.inject({
      method: 'POST',
      url,
      headers: LOCAL,
      payload: { period: data.period, metrics },
    });
    const food = await scoreSet(PORTS, 'qinghai-food-2024');
    const hash = food.ok ? food.value.run.runHash : '';
    expect(scoreResultSchema.parse(json.json()).runHash).toBe(hash);
  });

  it('tells a fault of JSON at its line and column', async () => {
    const payload =
      '{\n  "period": 2015,\n  "metrics": {\n    "2015": { "xining": { "mfg_sampled": "很多" } }\n  }\n}';
    const answer = await app.inject({
      method: 'POST',
      url: SCORE,
      headers: { ...LOCAL, 'content-type': 'application/json' },
      payload,
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      code: 'data-faults',
      faults: [{ file: '请求正文.json', line: 4, column: 42, code: 'data-not-a-number' }],
    });
  });
});
