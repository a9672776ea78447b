import { performance } from 'node:perf_hooks';
import type { Ports, WorkbookPorts } from '../app/ports.js';
import { createSetShelf } from '../app/set-shelf.js';
import type { PageFile } from '../ports/page-files.js';
import type { ServerAddress, ServerFault, StartServer } from '../ports/http-server.js';
import type { Uploads } from '../ports/uploads.js';
import { createServer } from './create-server.js';
import { createGate } from './gate.js';
import { LIMITS, type Limits } from './limits.js';

/** What the composition root gives. */
export interface ServerParts {
  readonly ports: Ports;
  readonly uploads: Uploads;
  readonly version: string;
  readonly onBug: (error: unknown, instance: string) => void;
  readonly limits?: Limits;
  /** The preview page, where it was built. */
  readonly page?: readonly PageFile[];
  /** What writes forms; without it none are given. */
  readonly loadWorkbooks?: WorkbookPorts['loadWorkbooks'];
}

const FAULTS: Readonly<Record<string, ServerFault>> = {
  EADDRINUSE: 'port-taken',
  EACCES: 'port-forbidden',
  EADDRNOTAVAIL: 'host-unknown',
  ENOTFOUND: 'host-unknown',
};

/** Makes the starter of a server over the use cases. */
export function serverStarter({
  ports,
  uploads,
  version,
  onBug,
  limits = LIMITS,
  page = [],
  loadWorkbooks,
}: ServerParts): StartServer {
  return async (address: ServerAddress) => {
    const context = {
      ports,
      uploads,
      version,
      limits,
      shelf: createSetShelf(ports, () => performance.now()),
      gates: { scores: createGate(limits.scores), prints: createGate(limits.prints) },
    };
    const app = await createServer(context, {
      isExposed: address.isExposed,
      onBug,
      page,
      loadWorkbooks,
    });
    try {
      const url = await app.listen({ host: address.host, port: address.port });
      const stop = async (): Promise<void> => {
        const late = setTimeout(() => {
          app.server.closeAllConnections();
        }, limits.stopMs);
        await app.close();
        clearTimeout(late);
      };
      return { ok: true, value: { url, stop } };
    } catch (error) {
      await app.close();
      const fault = FAULTS[(error as NodeJS.ErrnoException).code ?? ''];
      if (fault === undefined) throw error;
      return { ok: false, error: fault };
    }
  };
}
