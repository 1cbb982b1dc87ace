/**
 * Requests minute by minute, out of what was recorded when something changed: who sent how many, where they went, how
 * they were answered. Pure functions of history and time, with noise that is the same whenever one looks.
 */
import type { History } from '../../world/history.ts'
import { noise } from '../../world/random.ts'
import type { ClientPopulation } from '../../world/traffic-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { type Outcome, OUTCOMES } from '../traffic/answers.ts'
import { requestsBetween } from '../traffic/rate.ts'
import { minuteOf, type Segment, segments } from './segments.ts'

/** A minute of the requests routed to one target group, or answered by the load balancer itself. */
export interface RequestMinute {
  /** Start of the minute, ms since the epoch. */
  at: number
  outcomes: Record<Outcome, number>
  /** Sum over the requests that a target answered, ms. */
  latencyMs: number
  /** Mean number of targets that shared the requests. */
  rotation: number
}

/** What the requests of one population to one group are, per stretch of time in which nothing changes. */
interface Flow {
  population: string
  from: number
  to: number
  requests: number
  shares: number[]
  latencyMs: number
  rotation: number
}

/** Minutes in [from, to) (whole minutes) with the requests routed to a target group; minutes without any are left out. */
export function groupRequests(
  world: World,
  region: RegionTables,
  targetGroupArn: string,
  from: number,
  to: number,
): RequestMinute[] {
  const minutes = new Map<number, Map<string, Flow[]>>()
  const populations = Object.values(world.clients).filter(
    ({ name }) => region.history[`share/${name}/${targetGroupArn}`] !== undefined,
  )
  for (const population of populations) {
    for (const flow of flowsOf(region, populations, population, targetGroupArn, from, to)) {
      const at = minuteOf(flow.from)
      const minute = minutes.get(at) ?? new Map<string, Flow[]>()
      minute.set(population.name, [...(minute.get(population.name) ?? []), flow])
      minutes.set(at, minute)
    }
  }
  return [...minutes]
    .toSorted(([a], [b]) => a - b)
    .map(([at, flows]) => toMinute(at, targetGroupArn, [...flows.values()]))
    .filter(({ outcomes }) => OUTCOMES.some((outcome) => outcomes[outcome] > 0))
}

const COLUMNS = 5 + OUTCOMES.length

function flowsOf(
  region: RegionTables,
  all: ClientPopulation[],
  population: ClientPopulation,
  arn: string,
  from: number,
  to: number,
): Flow[] {
  const { name } = population
  const keys = [
    `limit/${arn}`,
    `rotation/${arn}`,
    `latency/${name}/${arn}`,
    `rps/${name}`,
    `swing/${name}`,
    ...OUTCOMES.map((outcome) => `outcome/${name}/${arn}/${outcome}`),
    ...all.flatMap((one) => [`share/${one.name}/${arn}`, `rps/${one.name}`, `swing/${one.name}`]),
  ]
  const own = COLUMNS + all.indexOf(population) * 3
  return segments(region.history, keys, from, to).map((segment) => {
    const [limit = 0, rotation = 0, latencyMs = 0] = segment.values
    const requests = sent(region.name, segment, own)
    const shares = segment.values.slice(5, COLUMNS)
    const everyone = all.reduce((sum, _, index) => sum + sent(region.name, segment, COLUMNS + index * 3), 0)
    const most = (limit * (segment.to - segment.from)) / 1000
    if (limit >= 0 && everyone > most && rotation > 0) overload(shares, 1 - most / everyone)
    return { population: name, from: segment.from, to: segment.to, requests, shares, latencyMs, rotation }
  })
}

/** Requests in a segment of the population whose share, rate and swing stand at `column`. */
function sent(region: string, { values, from, to }: Segment, column: number): number {
  const [share = 0, rps = 0, swing = 0] = values.slice(column, column + 3)
  return share === 0 ? 0 : share * requestsBetween(region, rps, swing, from, to)
}

/** Targets that get more than they can take answer the excess with 503. */
function overload(shares: number[], excess: number): void {
  const broken = OUTCOMES.indexOf('5xx')
  for (const [index, share] of shares.entries()) {
    if (OUTCOMES[index]?.startsWith('elb') || index === broken) continue
    shares[index] = share * (1 - excess)
    shares[broken] = (shares[broken] ?? 0) + share * excess
  }
}

function toMinute(at: number, targetGroupArn: string, flows: Flow[][]): RequestMinute {
  const outcomes = noOutcomes()
  let latencyMs = 0
  for (const ofPopulation of flows) {
    const requests = ofPopulation.reduce((sum, flow) => sum + flow.requests, 0)
    const key = `${ofPopulation[0]?.population}/${targetGroupArn}/${at}`
    const counts = wholeCounts(requests, mixed(ofPopulation, requests), key)
    for (const outcome of OUTCOMES) outcomes[outcome] += counts[outcome]
    const answered = counts['2xx'] + counts['3xx'] + counts['4xx'] + counts['5xx']
    const mean = ofPopulation.reduce((sum, flow) => sum + flow.latencyMs * flow.requests, 0) / (requests || 1)
    latencyMs += answered * mean * (0.9 + 0.2 * noise(`latency/${key}`))
  }
  const [first] = flows
  const lasting = first?.reduce((sum, flow) => sum + flow.rotation * (flow.to - flow.from), 0) ?? 0
  const span = first?.reduce((sum, flow) => sum + flow.to - flow.from, 0) ?? 1
  return { at, outcomes, latencyMs, rotation: lasting / span }
}

function mixed(flows: Flow[], requests: number): number[] {
  return OUTCOMES.map(
    (_, index) =>
      flows.reduce((sum, flow) => sum + flow.requests * (flow.shares[index] ?? 0), 0) / (requests || 1),
  )
}

export function noOutcomes(): Record<Outcome, number> {
  return { elb503: 0, elb502: 0, elb504: 0, '5xx': 0, '4xx': 0, '3xx': 0, '2xx': 0 }
}

/** A whole number of requests near the expected one, split into whole numbers by outcome. */
function wholeCounts(expected: number, shares: number[], key: string): Record<Outcome, number> {
  const outcomes = noOutcomes()
  const requests = wholeRequests(expected, key)
  const luck = noise(`split/${key}`)
  let before = 0
  let share = 0
  for (const [index, outcome] of OUTCOMES.entries()) {
    share += shares[index] ?? 0
    const until = share > 0.999999 ? requests : Math.floor(requests * share + luck * (share > 0 ? 1 : 0))
    outcomes[outcome] = Math.max(0, Math.min(requests, until) - before)
    before += outcomes[outcome]
  }
  return outcomes
}

/** Clients do not send like clockwork: a few percent more or less each minute, and whole requests only. */
export function wholeRequests(expected: number, key: string): number {
  if (expected <= 0) return 0
  return Math.floor(expected * (0.96 + 0.08 * noise(`count/${key}`)) + noise(`round/${key}`))
}

/** Minutes in [from, to) of what a load balancer answered by itself to one population: `[minute, status, requests]`. */
export function localAnswers(
  history: History,
  population: ClientPopulation,
  from: number,
  to: number,
): [number, number, number][] {
  const { name, region } = population
  const keys = [`local/${name}`, `rps/${name}`, `swing/${name}`]
  const minutes = new Map<string, [number, number, number]>()
  for (const segment of segments(history, keys, from, to)) {
    const [status = 0, rps = 0, swing = 0] = segment.values
    if (status === 0) continue
    const at = minuteOf(segment.from)
    const minute = minutes.get(`${at}/${status}`) ?? [at, status, 0]
    minute[2] += requestsBetween(region, rps, swing, segment.from, segment.to)
    minutes.set(`${at}/${status}`, minute)
  }
  return [...minutes.values()]
    .map(([at, status, expected]): [number, number, number] => {
      return [at, status, wholeRequests(expected, `${name}/local/${status}/${at}`)]
    })
    .filter(([, , requests]) => requests > 0)
}
