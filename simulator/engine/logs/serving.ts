/**
 * What a container writes while it serves: a sample of its requests and of the load balancer's health checks. At most one
 * request line every few seconds, drawn by noise from what flowed at that moment, so that any stretch of time can be told
 * alone, always alike, without counting through the rest.
 */
import type { TargetGroupRecord } from '../../world/elb-tables.ts'
import { type History, valueAt } from '../../world/history.ts'
import type { ContainerLife } from '../../world/log-tables.ts'
import { noise } from '../../world/random.ts'
import type { ClientPopulation, ImageBehaviour } from '../../world/traffic-tables.ts'
import { answerTo } from '../elb/probe.ts'
import { rateAt } from '../traffic/rate.ts'
import type { LogLine, LogSource } from './lines.ts'

/** Request lines: at most one in this time. Health checks and idle workers: one in each of theirs. ms. */
const REQUEST_SLOT_MS = 5_000
const CHECK_SLOT_MS = 60_000
const IDLE_SLOT_MS = 30_000
const READY_AFTER_MS = 2_000

/** Lines of [from, to) written by a container while it was ready; bounded by the time asked for. */
export function servingLines(source: LogSource, life: ContainerLife, from: number, to: number): LogLine[] {
  const { behaviour, stream } = source
  const readyAt = life.startedAt + (behaviour.readyAfterMs ?? READY_AFTER_MS)
  const start = Math.max(from, readyAt)
  const end = Math.min(to, life.stoppingAt ?? Infinity, (life.stoppedAt ?? Infinity) - 1)
  if (start >= end) return []
  const groups = groupsServed(source, life)
  const slots = slotsOf(`${stream.taskArn}/${stream.name}`, start, end)
  if (groups.length === 0) return idleLines(behaviour, slots)
  const lines = groups.flatMap((group, index) =>
    [
      ...slots(REQUEST_SLOT_MS, group.name).flatMap(({ at, key }) => requestLines(source, group, at, key)),
      ...slots(CHECK_SLOT_MS, `check/${group.name}`).map(({ at }) => checkLine(behaviour, group, at)),
    ].map((line) => ({ ...line, ordinal: line.ordinal + index * 5 })),
  )
  if (readyAt < from || behaviour.logs?.start) return lines
  return [{ at: readyAt, ordinal: 1_900, message: 'Ready to accept connections' }, ...lines]
}

interface Slot {
  at: number
  /** The same whenever one looks: feeds the noise that decides what happened. */
  key: string
}

/** Cuts [start, end) into slots of one length and picks a moment in each. */
function slotsOf(stream: string, start: number, end: number): (slotMs: number, kind: string) => Slot[] {
  return (slotMs, kind) => {
    const slots: Slot[] = []
    for (let slot = Math.floor(start / slotMs); slot * slotMs < end; slot += 1) {
      const key = `${kind}/${stream}/${slot}`
      const at = slot * slotMs + Math.floor(noise(key) * slotMs)
      if (at >= start && at < end) slots.push({ at, key })
    }
    return slots
  }
}

/** What a program that serves no requests says about its work, if its image gives it something to say. */
function idleLines(behaviour: ImageBehaviour, slots: ReturnType<typeof slotsOf>): LogLine[] {
  const messages = behaviour.logs?.request
  if (!messages) return []
  return slots(IDLE_SLOT_MS, 'idle').map(({ at, key }) => {
    return { at, ordinal: 2_000, message: fill(pick(messages, key), {}) }
  })
}

/** Target groups that send requests to this container. */
function groupsServed({ world, stream }: LogSource, life: ContainerLife): TargetGroupRecord[] {
  const region = Object.values(world.regions).find(({ ecs }) => ecs.services[life.serviceArn ?? ''])
  const service = region?.ecs.services[life.serviceArn ?? '']
  return (service?.loadBalancers ?? []).flatMap(({ containerName, targetGroupArn }) => {
    const group = region?.elb.targetGroups[targetGroupArn ?? '']
    return group && containerName === stream.containerName ? group : []
  })
}

function requestLines(source: LogSource, group: TargetGroupRecord, at: number, key: string): LogLine[] {
  const { world, behaviour } = source
  const history = historyOf(source, group)
  const tasks = valueAt(history, `rotation/${group.targetGroupArn}`, at) ?? 0
  if (tasks === 0) return []
  // Clients are taken in turn until one of them is found to have sent a request to this task in this slot.
  let luck = noise(`request/${key}`)
  for (const population of Object.values(world.clients)) {
    const rps = rateOf(history, population, group.targetGroupArn, at) / tasks
    luck -= (rps * REQUEST_SLOT_MS) / 1000
    if (rps > 0 && luck < 0) return answerLines(behaviour, population, at, key)
  }
  return []
}

function rateOf(history: History, { name, region }: ClientPopulation, arn: string, at: number): number {
  const share = valueAt(history, `share/${name}/${arn}`, at)
  if (!share) return 0
  const rps = valueAt(history, `rps/${name}`, at) ?? 0
  return share * rateAt(region, rps, valueAt(history, `swing/${name}`, at) ?? 0, at)
}

function historyOf({ world, region }: LogSource, group: TargetGroupRecord): History {
  const home = Object.values(world.regions).find(({ elb }) => elb.targetGroups[group.targetGroupArn])
  return (home ?? region).history
}

function answerLines(
  behaviour: ImageBehaviour,
  { path, host }: ClientPopulation,
  at: number,
  key: string,
): LogLine[] {
  const answer = answerTo(behaviour, path)
  const failed = noise(`failed/${key}`) < (behaviour.errorShare ?? 0)
  const status = failed && answer.status !== 0 ? 500 : answer.status
  const ms = Math.max(1, Math.round(answer.latencyMs * (0.5 + noise(`ms/${key}`))))
  const facts = { method: 'GET', path, host, status: String(status), ms: String(ms) }
  const lines: LogLine[] = []
  if (status === 0 || status >= 500) {
    const errors = behaviour.logs?.error ?? ['ERROR {method} {path} failed: {status}']
    lines.push({ at, ordinal: 2_000, message: fill(pick(errors, key), facts) })
  }
  if (status !== 0) {
    const requests = behaviour.logs?.request ?? ['"{method} {path} HTTP/1.1" {status} {ms}ms host={host}']
    lines.push({ at, ordinal: 2_001, message: fill(pick(requests, key), facts) })
  }
  return lines
}

function checkLine(behaviour: ImageBehaviour, { healthCheck }: TargetGroupRecord, at: number): LogLine {
  const { status, latencyMs } = answerTo(behaviour, healthCheck.path)
  const said = status === 0 ? 'no answer' : `${status} ${latencyMs}ms`
  return { at, ordinal: 2_100, message: `"GET ${healthCheck.path} HTTP/1.1" ${said} "ELB-HealthChecker/2.0"` }
}

function pick(messages: string[], key: string): string {
  return messages[Math.floor(noise(`pick/${key}`) * messages.length)] ?? ''
}

function fill(message: string, facts: Record<string, string>): string {
  return message.replaceAll(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole)
}
