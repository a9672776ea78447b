/** Where the server is to listen. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  /** Whether others than this machine may reach it. */
  readonly isExposed: boolean;
}

/** A server that listens. */
export interface RunningServer {
  /** Such as http://127.0.0.1:8731. */
  readonly url: string;
  /** Takes nothing new, finishes what is under way within a time, and ends. */
  stop(): Promise<void>;
}

/** Why a server does not listen. */
export type ServerFault = 'port-taken' | 'port-forbidden' | 'host-unknown';

/** Starts the server; it is loaded only then. */
export type StartServer = (
  address: ServerAddress,
) => Promise<
  | { readonly ok: true; readonly value: RunningServer }
  | { readonly ok: false; readonly error: ServerFault }
>;
