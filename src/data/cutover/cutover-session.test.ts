/** Whole cutovers as a tab drives them, against the simulated account `migration`. */
import { describe, expect, it } from 'vitest'
import { readRecordSets } from '../../aws/dns/record-sets.ts'
import { digest } from '../../core/cutover/canon.ts'
import { forwardBlock, stepBlock } from '../../core/cutover/permits.ts'
import type { CutoverSession } from './cutover-session.ts'
import type { LogEntry } from './event-log.ts'
import { Stage } from './testing/stage.ts'

const minute = 60_000
const www = ['www.example.com', 'www', 'edge-alb'] as const
const shop = ['shop.example.com', 'shop', 'shop-alb'] as const
/** D0, ttl-prep, w0, w50, w100, final; without ttl-prep where TTLs are not lowered. */
const quick = { steps: [0, 50, 100], bakeMs: 10 * minute }
const half = { ...quick, prepareTtl: false, originalTtl: 60 }

const at = (session: CutoverSession): string => session.get().run.phase.at
const stateOf = (session: CutoverSession): number | undefined => session.get().run.journal?.claim.state
const labelOf = ({ get }: CutoverSession): string => {
  const { plan, journal } = get().run
  return plan.states[journal?.claim.state ?? 0]?.label ?? ''
}
const kinds = (log: readonly LogEntry[]): string[] => log.map(({ kind }) => kind)

/** The person has looked, in every state. */
function lookAtEverything(session: CutoverSession): void {
  const states = session.get().run.plan.states.map((_, index) => index)
  session.attest({
    opened: states,
    ticked: Object.fromEntries(states.map((state) => [state, ['Log in']])),
  })
}

async function isOriginal({ aws }: Stage, { get }: CutoverSession): Promise<boolean> {
  const { plan } = get().run
  const { records } = await readRecordSets(aws, plan.zone.id, plan.hostname)
  return digest(records) === plan.originalDigest
}

async function started(stage: Stage, which: readonly [string, string, string], params = half) {
  const cutovers = stage.tab()
  const session = await stage.begin(cutovers, which, params)
  await stage.idle()
  void session.start()
  await stage.until(() => at(session) === 'ready')
  return { cutovers, session }
}

/** As far as a state, by itself. */
async function advanced(stage: Stage, label: string, which: readonly [string, string, string] = www) {
  const { cutovers, session } = await started(stage, which)
  lookAtEverything(session)
  session.command({ kind: 'auto', advance: true, abort: true })
  await stage.until(() => labelOf(session) === label && at(session) === 'soaking')
  session.command({ kind: 'auto', advance: false })
  return { cutovers, session }
}

describe('a whole cutover', () => {
  it(
    'of www goes by itself to the hold, and by a given reason to its end',
    { timeout: 120_000 },
    async () => {
      const stage = new Stage()
      const { cutovers, session } = await started(stage, www, {
        ...quick,
        prepareTtl: true,
        originalTtl: 3600,
      })
      session.command({ kind: 'auto', advance: true, abort: true })
      // Without a look at the application no state is left.
      await stage.until(() => session.get().verification?.passed === false)
      const missing = session.get().verification?.results.filter(({ state }) => state === 'waiting')
      expect(missing?.map(({ id }) => id)).toEqual(['V-5', 'V-9'])
      lookAtEverything(session)
      await stage.until(() => at(session) === 'holding')
      expect(labelOf(session)).toBe('w100')
      expect(session.get().watch).toMatchObject({ verdict: 'ok', mayResume: true, desired: 3 })
      expect(session.get().watch.traffic?.ours).toBeGreaterThan(1000)
      // The partners' pool still uses the old server.
      await stage.until(() => session.get().hold !== undefined)
      expect(session.get().hold).toMatchObject({ mayCollapse: false, decommission: { unlocked: false } })
      await session.finish()
      await stage.idle()
      expect(labelOf(session)).toBe('w100')
      await session.finish('the partners have been told')
      await stage.until(() => at(session) === 'holding' && labelOf(session) === 'final')
      await session.searchPointers()
      expect(session.get().hold?.evidence).toMatchObject({ isLastState: true, pointers: [] })
      await session.finish('the partners have been told')
      await stage.until(() => at(session) === 'completing')
      stage.pass(21 * minute)
      session.command({ kind: 'cleanup' })
      await stage.until(() => cutovers.get().length === 0)
      const [report] = await stage.tables.reports.all()
      expect(report).toMatchObject({ id: session.id, how: 'completed' })
      expect(report?.log.filter(({ kind }) => kind === 'sent').every((entry) => 'requestId' in entry)).toBe(
        true,
      )
      expect([await stage.tables.cutovers.all(), await stage.tables.intents.all()]).toEqual([[], []])
      expect(stage.mistakes).toEqual([])
    },
  )

  it('of shop is taken back by itself when the new version breaks', { timeout: 120_000 }, async () => {
    const stage = new Stage()
    const { session } = await started(stage, shop)
    lookAtEverything(session)
    session.command({ kind: 'auto', advance: true, abort: true })
    await stage.until(() => session.get().run.paused === 'abort')
    expect(labelOf(session)).toBe('w0')
    const trips = session.get().log.filter((entry) => entry.kind === 'guards')
    expect(trips.some(({ verdict }) => verdict === 'abort' || verdict === 'abort-now')).toBe(true)
    expect(session.get().watch.mayResume).toBe(false)
    // Exactly back is the person's click.
    session.rollback()
    await stage.until(() => at(session) === 'restored')
    expect(await isOriginal(stage, session)).toBe(true)
    expect(stage.mistakes).toEqual([])
  })
})

describe('a tab that dies', () => {
  it('in the middle of a write leaves an intent that attaching resolves', { timeout: 60_000 }, async () => {
    const stage = new Stage()
    const { cutovers, session } = await started(stage, www)
    const dead = new Promise<void>((resolve) => {
      session.subscribe(() => {
        if (session.get().run.intent?.status !== 'sending') return
        cutovers.leave(session)
        resolve()
      })
    })
    await session.next()
    await dead
    await stage.idle()
    const later = stage.tab()
    const [row] = await later.rows()
    expect((await later.unresolved()).map(({ want, mayLand }) => [want.kind, mayLand])).toEqual([
      ['step', true],
    ])
    if (!row) throw new Error('Nothing was noted')
    const opened = await later.resume(row)
    if (!('session' in opened)) throw new Error(opened.trouble)
    await stage.until(() => at(opened.session) === 'soaking')
    expect(labelOf(opened.session)).toBe('w0')
    expect(await later.unresolved()).toEqual([])
    const outcomes = (await stage.tables.intents.all()).map(({ want, outcome }) => [want.kind, outcome])
    expect(outcomes).toEqual([
      ['start', 'landed'],
      ['step', 'landed'],
      ['attach', 'landed'],
    ])
    expect(kinds(opened.session.get().log)).toContain('left')
    opened.session.rollback()
    await stage.until(() => at(opened.session) === 'restored')
    expect(await isOriginal(stage, opened.session)).toBe(true)
  })

  it('before the start landed has changed nothing, and can start again', async () => {
    const stage = new Stage()
    const cutovers = stage.tab()
    const session = await stage.begin(cutovers, www, half)
    stage.simulator.control.fault({
      key: stage.key,
      kind: 'reset-before',
      match: { operation: 'ChangeResourceRecordSets' },
      times: 1,
    })
    session.subscribe(() => session.get().run.intent?.status === 'sending' && cutovers.leave(session))
    await stage.idle()
    void session.start()
    await stage.idle()
    const later = stage.tab()
    const [row] = await later.rows()
    const [intent] = await later.unresolved()
    expect(intent).toMatchObject({ want: { kind: 'start' }, mayLand: true })
    stage.pass(16 * minute)
    expect((await later.unresolved()).map(({ mayLand }) => mayLand)).toEqual([false])
    const opened = await later.open({ zone: session.get().run.plan.zone, hostname: 'www.example.com.' })
    if (!row || !('session' in opened)) throw new Error('It is not there')
    expect(at(opened.session)).toBe('planned')
    void opened.session.start()
    await stage.until(() => at(opened.session) === 'ready')
    opened.session.cancel()
    await stage.until(() => at(opened.session) === 'restored')
  })
})

it(
  'alarms that are chosen while it runs are watched from the next look on',
  { timeout: 60_000 },
  async () => {
    const stage = new Stage()
    const { session } = await advanced(stage, 'w50')
    const says = () => session.get().watch.readings?.find(({ id }) => id === 'G6')?.message.values
    await stage.until(() => says() !== undefined)
    expect(says()).toEqual({ count: 0 })
    session.configure({ alarmNames: ['edge-5xx'] })
    await stage.until(() => says()?.['count'] === 1)
    const [row] = await stage.tables.cutovers.all()
    expect(row?.setup.subject.alarmNames).toEqual(['edge-5xx'])
  },
)

describe('two tabs', () => {
  it('have one leader; the other one may steal the lead to roll back', { timeout: 60_000 }, async () => {
    const stage = new Stage()
    const { session: first } = await advanced(stage, 'w50')
    const opened = await stage.tab().open({ zone: first.get().run.plan.zone, hostname: 'www.example.com.' })
    if (!('session' in opened)) throw new Error(opened.trouble)
    const second = opened.session
    await stage.idle()
    expect([first, second].map(({ get }) => get().run.conditions.leader)).toEqual([true, false])
    expect(forwardBlock(second.get().run, stage.now())).toBe('not-leader')
    second.rollback()
    await stage.until(() => at(second) === 'restored')
    expect([first, second].map(({ get }) => get().run.conditions.leader)).toEqual([false, true])
    expect(await isOriginal(stage, first)).toBe(true)
    await stage.until(() => at(first) === 'lost-claim')
    second.leave()
    await stage.until(() => first.get().run.conditions.leader)
    expect(stage.mistakes).toEqual([])
  })
})

describe('the surroundings', () => {
  it(
    'offline: nothing goes forward, and the way back comes with the network',
    { timeout: 60_000 },
    async () => {
      const stage = new Stage()
      const { session } = await advanced(stage, 'w50')
      stage.set({ online: false })
      expect(stepBlock(session.get().run, stage.now())).toBe('offline')
      session.rollback()
      stage.pass(minute)
      await stage.idle()
      expect(labelOf(session)).toBe('w50')
      stage.set({ online: true })
      await stage.until(() => at(session) === 'restored')
      expect(await isOriginal(stage, session)).toBe(true)
      expect(kinds(session.get().log)).toEqual(expect.arrayContaining(['offline', 'online']))
    },
  )

  it('keys that expire soon stop steps forward, not the way back', async () => {
    const stage = new Stage()
    const { session } = await started(stage, www)
    stage.set({ keysUntil: stage.now() + 5 * minute })
    await session.next()
    await stage.idle()
    expect([stateOf(session), stepBlock(session.get().run, stage.now())]).toEqual([0, 'keys-expire'])
    stage.set({ keysUntil: stage.now() + 60 * minute })
    await stage.until(() => stepBlock(session.get().run, stage.now()) === undefined)
    await session.next()
    await stage.until(() => labelOf(session) === 'w0' && at(session) === 'soaking')
    stage.set({ keysUntil: stage.now() + minute, signedIn: false })
    session.rollback()
    await stage.idle()
    expect(labelOf(session)).toBe('w0')
    stage.set({ signedIn: true })
    await stage.until(() => at(session) === 'restored')
    expect(await isOriginal(stage, session)).toBe(true)
  })

  it('checks that stood in the way of a step are forgotten once it goes another way', async () => {
    const stage = new Stage()
    const { session } = await started(stage, www)
    stage.simulator.control.act({ key: stage.key, kind: 'fail-health-checks', subject: 'edge/www' })
    await stage.until(() => stage.now() > session.get().run.lastWriteAt + 5 * minute, 10 * minute)
    await session.next()
    expect(session.get().checks?.gate.blocking).toContain('P-30')
    session.cancel()
    await stage.until(() => at(session) === 'restored')
    expect(session.get().checks).toBeUndefined()
  })

  it('what was edited while there were no keys is seen as soon as there are', async () => {
    const stage = new Stage()
    const { session } = await started(stage, www)
    stage.set({ signedIn: false })
    await stage.editTtl(session.get().run, 7)
    await stage.idle()
    expect(at(session)).toBe('ready')
    stage.set({ signedIn: true })
    await stage.idle()
    expect(at(session)).toBe('drift')
  })

  it('after a sleep, guards are evaluated and the gap is told', { timeout: 60_000 }, async () => {
    const stage = new Stage()
    const { session } = await advanced(stage, 'w50')
    await stage.until(() => session.get().watch.at !== undefined)
    const before = session.get().watch.at ?? 0
    stage.pass(30 * minute)
    await stage.idle()
    const { unwatched } = session.get().watch
    expect(unwatched).toEqual({ from: before, to: stage.now() })
    expect(kinds(session.get().log).filter((kind) => kind === 'unwatched')).toHaveLength(1)
  })

  it(
    'a manual edit is seen within a minute, and the guards do not undo it',
    { timeout: 60_000 },
    async () => {
      const stage = new Stage()
      const { session } = await advanced(stage, 'w50')
      await stage.editTtl(session.get().run, 45)
      await stage.until(() => at(session) === 'drift', 2 * minute)
      session.rollback()
      await stage.idle()
      expect(at(session)).toBe('drift')
      const { phase } = session.get().run
      session.rollback(phase.at === 'drift' ? phase.shown : undefined)
      await stage.until(() => at(session) === 'restored')
      expect(await isOriginal(stage, session)).toBe(true)
    },
  )
})
