import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataSources } from '../../../src/adapters/files/data-sources.js';
import { createFileDataLibrary } from '../../../src/adapters/files/file-data-library.js';
import { readLocatedYaml } from '../../../src/adapters/yaml/read-located-yaml.js';
import { createFileSetLibrary } from '../../../src/adapters/files/file-set-library.js';
import { sha256 } from '../../../src/adapters/files/sha256.js';
import { loadFormulaParser } from '../../../src/adapters/mathjs/load-formula-parser.js';
import { loadSet } from '../../../src/app/load-set.js';
import { loadYear } from '../../../src/app/load-year.js';
import type { Ports } from '../../../src/app/ports.js';
import type { IndicatorSet } from '../../../src/domain/indicators/index.js';
import type { YearData } from '../../../src/domain/metrics/index.js';

const ROOT = join(import.meta.dirname, '../../..');
const INDICATORS = join(ROOT, 'indicators');

/** A year's data that come with a set of the project. */
export interface ShippedYear {
  /** Set id and data folder: `qinghai-food-2024 data/2018-q3`. */
  readonly name: string;
  readonly set: IndicatorSet;
  readonly data: YearData;
}

const ports: Ports = {
  sets: createFileSetLibrary([INDICATORS], readLocatedYaml),
  data: createFileDataLibrary(dataSources()),
  sha256,
  loadParser: loadFormulaParser,
  loadRenderer: () => Promise.reject(new Error('nothing is printed here')),
  loadTemplates: () => Promise.reject(new Error('nothing is printed here')),
  loadOfficeWriter: () => Promise.reject(new Error('nothing is printed here')),
};

/** Every data folder of every set: data/ itself, and each folder in it. */
export async function shippedYears(): Promise<readonly ShippedYear[]> {
  const years: ShippedYear[] = [];
  const ids = readdirSync(INDICATORS).filter((id) => existsSync(join(INDICATORS, id, 'set.yaml')));
  for (const id of ids.sort()) {
    const loaded = await loadSet(ports, join(INDICATORS, id));
    if (!loaded.ok) throw new Error(`${id}: ${JSON.stringify(loaded.error, null, 1)}`);
    const folder = join(INDICATORS, id, 'data');
    const folders = existsSync(folder)
      ? readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isDirectory() && entry.name !== 'documents')
          .map((entry) => `data/${entry.name}`)
          .sort()
      : [];
    for (const name of existsSync(folder) ? ['data', ...folders] : []) {
      const paths = [join(INDICATORS, id, name)];
      const year = await loadYear(ports, loaded.value, { paths });
      if (!year.ok) throw new Error(`${id} ${name}: ${JSON.stringify(year.error, null, 1)}`);
      years.push({ name: `${id} ${name}`, set: loaded.value.set, data: year.value.data });
    }
  }
  return years;
}
