/** Step functions over world time: what a quantity was, and when it changed. Metrics and logs are computed from these. */

/** `[at (ms since the epoch), value]`, in order of time; the value holds until the next entry. */
export type Steps = [at: number, value: number][]
export type History = Record<string, Steps>

/** Notes that quantity `key` has `value` from `now` on. Equal consecutive values are merged. */
export function record(history: History, key: string, now: number, value: number): void {
  const steps = (history[key] ??= [])
  const last = steps.at(-1)
  if (last?.[1] === value) return
  if (last?.[0] === now) last[1] = value
  else steps.push([now, value])
}

/** The value at `at`, or undefined before the first entry. */
export function valueAt(history: History, key: string, at: number): number | undefined {
  const steps = history[key]
  if (!steps) return undefined
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((steps[middle]?.[0] ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return steps[low - 1]?.[1]
}
