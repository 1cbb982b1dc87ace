/** One tab at a time: Web Locks, where the browser has them. */

/** Runs `work` while no other tab of this site runs work under the same name. Without Web Locks it just runs. */
export function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  // Absent on insecure origins other than localhost, and in Node.
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  if (!locks) return work()
  return locks.request(name, work)
}
