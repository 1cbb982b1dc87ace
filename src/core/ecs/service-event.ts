/** Reads AWS's service events: what kind it is, what it means, and which tasks, instances and target groups it names. */
import type { Message } from '../../i18n/text.ts'
import { eventCauses, type EventCause } from './event-causes.ts'

/** steady: the goal is reached; note: work going on; warning and bad: stands in the way of the goal. */
export type EventTone = 'steady' | 'note' | 'warning' | 'bad'

export type EventLinkKind = 'task' | 'container-instance' | 'target-group' | 'instance' | 'deployment'

/** A resource named in an event, with where its id stands in the text. */
export interface EventLink {
  kind: EventLinkKind
  id: string
  start: number
  end: number
}

export interface EventReading {
  tone: EventTone
  /** Same code, same problem: for showing a repeated one once. `note` for what needs no explanation. */
  code: string
  /** What it is in a few words; there for every warning and problem. */
  short?: Message
  /** What it means in one sentence; absent where AWS's words say it all. */
  means?: Message
  /** What to do; absent when nothing needs doing. */
  advice?: Message
  links: readonly EventLink[]
}

/** Ids as AWS writes them, so that "unable to place a task because" names no task called "because". */
const linkPattern =
  /\b(task|container-instance|target-group|instance|deployment) ((?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|arn:[^\s()]+|i-[0-9a-f]{8,17}|ecs-svc\/\d+)/g

/** What AWS said in an event, read. Words it does not know are a plain note: AWS invents new ones. */
export function readEvent(message: string): EventReading {
  const links = linksIn(message)
  for (const cause of eventCauses) {
    const match = cause.pattern.exec(message)
    if (match) return reading(cause, match, links)
  }
  return { tone: 'note', code: 'note', links }
}

function reading(cause: EventCause, match: RegExpExecArray, links: EventLink[]): EventReading {
  const instance = links.find(({ kind }) => kind === 'container-instance')?.id ?? ''
  const values = { ...match.groups, instance: instance.slice(0, 8) }
  return {
    tone: cause.tone,
    code: cause.code,
    ...(cause.short && { short: { text: cause.short, values } }),
    ...(cause.means && { means: { text: cause.means, values } }),
    ...(cause.advice && { advice: { text: cause.advice, values } }),
    links,
  }
}

function linksIn(message: string): EventLink[] {
  return [...message.matchAll(linkPattern)].map((match) => {
    const [whole, kind = '', id = ''] = match
    const end = match.index + whole.length
    return { kind: kind as EventLinkKind, id, start: end - id.length, end }
  })
}

/** Events that stand between the service and its goal: newest first, each problem once, none older than the last success. */
export function openProblems<T extends { message: string }>(
  newestFirst: readonly T[],
): { event: T; reading: EventReading; times: number }[] {
  const open = new Map<string, { event: T; reading: EventReading; times: number }>()
  for (const event of newestFirst) {
    const read = readEvent(event.message)
    if (read.tone === 'steady') break
    if (read.tone === 'note') continue
    const known = open.get(read.code)
    if (known) known.times += 1
    else open.set(read.code, { event, reading: read, times: 1 })
  }
  return [...open.values()]
}
