/** What goes over the wire, free of any transport: the adapters turn HTTP or in-page calls into these and act out the answers. */

export interface WireRequest {
  method: string
  /** Path without query, still percent-encoded, beginning with `/`. */
  path: string
  query: URLSearchParams
  /** Names in lower case; repeated headers joined by `, `. `host` is always there. */
  headers: Record<string, string>
  body: Uint8Array
}

/** What goes wrong on the way back. The adapters act it out; an answer that carries one may never arrive whole. */
export type Trouble =
  /** No answer and no end: only the caller's own deadline ends it. */
  | { kind: 'hang' }
  /** The connection breaks without an answer. */
  | { kind: 'reset' }
  /** Status, headers and the first `afterBytes` bytes arrive, then nothing more. */
  | { kind: 'stall'; afterBytes: number }
  /** The answer lacks every access-control header: a browser's script sees only a network error. */
  | { kind: 'no-cors' }

export interface WireResponse {
  status: number
  /** Names in any case; written as they are. */
  headers: Record<string, string>
  body: Uint8Array
  trouble?: Trouble
  /** Real milliseconds (not world time) that the adapter waits before it sends anything. */
  delayMs?: number
}
