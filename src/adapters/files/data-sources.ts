import type { DataSource } from '../../ports/data-source.js';
import { quickCsvSource } from '../csv/quick-csv-source.js';
import { quickYamlSource } from '../yaml/quick-yaml-source.js';

/** Every kind of data file that is read; a new one is a line here. */
export function dataSources(): readonly DataSource[] {
  return [quickYamlSource, quickCsvSource];
}
