import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { describe, expect, it } from 'vitest'
import { SdkHandler, simulatedFetch } from '../adapters/sdk-handler.ts'
import { type SimulatorOptions, createSimulator } from '../simulator.ts'
import { ControlError, type LoadResult } from './control.ts'

const start = Date.UTC(2026, 0, 1)
const allow = [{ effect: 'Allow' as const, actions: ['*'], resources: ['*'] }]

function simulatorAt(options: SimulatorOptions = {}) {
  const clock = { now: start }
  const simulator = createSimulator({ scenario: 'empty', realNow: () => clock.now, ...options })
  return { clock, ...simulator }
}

function sts(handle: ReturnType<typeof simulatorAt>['handle'], accessKeyId: string): STSClient {
  return new STSClient({
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:4566',
    requestHandler: new SdkHandler(handle),
    credentials: { accessKeyId, secretAccessKey: 'any', sessionToken: 'any' },
    maxAttempts: 1,
  })
}

describe('load', () => {
  it('gives a world, its keys, its users and a complete configuration', () => {
    const { control } = simulatorAt({ policies: { viewer: { statements: allow, capabilities: ['read'] } } })
    const loaded = control.load()
    const { auth, ...rest } = loaded.config
    expect(rest).toEqual({
      account: '123456789012',
      regions: ['us-east-1'],
      endpoint: 'http://127.0.0.1:4566',
      endpoints: {},
      resolvers: [],
      probeHosts: [],
      practice: false,
    })
    const poolId = Object.keys(control.world({ key: loaded.world }).identity.userPools)[0] ?? ''
    expect(auth).toMatchObject({
      mode: 'cognito',
      issuer: `http://127.0.0.1:4566/${poolId}`,
      loginDomain: `http://127.0.0.1:4566/_login/${poolId}`,
      roles: [
        { name: 'viewer', arn: 'arn:aws:iam::123456789012:role/tidegate-viewer', capabilities: ['read'] },
      ],
    })
    expect(loaded.users).toEqual([
      { username: 'demo', password: 'tidegate-demo', groups: ['viewer'] },
      { username: 'viewer', password: 'tidegate-viewer', groups: ['viewer'] },
    ])
    expect(control.config({ key: loaded.world })).toEqual(loaded.config)
    expect(control.config({ key: 'nobody' })).toBeUndefined()
  })

  it('makes worlds that share nothing, however alike they are', () => {
    const { control } = simulatorAt()
    const worlds = [control.load(), control.load(), control.load()]
    for (const pick of [
      (each: LoadResult) => each.world,
      (each: LoadResult) => each.accessKeyId,
      (each: LoadResult) => each.config.auth.clientId,
      (each: LoadResult) => each.config.auth.identityPoolId,
    ])
      expect(new Set(worlds.map(pick)).size).toBe(3)
    control.advance({ key: worlds[1]?.world ?? '', duration: 'PT1H' })
    const times = worlds.map(({ world }) => control.world({ key: world }).now - start)
    expect(times).toEqual([0, 3_600_000, 0])
  })

  it('starts every world at the beginning of its story, however long the simulator has run', () => {
    const { control, clock } = simulatorAt({ scenario: 'demo' })
    const rollout = () => {
      const { regions } = control.world({ key: control.load().world })
      const services = Object.values(regions['ap-northeast-2']?.ecs.services ?? {})
      return services.find(({ serviceName }) => serviceName === 'notifications')?.deployments[0]
        ?.rolloutStateReason
    }
    for (let count = 0; count < 3; count += 1) {
      expect(rollout()).toMatch(/rolling back/)
      clock.now += 10 * 60_000
    }
  })

  it('repeats ids and keys from one run to the next with the same seed', () => {
    expect(simulatorAt().control.load()).toEqual(simulatorAt().control.load())
    expect(simulatorAt({ seed: 2 }).control.load().accessKeyId).not.toBe(
      simulatorAt().control.load().accessKeyId,
    )
  })

  it('refuses scenarios that are not there, and names those that are', () => {
    expect(() => simulatorAt().control.load({ scenario: 'paradise' })).toThrow(/paradise.*empty/)
  })

  it('restores a saved world, which goes on from its own time with its keys', async () => {
    const { control } = simulatorAt()
    const first = control.load()
    control.advance({ key: first.world, duration: 'P1D' })
    const state = JSON.parse(JSON.stringify(control.world({ key: first.world }))) as never
    const other = simulatorAt({ clock: 'real' })
    const second = other.control.load({ state })
    expect(second.accessKeyId).toBe(first.accessKeyId)
    expect(other.control.world({ key: second.world }).now).toBe(start + 86_400_000)
    other.clock.now += 1000
    expect(other.control.world({ key: second.world }).now).toBe(start + 86_401_000)
    await sts(other.handle, first.accessKeyId).send(new GetCallerIdentityCommand({}))
    expect(other.control.journal({ key: first.accessKeyId })).toHaveLength(1)
  })
})

/** World time that passes in a second of real time, ms. */
const elapsed = (clock: SimulatorOptions['clock']) => {
  const { control, clock: real } = simulatorAt({ clock })
  const { world } = control.load()
  real.now += 1000
  return control.world({ key: world }).now - start
}

describe('the clock', () => {
  it('stands still by hand, follows real time, or runs faster', () => {
    expect(elapsed('manual')).toBe(0)
    expect(elapsed('real')).toBe(1000)
    expect(elapsed({ times: 60 })).toBe(60_000)
  })

  it('goes on from where it was moved to', () => {
    const { control, clock } = simulatorAt({ clock: 'real' })
    const { world } = control.load()
    clock.now += 500
    expect(control.advance({ key: world, duration: 'PT10M' })).toEqual({ now: start + 600_500 })
    clock.now += 500
    expect(control.world({ key: world }).now).toBe(start + 601_000)
  })
})

describe('keys', () => {
  it('lead to a world of their own when nobody has seen them, and to the same one again', async () => {
    const { control, handle } = simulatorAt({ policies: { viewer: { statements: [], capabilities: [] } } })
    await sts(handle, 'AKIAONE').send(new GetCallerIdentityCommand({}))
    await sts(handle, 'AKIATWO').send(new GetCallerIdentityCommand({}))
    await sts(handle, 'AKIAONE').send(new GetCallerIdentityCommand({}))
    expect(control.journal({ key: 'AKIAONE' }).map(({ outcome }) => outcome)).toEqual(['ok', 'ok'])
    expect(control.journal({ key: 'AKIATWO' })).toHaveLength(1)
    expect(control.world({ key: 'AKIAONE' }).id).not.toBe(control.world({ key: 'AKIATWO' }).id)
  })

  it('that lead nowhere are refused', () => {
    const { control } = simulatorAt()
    for (const key of ['nobody', 'constructor', '__proto__'])
      expect(() => control.journal({ key })).toThrow(ControlError)
  })
})

function http() {
  const simulator = simulatorAt({ clock: 'manual' })
  const send = simulatedFetch(simulator.handle)
  const answer = async (path: string, body?: unknown) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const response = await send(`http://127.0.0.1:4566/_sim/${path}`, init)
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  return { ...simulator, answer }
}

describe('/_sim/', () => {
  it('does what control does', async () => {
    const { control, handle, answer } = http()
    const { body: loaded } = await answer('load', { scenario: 'empty', seed: 3, now: start })
    const key = String(loaded.accessKeyId)
    expect(await answer('advance', { key, duration: 'PT1M' })).toMatchObject({
      body: { now: start + 60_000 },
    })
    const { body: fault } = await answer('fault', {
      key,
      kind: 'throttle',
      match: { service: 'sts' },
      times: 5,
    })
    await expect(sts(handle, key).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'Throttling',
    })
    expect((await answer(`faults?key=${key}`)).body).toMatchObject([
      { id: fault.id, kind: 'throttle', hits: 1 },
    ])
    expect((await answer('clear', { key })).status).toBe(200)
    expect((await answer(`faults?key=${key}`)).body).toEqual([])
    expect((await answer(`journal?key=${key}`)).body).toMatchObject([
      { type: 'call', name: 'sts:GetCallerIdentity', outcome: 'Throttling' },
    ])
    expect((await answer(`config?key=${key}`)).body).toEqual(loaded.config)
    const { body: state } = await answer(`world?key=${key}`)
    expect(state).toEqual(JSON.parse(JSON.stringify(control.world({ key }))))
    expect((await answer('load', { state })).body).toMatchObject({ world: loaded.world })
  })

  it("takes a kind's options beside the rest or apart", async () => {
    const { answer } = http()
    const key = (await answer('load', {})).body.world
    await answer('fault', { key, kind: 'delay', ms: 5 })
    await answer('fault', { key, kind: 'delay', options: { ms: 6 } })
    const { body } = await answer(`faults?key=${String(key)}`)
    expect(body).toMatchObject([{ options: { ms: 5 } }, { options: { ms: 6 } }])
  })

  it('says what is wrong with a request', async () => {
    const { answer } = http()
    const { body: loaded } = await answer('load', {})
    const key = loaded.world
    const statement = { effect: 'Allow', actions: ['*'], resources: ['*'] }
    const rolesWith = (more: object) => ({ roles: { viewer: { statements: [{ ...statement, ...more }] } } })
    const cases: [string, unknown, number, string][] = [
      ['load', { scenario: 5 }, 400, '"scenario" must be a text'],
      ['load', { seed: 'x' }, 400, '"seed" must be a number'],
      ['load', { state: { id: 'w' } }, 400, '"scenario" is missing'],
      ['load', { roles: [] }, 400, '"roles" must be an object'],
      ['load', rolesWith({ effect: 'Maybe' }), 400, 'is Allow or Deny'],
      ['load', rolesWith({ actions: '*' }), 400, '"actions" must be a list of texts'],
      ['load', rolesWith({ conditions: { Sometimes: {} } }), 400, '"Sometimes" is not modelled'],
      ['load', [], 400, 'must be a JSON object'],
      ['advance', { key }, 400, '"duration" is missing'],
      ['advance', { key, duration: 'soon' }, 400, '"soon" is no duration'],
      ['advance', { key: 'nobody', duration: 'PT1M' }, 404, 'No world is known by "nobody"'],
      ['fault', { key, kind: 'earthquake' }, 400, 'There is no fault "earthquake"'],
      ['fly', {}, 404, 'There is no POST /_sim/fly'],
    ]
    for (const [path, body, status, message] of cases) {
      const answered = await answer(path, body)
      expect(answered).toEqual({ status, body: { message: expect.stringContaining(message) as string } })
    }
    expect(await answer('journal')).toMatchObject({ status: 400, body: { message: '"key" is missing' } })
    expect((await answer('world?key=nobody')).status).toBe(404)
    expect((await answer('config?key=nobody')).status).toBe(404)
  })

  it('takes roles and enforces them', async () => {
    const { answer, control } = http()
    const statements = [
      {
        effect: 'Allow',
        actions: ['ecs:List*'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:RequestedRegion': ['us-east-1'] } },
      },
    ]
    const roles = { viewer: { statements, boundary: statements, capabilities: ['read'] } }
    const { body } = await answer('load', { roles, redirectUris: ['https://tidegate.example.com/signed-in'] })
    const world = control.world({ key: String(body.world) })
    expect(world.policies).toEqual({ viewer: statements })
    expect(world.identity.roles).toEqual({ viewer: { capabilities: ['read'], boundary: statements } })
    const clients = Object.values(world.identity.userPools).flatMap(({ clients: each }) =>
      Object.values(each),
    )
    expect(clients[0]?.redirectUris).toContain('https://tidegate.example.com/signed-in')
  })
})
