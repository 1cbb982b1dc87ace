/** The queue of due events: a binary heap ordered by time, then by order of scheduling. */
import type { ScheduledEvent, World } from '../world/world.ts'

type NewEvent = Omit<ScheduledEvent, 'at' | 'order'>

/** Makes `event` due `delayMs` of world time from now. Events cannot be cancelled: handlers check that they still apply. */
export function schedule(world: World, delayMs: number, event: NewEvent): void {
  push(world.pending, { ...event, at: world.now + Math.max(0, delayMs), order: world.nextOrder })
  world.nextOrder += 1
}

/** Takes the next event due at or before `time`, or undefined. */
export function takeDue(world: World, time: number): ScheduledEvent | undefined {
  const first = world.pending[0]
  if (!first || first.at > time) return undefined
  return pop(world.pending)
}

function before(a: ScheduledEvent, b: ScheduledEvent): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}

function push(heap: ScheduledEvent[], event: ScheduledEvent): void {
  heap.push(event)
  let index = heap.length - 1
  while (index > 0) {
    const parent = (index - 1) >> 1
    const above = heap[parent]
    if (!above || !before(event, above)) break
    heap[index] = above
    index = parent
  }
  heap[index] = event
}

function pop(heap: ScheduledEvent[]): ScheduledEvent | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (!first || !last || heap.length === 0) return first
  let index = 0
  for (;;) {
    const left = 2 * index + 1
    const right = left + 1
    const leftEvent = heap[left]
    const rightEvent = heap[right]
    if (!leftEvent) break
    const child = rightEvent && before(rightEvent, leftEvent) ? right : left
    const below = heap[child]
    if (!below || !before(below, last)) break
    heap[index] = below
    index = child
  }
  heap[index] = last
  return first
}
