// The entry of the thread that reads workbooks: a file comes, its cells go back.
import { parentPort } from 'node:worker_threads';
import { success } from '../../domain/kernel/result.js';
import { packWorkbook } from './pack-workbook.js';
import { readWorkbook } from './read-workbook.js';

parentPort?.on('message', (content: Uint8Array) => {
  const read = readWorkbook(content);
  parentPort?.postMessage(read.ok ? success(packWorkbook(read.value)) : read);
});
