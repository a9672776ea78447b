// The entry of the thread that reads workbooks: a file comes, its cells go back.
import { parentPort } from 'node:worker_threads';
import { readWorkbook } from './read-workbook.js';

parentPort?.on('message', (content: Uint8Array) => {
  parentPort?.postMessage(readWorkbook(content));
});
