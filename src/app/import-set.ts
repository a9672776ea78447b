import { failure, success, type Result } from '../domain/kernel/result.js';
import { importSet as read, type ImportNote } from '../domain/workbooks/index.js';
import type { WorkbookPorts } from './ports.js';
import type { Refusal } from './refusal.js';

/** What is imported, and what the table does not say. */
export interface ImportRequest {
  readonly content: Uint8Array;
  /** The name that the faults show. */
  readonly file: string;
  /** The id of a set that is made anew. */
  readonly id: string;
  readonly year: string | undefined;
  /** A set whose regions are taken over where the table brings none. */
  readonly regionsOf: string | undefined;
}

/** The files of the set, by their paths in its folder, and what a person should know. */
export interface ImportedFiles {
  readonly files: Readonly<Record<string, string>>;
  readonly notes: readonly ImportNote[];
  /** Whether the regions are only placeholders. */
  readonly needsRegions: boolean;
}

/** 导入评分细则: makes a set's files of a scoring table; they are validated like any others. */
export async function importSet(
  ports: WorkbookPorts,
  { content, file, id, year, regionsOf }: ImportRequest,
): Promise<Result<ImportedFiles, Refusal>> {
  const raw = await (await ports.loadWorkbooks()).read(content, file);
  if (!raw.ok) return failure({ kind: 'faults', faults: raw.error });
  const imported = read(raw.value, file, { id, year });
  if (!imported.ok) return failure({ kind: 'faults', faults: imported.error });
  const { files, edits, built, notes } = imported.value;
  const writer = await ports.loadSetWriter();
  if (built === undefined) {
    const rules = writer.edit(files['set.yaml'] ?? '', edits);
    return success({ files: { ...files, 'set.yaml': rules }, notes, needsRegions: false });
  }
  const regions = await regionsText(ports, regionsOf);
  if (!regions.ok) return regions;
  return success({
    files: {
      'set.yaml': writer.write(built),
      'regions.yaml': regions.value ?? PLACEHOLDER,
    },
    notes,
    needsRegions: regions.value === undefined,
  });
}

const PLACEHOLDER = `# 占位：改成真实的被考核地区（代号、名称、行政区划代码）。
regions:
  region_1: { name: 示例地区一 }
  region_2: { name: 示例地区二 }
`;

async function regionsText(
  ports: WorkbookPorts,
  reference: string | undefined,
): Promise<Result<string | undefined, Refusal>> {
  if (reference === undefined) return success(undefined);
  const folder = await ports.sets.find(reference);
  if (folder === undefined) {
    return failure({ kind: 'unknownSet', reference, known: await ports.sets.known() });
  }
  return success((await ports.setTexts(folder.path))['regions.yaml']);
}
