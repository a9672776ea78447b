import { readFileSync } from 'node:fs';
import { upload } from './test-server.js';

/** Where requests of the tests come from. */
export const LOCAL = { host: '127.0.0.1:8731' };

const FILES = ['2015.yaml', 'marks.csv', 'events.yaml'];

/** The sample year of qinghai-2015 as an upload. */
export function sampleUpload(): ReturnType<typeof upload> {
  return upload(
    FILES.map((name) => ({ name, content: readFileSync(`indicators/qinghai-2015/data/${name}`) })),
  );
}

/** One region's figures as a page sends them. */
export const OWN = {
  period: '2015',
  metrics: {
    '2015': {
      mfg_sampled: 605,
      mfg_passed: '571',
      agri_sampled: { value: 640, source: '例行监测' },
      agri_passed: 623,
      work_report: 'full',
      yearly_scheme: true,
    },
  },
  self: { brand: 3.5, campaign: { points: 2, reason: '材料不全' } },
};

export const PREVIEW = '/api/v1/sets/qinghai-2015/preview/haixi';
export const SCORE = '/api/v1/sets/qinghai-2015/score';
