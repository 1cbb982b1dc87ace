/** A computer with tabs, a person at it, and a simulated account whose time passes only when a test lets it. */
import { SdkHandler, simulatedFetch } from '../../../../simulator/adapters/sdk-handler.ts'
import { createSimulator, type Simulator } from '../../../../simulator/simulator.ts'
import { createAws } from '../../../aws/client.ts'
import type { Aws } from '../../../aws/context.ts'
import { changeRecordSets } from '../../../aws/dns/changes.ts'
import { readRecordSets } from '../../../aws/dns/record-sets.ts'
import { listZonesFor } from '../../../aws/dns/zones.ts'
import { getService } from '../../../aws/ecs/services.ts'
import { getLoadBalancer } from '../../../aws/elb/load-balancers.ts'
import { getTargetGroup } from '../../../aws/elb/target-groups.ts'
import { Limiter } from '../../../aws/limiter.ts'
import { lead } from '../../../browser/locks.ts'
import { defaultParams, type PlanParams } from '../../../core/cutover/params.ts'
import { makePlan, type Plan, type PlanZone } from '../../../core/cutover/plan.ts'
import type { Run } from '../../../core/cutover/run.ts'
import { canonicalName } from '../../../core/dns/name.ts'
import type { Change } from '../../../core/dns/record-set.ts'
import { Store } from '../../../lib/store.ts'
import { practiceTables } from '../browser-host.ts'
import type { CutoverSession } from '../cutover-session.ts'
import { Cutovers } from '../cutovers.ts'
import type { CutoverHost, Surroundings } from '../host.ts'
import { cryptoChance } from '../../../core/cutover/identifiers.ts'
import type { CutoverSetup } from '../rows.ts'
import { MemoryLocks } from './memory-locks.ts'

const region = 'ap-northeast-2'
const hour = 3_600_000

interface Wait {
  time: number
  end: () => void
}

/** The person's own side of the world. */
interface Weather {
  signedIn: boolean
  online: boolean
  /** ms since the epoch. */
  keysUntil: number
}

export class Stage {
  readonly simulator: Simulator
  readonly key: string
  readonly aws: Aws
  readonly tables = practiceTables()
  readonly mistakes: unknown[] = []
  readonly #locks = new MemoryLocks()
  readonly #weather = new Store<Weather>({
    signedIn: true,
    online: true,
    keysUntil: Number.POSITIVE_INFINITY,
  })
  readonly #doh: CutoverHost['doh']
  #waits: Wait[] = []
  #calls = 0

  constructor(scenario = 'migration') {
    this.simulator = createSimulator({ scenario, clock: 'manual' })
    const { accessKeyId, secretAccessKey, sessionToken, config } = this.simulator.control.load()
    this.key = accessKeyId
    const fetchDns = simulatedFetch(this.simulator.handle)
    this.#doh = { fetch: (url, init) => fetchDns(url, init), resolvers: config.resolvers }
    let ticks = 0
    this.aws = createAws({
      account: config.account,
      region,
      role: 'test',
      endpoint: config.endpoint,
      credentials: () => Promise.resolve({ accessKeyId, secretAccessKey, sessionToken }),
      requestHandler: new SdkHandler(async (request) => {
        this.#calls++
        try {
          return await this.simulator.handle(request)
        } finally {
          this.#calls--
        }
      }),
      // A budget that is never short: what is tested is not the pace.
      limiter: new Limiter({ now: () => (ticks += 60_000), later: (work) => void setTimeout(work, 0) }, 1),
      ports: {
        renew: () => Promise.resolve(),
        onSignedOut: () => undefined,
        online: () => this.#weather.get().online,
        reachesOwnOrigin: () => Promise.resolve(true),
        random: () => 0,
        sleep: () => Promise.resolve(),
        now: () => Date.now(),
      },
    })
  }

  now = (): number => this.simulator.control.advance({ key: this.key, duration: 'PT0S' }).now

  set(change: Partial<Weather>): void {
    this.#weather.set({ ...this.#weather.get(), ...change })
  }

  /** Another tab of the same computer. */
  tab(): Cutovers {
    return new Cutovers({
      aws: this.aws,
      doh: this.#doh,
      surroundings: this.#surroundings(),
      tables: this.tables,
      now: this.now,
      chance: cryptoChance,
      sleepUntil: (time, signal) => this.#sleepUntil(time, signal),
      lead: (name) => lead(name, this.#locks),
      keepAwake: () => () => undefined,
      probe: () => Promise.resolve(undefined),
      onMistake: (mistake) => void this.mistakes.push(mistake),
    })
  }

  /** Lets world time pass, wait by wait, until something is so. `most`: ms. */
  async until(isSo: () => boolean, most = 12 * hour): Promise<void> {
    const end = this.now() + most
    for (;;) {
      await this.idle()
      if (isSo()) return
      const next = Math.min(...this.#waits.map(({ time }) => time))
      if (next > end) throw new Error('It never came to that')
      this.pass(Math.max(0, next - this.now()))
    }
  }

  /** Moves world time on by `ms`; what waited for it goes on. */
  pass(ms: number): void {
    if (ms > 0) this.simulator.control.advance({ key: this.key, duration: `PT${String(ms / 1000)}S` })
    const now = this.now()
    for (const { end } of this.#waits.filter(({ time }) => time <= now)) end()
  }

  /** Until no call is under way, and nothing follows from the last one. */
  async idle(): Promise<void> {
    for (let quiet = 0; quiet < 4; quiet++) {
      await new Promise((resolve) => setTimeout(resolve, 1))
      if (this.#calls > 0) quiet = -1
    }
  }

  /** The public zone of a hostname. */
  async zoneOf(hostname: string): Promise<PlanZone> {
    const zones = await listZonesFor(this.aws, canonicalName(hostname) ?? '')
    const zone = zones.find(({ isPrivate }) => !isPrivate)
    if (!zone) throw new Error(`No zone for ${hostname}`)
    return { id: zone.id, name: zone.name }
  }

  async plan(hostname: string, balancer: string, params: Partial<PlanParams> = {}): Promise<Plan> {
    const zone = await this.zoneOf(hostname)
    const { dnsName, canonicalHostedZoneId = '' } = await getLoadBalancer(this.aws, balancer)
    const { records } = await readRecordSets(this.aws, zone.id, canonicalName(hostname) ?? '')
    const planning = makePlan({
      zone,
      hostname,
      records,
      params: {
        ...defaultParams,
        balancer: { dnsName, hostedZoneId: canonicalHostedZoneId, dualStack: false },
        originalTtl: Math.max(0, ...records.map(({ TTL = 60 }) => TTL)),
        ...params,
      },
    })
    if ('refusal' in planning) throw new Error(planning.refusal.code)
    return planning.plan
  }

  async setup(plan: Plan, service: string, balancer: string): Promise<CutoverSetup> {
    return {
      subject: {
        typed: plan.hostname.slice(0, -1),
        hostname: plan.hostname,
        cluster: 'edge',
        service,
        loadBalancer: balancer,
        targetGroupArn: (await getTargetGroup(this.aws, service)).arn,
        healthPath: '/health',
        choices: plan.params,
        alarmNames: [],
        probe: { kind: 'skipped' },
      },
      thresholds: {},
      smoke: ['Log in'],
    }
  }

  /** A cutover that was begun here, not started. */
  async begin(
    cutovers: Cutovers,
    [hostname, service, balancer]: readonly [string, string, string],
    params: Partial<PlanParams> = {},
  ): Promise<CutoverSession> {
    const plan = await this.plan(hostname, balancer, params)
    const { deployments } = await getService(this.aws, 'edge', service)
    return cutovers.begin(plan, await this.setup(plan, service, balancer), deployments[0]?.id)
  }

  /** Somebody changes the TTL of the first live record that has one. */
  async editTtl({ live, plan }: Run, ttl: number): Promise<void> {
    const record = live.find(({ TTL }) => TTL !== undefined)
    if (!record) throw new Error('No record has a TTL')
    const changes: Change[] = [
      { Action: 'DELETE', ResourceRecordSet: record },
      { Action: 'CREATE', ResourceRecordSet: { ...record, TTL: ttl } },
    ]
    await changeRecordSets(this.aws, plan.zone.id, changes, 'By hand')
  }

  #surroundings(): Surroundings {
    const weather = this.#weather
    return {
      get: () => ({ signedIn: weather.get().signedIn, online: weather.get().online, throttledUntil: 0 }),
      subscribe: weather.subscribe,
      keysUntil: () => Promise.resolve(weather.get().keysUntil),
      session: () => {
        const { keysUntil: expiresAt } = weather.get()
        return Promise.resolve({ renewable: true, ...(Number.isFinite(expiresAt) && { expiresAt }) })
      },
    }
  }

  #sleepUntil(time: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason as Error)
      const leave = (): void => {
        this.#waits = this.#waits.filter((each) => each !== wait)
        signal.removeEventListener('abort', giveUp)
      }
      const giveUp = (): void => {
        leave()
        reject(signal.reason as Error)
      }
      const wait: Wait = {
        time,
        end: () => {
          leave()
          resolve()
        },
      }
      this.#waits.push(wait)
      signal.addEventListener('abort', giveUp)
    })
  }
}
