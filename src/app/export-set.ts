import { success, type Result } from '../domain/kernel/result.js';
import { scoringWorkbook } from '../domain/workbooks/index.js';
import { loadSet } from './load-set.js';
import type { WorkbookPorts } from './ports.js';
import type { Refusal } from './refusal.js';

/** 导出评分细则: a sound set as the table that offices know. */
export async function exportSet(
  ports: WorkbookPorts,
  reference: string,
): Promise<Result<Uint8Array, Refusal>> {
  const loaded = await loadSet(ports, reference);
  if (!loaded.ok) return loaded;
  const { set, folder } = loaded.value;
  const workbooks = await ports.loadWorkbooks();
  return success(await workbooks.write(scoringWorkbook(set, await ports.setTexts(folder.path))));
}
