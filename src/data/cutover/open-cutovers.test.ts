/** Cutovers that somebody else has begun, as the simulated account `mid-cutover` has them. */
import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { listLegacyTargets } from '../../aws/cutover/legacy-targets.ts'
import type { Plan } from '../../core/cutover/plan.ts'
import { listOpenCutovers, type OpenCutover, openCutoversQuery, withNotes } from './open-cutovers.ts'
import { Stage } from './testing/stage.ts'

const minute = 60_000

const stage = new Stage('mid-cutover')
const zone = await stage.zoneOf('www.example.com')
const open = await listOpenCutovers(stage.aws, [zone])

function standing({ claim, snapshot, plan }: OpenCutover): string {
  if (!('claim' in claim)) return `${claim.unreadable}, ${snapshot}`
  const { status, state } = claim.claim
  return `${status} at ${plan?.states[state]?.label ?? String(state)}, ${snapshot}`
}

describe('open cutovers', () => {
  it('are found in one call, in whatever state they stand', () => {
    const found = Object.fromEntries(open.map((one) => [one.hostname ?? one.claimName, standing(one)]))
    const nameless = Object.entries(found).filter(([name]) => name.startsWith('_cutover-'))
    expect(nameless.map(([, text]) => text).toSorted()).toEqual([
      'active at 1, broken',
      'active at 1, missing',
      'foreign, missing',
    ])
    expect(found).toMatchObject({
      'www.example.com.': 'active at w25, readable',
      'example.com.': 'active at w50, readable',
      'media.example.com.': 'active at D0, readable',
      'api.example.com.': 'done at final, readable',
      'app.example.com.': 'rolledback at D0, readable',
    })
  })

  it('are read by a query', async () => {
    const client = new QueryClient()
    const read = await client.fetchQuery(openCutoversQuery(stage.aws, [zone]))
    expect(read.map(({ claimName }) => claimName)).toEqual(open.map(({ claimName }) => claimName))
  })

  it('of this computer are known whatever became of their snapshot', async () => {
    const cutovers = stage.tab()
    const opened = await cutovers.open({ zone, hostname: 'www.example.com.' })
    if (!('session' in opened)) throw new Error(opened.trouble)
    opened.session.attach()
    await stage.until(() => opened.session.get().run.phase.at === 'soaking')
    const bare = open.map(({ plan: _plan, hostname: _hostname, ...one }): OpenCutover => one)
    const known = withNotes(bare, await cutovers.rows()).filter(({ row }) => row !== undefined)
    expect(known.map(({ hostname }) => hostname)).toEqual(['www.example.com.'])
    expect(known[0]?.plan).toEqual(opened.session.get().run.plan)
    // The same hostname has one session.
    expect(await cutovers.open({ zone, hostname: 'www.example.com.' })).toEqual(opened)
    cutovers.leave(opened.session)
    expect(cutovers.get()).toEqual([])
  })
})

describe('a stranger', () => {
  it('finds the service that the hostname moves to, guards it, and puts everything back', async () => {
    const own = new Stage('mid-cutover')
    const opened = await own
      .tab()
      .open({ zone: await own.zoneOf('example.com'), hostname: 'www.example.com.' })
    if (!('session' in opened)) throw new Error(opened.trouble)
    const { session } = opened
    expect(session.get().run.phase).toEqual({ at: 'found', state: 4 })
    expect(session.get().setup.subject).toMatchObject({
      cluster: 'edge',
      service: 'www',
      loadBalancer: 'edge-alb',
    })
    // Guards come first, before anything is taken over.
    await own.until(() => session.get().watch.at !== undefined, minute)
    expect(session.get().watch).toMatchObject({ verdict: 'ok', desired: 3, isBlind: false })
    expect(await own.tables.cutovers.all()).toEqual([])
    session.rollback()
    await own.until(() => session.get().run.phase.at === 'restored')
    expect(own.mistakes).toEqual([])
  })

  it('is told why a damaged one cannot be opened', async () => {
    const troubles = await Promise.all(
      ['portal', 'search', 'docs', 'shop'].map(async (label) => {
        const opened = await stage.tab().open({ zone, hostname: `${label}.example.com.` })
        return 'trouble' in opened ? opened.trouble : 'opened'
      }),
    )
    expect(troubles).toEqual(['snapshot', 'no-snapshot', 'foreign', 'no-claim'])
  })
})

const planOf = (hostname: string): Plan => {
  const plan = open.find((one) => one.hostname === hostname)?.plan
  if (!plan) throw new Error(`No plan for ${hostname}`)
  return plan
}
const targetsOf = async (hostname: string) =>
  listLegacyTargets({ aws: stage.aws, plan: planOf(hostname), isPrivate: false })

describe('the legacy', () => {
  it('is an instance behind an Elastic IP, a classic load balancer, or elsewhere', async () => {
    expect((await targetsOf('www.example.com.')).map(({ kind }) => kind)).toEqual(['instance'])
    expect(await targetsOf('api.example.com.')).toEqual([{ kind: 'classic', name: 'api-legacy' }])
    expect(await targetsOf('media.example.com.')).toEqual([
      { kind: 'elsewhere', name: '198.51.100.30' },
      { kind: 'elsewhere', name: '2001:db8::30' },
    ])
  })
})
