/** Waiting with an end. */

/** Resolves when `work` has ended, well or not, or after `ms` milliseconds. */
export function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const ended = work.then(
    () => undefined,
    () => undefined,
  )
  return Promise.race([ended, new Promise<void>((resolve) => setTimeout(resolve, ms))])
}
