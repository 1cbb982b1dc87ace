/** Talks to the other tabs of this site. Nothing said here is stored anywhere. */

export interface Channel<Said> {
  /** Reaches every other tab, never the sender. */
  say(message: Said): void
  close(): void
}

export function openChannel<Heard, Said = Heard>(
  name: string,
  heard: (message: Heard) => void,
): Channel<Said> {
  if (typeof BroadcastChannel === 'undefined') return { say: () => undefined, close: () => undefined }
  const channel = new BroadcastChannel(name)
  // Same-origin by definition: only our own code can have posted it.
  channel.addEventListener('message', (event: MessageEvent<Heard>) => heard(event.data))
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves its origin
    say: (message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}
