import { readFileSync, readdirSync } from 'node:fs';
import { loadFormulaParser } from '../../../src/adapters/mathjs/load-formula-parser.js';
import { csvDataSource } from '../../../src/adapters/csv/csv-data-source.js';
import { parseLocatedYaml } from '../../../src/adapters/yaml/located-yaml.js';
import { yamlDataSource } from '../../../src/adapters/yaml/yaml-data-source.js';
import { readSet, type IndicatorSet } from '../../../src/domain/indicators/index.js';
import type { Fault, LocatedDocument } from '../../../src/domain/kernel/fault.js';
import type { Result } from '../../../src/domain/kernel/result.js';
import { readYearData, type DataFile, type YearData } from '../../../src/domain/metrics/index.js';

const parser = await loadFormulaParser();

/** A set from its texts. */
export function setOf(set: string, regions: string): IndicatorSet {
  const sound = readSet(
    { set: located(set, 'set.yaml'), regions: located(regions, 'regions.yaml'), base: undefined },
    parser,
  );
  if (!sound.ok) throw new Error(JSON.stringify(sound.error, undefined, 1));
  return sound.value.set;
}

function located(text: string, file: string): LocatedDocument {
  const document = parseLocatedYaml(text, file);
  if (!document.ok) throw new Error(JSON.stringify(document.error));
  return document.value;
}

/** A shipped set. */
export function shippedSet(id: string): IndicatorSet {
  const read = (file: string) => readFileSync(`indicators/${id}/${file}`, 'utf8');
  return setOf(read('set.yaml'), read('regions.yaml'));
}

/** A data file from its text; csv or yaml by its name. */
export function fileOf(text: string, name: string): DataFile {
  const source = name.endsWith('.csv') ? csvDataSource : yamlDataSource;
  const file = source.read(new TextEncoder().encode(text), name);
  if (!file.ok) throw new Error(JSON.stringify(file.error, undefined, 1));
  return file.value;
}

/** Every data file of a folder. */
export function filesIn(folder: string): readonly DataFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => fileOf(readFileSync(`${folder}/${name}`, 'utf8'), name));
}

/** The data of a result that must be sound. */
export function soundData(result: Result<YearData, readonly Fault[]>): YearData {
  if (!result.ok) throw new Error(JSON.stringify(result.error, undefined, 1));
  return result.value;
}

/** Texts of files read against a set, which must be sound. */
export function readTexts(
  set: IndicatorSet,
  files: Readonly<Record<string, string>>,
  period?: string,
): YearData {
  return soundData(readYearData(openTexts(files), set, { period }));
}

/** The faults of texts, each as 「code file:line:column」. */
export function faultsOf(
  set: IndicatorSet,
  files: Readonly<Record<string, string>>,
  period?: string,
): readonly string[] {
  const result = readYearData(openTexts(files), set, { period });
  return result.ok
    ? []
    : result.error.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);
}

function openTexts(files: Readonly<Record<string, string>>): readonly DataFile[] {
  return Object.entries(files).map(([name, text]) => fileOf(text, name));
}

/** Data without where they stood, to compare what two files say. */
export function withoutPlaces(data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) => (key === 'place' ? undefined : value)),
  );
}
