import type { DataSource } from '../../ports/data-source.js';
import { csvDataSource } from '../csv/csv-data-source.js';
import { yamlDataSource } from '../yaml/yaml-data-source.js';

/** Every kind of data file that is read; a new one is a line here. */
export function dataSources(): readonly DataSource[] {
  return [yamlDataSource, csvDataSource];
}
