/** Acts out, in process, what may go wrong on the way back: waiting, breaking off, never ending. */
import type { WireRequest, WireResponse } from '../protocol/wire.ts'

/** Answers one request; `simulator.handle` is one. */
export type Handle = (request: WireRequest) => Promise<WireResponse>

/** An answer as it arrives: whole, or as a stream that may never end. */
export interface Arrival {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: Uint8Array | ReadableStream<Uint8Array>
}

/**
 * Sends `request` and waits for its answer as a browser would see it.
 * @throws the signal's reason when it is aborted, TypeError for a broken connection or an answer without CORS headers
 */
export async function exchange(handle: Handle, request: WireRequest, signal?: AbortSignal): Promise<Arrival> {
  signal?.throwIfAborted()
  const { status, headers, body, trouble, delayMs } = await untilAborted(handle(request), signal)
  if (delayMs !== undefined) await untilAborted(pause(delayMs), signal)
  // The words of a browser, which does not tell a script why.
  if (trouble?.kind === 'reset' || trouble?.kind === 'no-cors') throw new TypeError('Failed to fetch')
  if (trouble?.kind === 'hang') return untilAborted(new Promise<never>(() => {}), signal)
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  return {
    status,
    headers: Object.fromEntries(lower) as Record<string, string>,
    body: trouble?.kind === 'stall' ? stalled(body.slice(0, trouble.afterBytes), signal) : body,
  }
}

/** `promise`, unless the signal is aborted first. */
async function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return promise
  const done = new AbortController()
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: done.signal })
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    done.abort()
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

/** A body that stops after some bytes and never ends; like fetch's, it fails when the call is aborted. */
function stalled(start: Uint8Array, signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(start)
      signal?.addEventListener('abort', () => controller.error(signal.reason), { once: true })
    },
  })
}
