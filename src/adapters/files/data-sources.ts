import type { DataSource } from '../../ports/data-source.js';
import { quickCsvSource } from '../csv/quick-csv-source.js';
import { quickYamlSource } from '../yaml/quick-yaml-source.js';
import { readLocatedYaml } from '../yaml/read-located-yaml.js';

/** Every kind of data file that is read; a new one is a line here. Packages are loaded when needed. */
export function dataSources(): readonly DataSource[] {
  return [
    quickYamlSource(readLocatedYaml),
    quickCsvSource(async (content, file) => {
      const { csvDataSource } = await import('../csv/csv-data-source.js');
      return csvDataSource.read(content, file);
    }),
  ];
}
