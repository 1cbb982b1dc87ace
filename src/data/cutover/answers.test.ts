/** What a page reads of a running cutover besides its view: answers of DNS, and traffic over time. */
import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { answersQuery } from './answers.ts'
import { openedQuery } from './opened.ts'
import { Stage } from './testing/stage.ts'
import { trafficQuery } from './traffic.ts'

const www = ['www.example.com', 'www', 'edge-alb'] as const
const hour = 3_600_000

it('tells which side name servers and resolvers lead to, and until when they remember it', async () => {
  const stage = new Stage()
  const session = await stage.begin(stage.tab(), www)
  const queries = new QueryClient()
  const { answers, isQuiet } = await queries.fetchQuery(answersQuery(stage.aws, session))
  expect(isQuiet).toBe(false)
  expect(answers.map(({ resolver, type, outcome, side }) => [resolver, type, outcome, side])).toEqual([
    [undefined, 'A', 'NOERROR', 'legacy'],
    ['google', 'A', 'NOERROR', 'legacy'],
    ['cloudflare', 'A', 'NOERROR', 'legacy'],
  ])
  // Only caches tell how long they remember.
  expect(answers.map(({ until }) => until !== undefined)).toEqual([false, true, true])
})

it('shows what AWS refuses in the place of the answer', async () => {
  const stage = new Stage()
  const session = await stage.begin(stage.tab(), www)
  const { key, simulator, aws } = stage
  simulator.control.fault({ key, kind: 'deny', match: { operation: 'TestDNSAnswer' } })
  const { answers } = await new QueryClient().fetchQuery(answersQuery(aws, session))
  expect(answers[0]).toEqual({ type: 'A', outcome: 'AccessDenied', data: [] })
})

it('reads traffic of the new side, and says that an instance counts no requests', async () => {
  const stage = new Stage()
  const queries = new QueryClient()
  const now = stage.now()
  const range = { from: now - hour, to: now }
  const session = await stage.begin(stage.tab(), www)
  const history = await queries.fetchQuery(trafficQuery(stage.aws, session, range))
  expect(history?.legacy).toBeUndefined()
  expect(history?.healthy.at(-1)?.value).toBe(3)
  const search = await stage.begin(stage.tab(), ['api.example.com', 'api', 'edge-alb'])
  const other = await queries.fetchQuery(trafficQuery(stage.aws, search, range))
  expect(other?.legacy?.at(-1)?.value).toBeGreaterThan(100)
})

it('opens what stands in the zone, and says why nothing can be opened', async () => {
  const stage = new Stage('mid-cutover')
  const { id } = await stage.zoneOf('www.example.com')
  const cutovers = stage.tab()
  const queries = new QueryClient()
  expect(await queries.fetchQuery(openedQuery(stage.aws, cutovers, id, 'www.example.com.'))).toBeNull()
  expect(cutovers.session(id, 'www.example.com.')?.get().run.phase.at).toBe('found')
  const none = openedQuery(stage.aws, cutovers, id, 'nothing.example.com.')
  expect(await queries.fetchQuery(none)).toMatchObject({ trouble: 'no-claim', zone: { id } })
})

it('opened for a zone that AWS does not know any more, has what this computer noted', async () => {
  const stage = new Stage()
  const cutovers = stage.tab()
  const session = await stage.begin(cutovers, www)
  const { id } = await stage.zoneOf('www.example.com')
  void session.start()
  await stage.until(() => session.get().run.phase.at === 'ready')
  const { hostname } = session.get().run.plan
  const row = await cutovers.noted(id, hostname)
  if (!row) throw new Error('Nothing was noted')
  // A world without that zone.
  const later = new Stage('demo')
  await later.tables.cutovers.put({ ...row, account: later.aws.account })
  const queries = new QueryClient()
  const opened = (name: string) => queries.fetchQuery(openedQuery(later.aws, later.tab(), id, name))
  expect(await opened(hostname)).toMatchObject({ noted: { plan: { hostname } } })
  expect(await opened('nothing.example.com.')).toEqual({})
})
