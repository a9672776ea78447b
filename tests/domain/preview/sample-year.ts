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

/** Ports over the real files; nothing is printed. */
export const PORTS: Ports = {
  sets: createFileSetLibrary(['indicators'], readLocatedYaml),
  data: createFileDataLibrary(dataSources()),
  sha256,
  loadParser: () => loadFormulaParser(),
  loadRenderer: () => Promise.reject(new Error('nothing is printed here')),
  loadTemplates: () => Promise.reject(new Error('nothing is printed here')),
  loadOfficeWriter: () => Promise.reject(new Error('nothing is printed here')),
};

/** A set of indicators/ with the sample year beside it. */
export async function sampleYear(
  id: string,
): Promise<{ readonly set: IndicatorSet; readonly data: YearData }> {
  const set = await loadSet(PORTS, id);
  if (!set.ok) throw new Error(JSON.stringify(set.error));
  const year = await loadYear(PORTS, set.value, {});
  if (!year.ok) throw new Error(JSON.stringify(year.error));
  return { set: set.value.set, data: year.value.data };
}
