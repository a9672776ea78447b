// The entry of the thread that reads documents: a file comes, what it says goes back.
import { parentPort } from 'node:worker_threads';
import { readDocument } from './read-document.js';

parentPort?.on('message', (content: Uint8Array) => {
  void readDocument(content).then((read) => parentPort?.postMessage(read));
});
