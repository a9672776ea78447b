import type { WorkbookPorts } from '../app/ports.js';
import type { FontBringer } from '../ports/font-bringer.js';
import type { StartServer } from '../ports/http-server.js';
import type { Terminal } from './terminal.js';

/** What a command runs with. */
export interface Context {
  readonly ports: WorkbookPorts;
  readonly terminal: Terminal;
  readonly version: string;
  /** Folder of the starter set that `init` copies. */
  readonly starter: string;
  /** Loaded when it is called. */
  readonly startServer: StartServer;
  /** Loaded when a font is to be brought. */
  readonly loadFontBringer: () => Promise<FontBringer>;
}
