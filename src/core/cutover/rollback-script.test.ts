/** The rollback script with the real AWS CLI against the simulator: none of our code puts the records back. */
import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SimulatorServer, startServer } from '../../../simulator/adapters/node-server.ts'
import type { LoadResult } from '../../../simulator/control/control.ts'
import { createHostedZone } from '../../../simulator/engine/dns/zone-build.ts'
import { forward } from '../../../simulator/engine/elb/actions.ts'
import {
  createListener,
  createLoadBalancer,
  createRule,
  createTargetGroup,
} from '../../../simulator/engine/elb/build.ts'
import { createSimulator, type Simulator } from '../../../simulator/simulator.ts'
import type { World } from '../../../simulator/world/world.ts'
import type { RecordSet } from '../dns/record-set.ts'
import { type Claim, claimRecord, readClaim } from './claim.ts'
import { verbatim } from './fixtures/compare.ts'
import { addresses, alias, hostname, member, params, values } from './fixtures/records.ts'
import { makePlan, type Plan, snapshotOf } from './plan.ts'
import type { PlanParams, RuleTarget } from './params.ts'
import { rollbackFile } from './rollback-file.ts'
import { snapshotRecord } from './snapshot.ts'

const located = spawnSync('sh', ['-c', 'command -v aws && aws --version'], { encoding: 'utf8' })
const missing = located.status === 0 ? undefined : 'the AWS CLI is not installed (aws --version failed)'
if (missing) console.info(`Skipped: ${missing}`)
const [cli = ''] = located.stdout.split('\n')

const region = 'ap-northeast-2'
const zone = { id: 'Z1SCRIPT', name: 'example.com.' }
const id = '01JSCRIPT00000000000000000'

let folder: string
let simulator: Simulator
let server: SimulatorServer

beforeAll(async () => {
  if (missing) return
  folder = mkdtempSync(join(tmpdir(), 'rollback-script-'))
  // Its name servers follow within milliseconds.
  simulator = createSimulator({ clock: { times: 1000 }, scenario: 'empty' })
  server = await startServer((request) => simulator.handle(request), 0)
  // Older releases do not know AWS_ENDPOINT_URL.
  program('aws', `exec ${cli} --endpoint-url ${server.url} "$@"`)
  program(
    'date',
    `[ "$1" = +%s ] && [ -n "\${LATER-}" ] && echo $(($(/bin/date +%s) + LATER)) || /bin/date "$@"`,
  )
})
afterAll(async () => {
  await server?.close()
  if (folder) rmSync(folder, { recursive: true })
})

function program(name: string, line: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${line}\n`)
  chmodSync(join(folder, name), 0o755)
}

const layouts = {
  address: [values(hostname, 'A', 3600, '192.0.2.1')],
  addresses: [values(hostname, 'A', 300, ...addresses(4)), values(hostname, 'AAAA', 300, '2001:db8::1')],
  name: [values(hostname, 'CNAME', 600, 'Legacy.example.net')],
  alias: [alias(hostname, 'A', ['Z35SXDOTRQ7X7K', 'dualstack.old-1.us-east-1.elb.amazonaws.com.'], true)],
  group: ['blue "`$1`', "it's green"].map((name, at) =>
    member(values(hostname, 'A', 60, `192.0.2.${at}`), name, { Weight: at * 70 }),
  ),
  nothing: [],
} satisfies Record<string, RecordSet[]>
type Layout = keyof typeof layouts

/** What is not the cutover's. */
const others = [
  values('other.example.com.', 'TXT', 300, String.raw`"a \"quoted\" \\ text" "and more"`),
  values('other.example.com.', 'A', 300, '192.0.2.200'),
]

function planOf(records: RecordSet[], more: Partial<PlanParams> = {}): Plan {
  const planning = makePlan({ zone, hostname, records, params: { ...params, ...more } })
  if ('refusal' in planning) throw new Error(planning.refusal.code)
  return planning.plan
}

const simple: Partial<PlanParams> = { strategy: 'simple' }
const plans: Record<Layout, Plan> = {
  address: planOf(layouts.address),
  addresses: planOf(layouts.addresses),
  name: planOf(layouts.name),
  alias: planOf(layouts.alias),
  group: planOf(layouts.group, simple),
  nothing: planOf(layouts.nothing, simple),
}

interface Stage {
  keys: LoadResult
  plan: Plan
  records: () => RecordSet[]
}

/** An account whose zone is in one state of a plan, as somebody left it. */
function stage(
  plan: Plan,
  state: number,
  { claim = {}, edit = (records) => records, build }: StageOptions = {},
): Stage {
  const world = simulator.control.world({ key: simulator.control.load().world })
  const known = build?.(world) ?? plan
  const snapshot = snapshotRecord(known.names.snapshot, snapshotOf(known, id))
  const written: Claim = {
    id,
    generation: 7,
    state,
    highest: state,
    status: 'active',
    nonce: '0123456789abcdef',
    originalDigest: known.originalDigest,
    planDigest: known.digest,
    writtenAt: Math.floor(Date.now() / 1000) - 60,
    ...claim,
  }
  const journal = [claimRecord(known.names.claim, written), ...(snapshot ? [snapshot] : [])]
  const live = known.states[state]?.records ?? []
  const records = edit([...others, ...live, ...journal]) as ResourceRecordSet[]
  createHostedZone(world, { ...zone, records })
  const keys = simulator.control.load({ state: world })
  const all = (): RecordSet[] =>
    (simulator.control.world({ key: keys.world }).dns.hostedZones[zone.id]?.records ?? []) as RecordSet[]
  return { keys, plan: known, records: () => all().filter(({ Type }) => Type !== 'NS' && Type !== 'SOA') }
}

interface StageOptions {
  claim?: Partial<Claim>
  edit?: (records: RecordSet[]) => RecordSet[]
  /** Adds to the account and answers the plan that follows from it. */
  build?: (world: World) => Plan
}

interface Outcome {
  code: number
  output: string
  errors: string
}

let runs = 0

/** Runs the script of a plan; `later`: by how many seconds its clock is ahead. */
function run({ plan, keys }: Stage, words: string[] = [], later?: number): Promise<Outcome> {
  runs += 1
  const script = join(folder, `rollback-${runs}.sh`)
  const { script: lines } = rollbackFile(plan, { id, createdAt: 0, account: '123456789012' })
  writeFileSync(script, lines.join('\n'))
  const env = {
    PATH: `${folder}:${process.env['PATH']}`,
    HOME: process.env['HOME'],
    TMPDIR: folder,
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_SESSION_TOKEN: keys.sessionToken,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_DEFAULT_REGION: 'us-east-1',
    ...(later !== undefined && { LATER: String(later) }),
  }
  return new Promise((resolve) => {
    const child = execFile('sh', [script, ...words], { env }, (_error, output, errors) =>
      resolve({ code: child.exitCode ?? -1, output, errors }),
    )
  })
}

const claimsIn = ({ records, plan }: Stage): unknown[] =>
  records()
    .filter(({ Name }) => Name === plan.names.claim)
    .map(readClaim)
const liveIn = ({ records, plan: { names } }: Stage): RecordSet[] =>
  records().filter(({ Name }) => Name !== names.claim && Name !== names.snapshot)
const labelled = (layout: Layout, states = plans[layout].states.map((_, index) => index)) =>
  states.map((state) => [layout, plans[layout].states[state]?.label, state] as const)

/** A load balancer that sends half of the requests to each of two groups, and the plan that did it. */
function halfMoved(kind: RuleTarget['kind']): (world: World) => Plan {
  return (world) => {
    const { loadBalancerArn } = createLoadBalancer(world, region, { name: 'shop' })
    const [legacyGroupArn = '', newGroupArn = ''] = ['legacy', 'fresh'].map(
      (name) => createTargetGroup(world, region, { name }).targetGroupArn,
    )
    const moved = [forward({ [legacyGroupArn]: 50, [newGroupArn]: 50 })]
    const { listenerArn } = createListener(world, region, { loadBalancerArn, defaultActions: moved })
    const conditions = [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } }]
    const { ruleArn } = createRule(world, region, { listenerArn, priority: 1, conditions, actions: moved })
    const arn = kind === 'rule' ? ruleArn : listenerArn
    const rule = { arn, kind, actions: [{ ...forward(legacyGroupArn) }], legacyGroupArn, newGroupArn }
    return planOf(layouts.address, { strategy: 'rule', rule, steps: [0, 50, 100] })
  }
}

function actionsIn({ keys, plan }: Stage): unknown {
  const { elb } = simulator.control.world({ key: keys.world }).regions[region] ?? {}
  const arn = plan.params.rule?.arn ?? ''
  return elb?.rules[arn]?.actions ?? elb?.listeners[arn]?.defaultActions
}

describe.skipIf(missing)('the rollback script', { timeout: 120_000, concurrent: true }, () => {
  test.each([
    ...labelled('address'),
    ...labelled('name'),
    ...labelled('addresses', [4]),
    ...labelled('alias', [2]),
    ...labelled('group', [1]),
    ...labelled('nothing', [1]),
  ])('puts %s back from %s and leaves a tombstone', async (layout, _, state) => {
    const staged = stage(plans[layout], state)
    const { code, output, errors } = await run(staged)
    expect({ code, errors, output }).toMatchObject({ code: 0, errors: '' })
    expect(verbatim(liveIn(staged))).toEqual(verbatim([...others, ...layouts[layout]]))
    const { originalDigest, digest: planDigest } = staged.plan
    const status = 'rolledback'
    const claim = { id, generation: 8, state: 0, highest: state, status, originalDigest, planDigest }
    expect(claimsIn(staged)).toEqual([{ claim: expect.objectContaining(claim) as object }])
    expect(claimsIn(staged)).not.toEqual([
      { claim: expect.objectContaining({ nonce: '0123456789abcdef' }) as object },
    ])
    expect(output).toContain('All name servers have the change.')
  })

  test('deletes the journal when nothing late can arrive any more, and not before', async () => {
    const staged = stage(plans.address, 3)
    expect(await run(staged, ['cleanup'])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('roll back first') as string,
    })
    expect((await run(staged)).code).toBe(0)
    const early = await run(staged, ['cleanup'])
    expect([early.code, early.errors]).toEqual([1, expect.stringMatching(/try again in 1[12]\d\d seconds/)])
    expect(claimsIn(staged)).toHaveLength(1)
    expect(await run(staged, ['cleanup'], 1201)).toMatchObject({ code: 0, output: 'The journal is gone.\n' })
    expect(verbatim(staged.records())).toEqual(verbatim([...others, ...layouts.address]))
    expect(await run(staged, ['cleanup'])).toMatchObject({
      code: 1,
      errors: 'There is no journal to delete.\n',
    })
  })

  test('gives up what never moved without touching live records, whoever edited them', async () => {
    const edited = values(hostname, 'A', 60, '192.0.2.9')
    const staged = stage(plans.address, 0, {
      edit: (records) => records.map((each) => (each.Name === hostname && each.Type === 'A' ? edited : each)),
    })
    expect((await run(staged)).code).toBe(0)
    expect(verbatim(liveIn(staged))).toEqual(verbatim([...others, edited]))
    expect(claimsIn(staged)).toMatchObject([{ claim: { status: 'rolledback', highest: 0 } }])
  })

  test('changes nothing where somebody edited a record, and says what AWS says', async () => {
    const staged = stage(plans.address, 3, {
      edit: (records) => records.map((each) => (each.Weight === 95 ? { ...each, TTL: 61 } : each)),
    })
    const before = verbatim(staged.records())
    const { code, errors } = await run(staged)
    expect(code).toBe(1)
    expect(errors).toContain('but the values provided do not match the current values')
    expect(errors).toContain('Nothing was changed.')
    expect(verbatim(staged.records())).toEqual(before)
  })

  test('asks for the state where the claim is gone or cannot be read, and goes on from there', async () => {
    const { claim } = plans.address.names
    const gone = stage(plans.address, 4, { edit: (records) => records.filter(({ Name }) => Name !== claim) })
    const cut = stage(plans.address, 4, {
      edit: (records) =>
        records.map((each) => (each.Name === claim ? values(claim, 'TXT', 60, '"cut"') : each)),
    })
    for (const [staged, what] of [
      [gone, 'is gone'],
      [cut, 'cannot be read'],
    ] as const) {
      const { code, errors } = await run(staged)
      expect([code, errors]).toEqual([1, expect.stringContaining(what)])
      expect(errors).toContain('--state N (0 to 7: D0 ttl-prep w0 w5 w25 w50 w100 final)')
      expect((await run(staged, ['--state', '9'])).errors).toContain('There is no state 9')
      expect(await run(staged, ['--state', '4'])).toMatchObject({ code: 0, errors: '' })
      expect(verbatim(liveIn(staged))).toEqual(verbatim([...others, ...layouts.address]))
      expect(claimsIn(staged)).toMatchObject([{ claim: { id, status: 'rolledback', highest: 4 } }])
    }
  })

  test('keeps its hands off another cutover, and off one that is back already', async () => {
    const other = stage(plans.address, 3, { claim: { id: '01JOTHER000000000000000000' } })
    const back = stage(plans.address, 0, { claim: { highest: 3, status: 'rolledback' } })
    const [first, second] = [verbatim(other.records()), verbatim(back.records())]
    for (const words of [[], ['--state', '3'], ['cleanup']])
      expect(await run(other, words)).toMatchObject({
        code: 1,
        errors: expect.stringContaining('Another cutover owns') as string,
      })
    expect(await run(back)).toMatchObject({
      code: 0,
      output: expect.stringContaining('back already') as string,
    })
    expect([verbatim(other.records()), verbatim(back.records())]).toEqual([first, second])
  })

  test('says what stands there, and what it can be asked', async () => {
    const staged = stage(plans.address, 3)
    const { output } = await run(staged, ['status'])
    expect(output).toContain(`Journal: v=cutover1 id=${id} g=7 i=3 `)
    expect(output).toContain('State 3 (w5), active')
    expect(output).toContain('"192.0.2.1"')
    expect(await run(staged, ['backwards'])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('Unknown: backwards') as string,
    })
  })

  test.each(['rule', 'listener'] as const)('sets the actions of a %s back', async (kind) => {
    const staged = stage(plans.address, 2, { build: halfMoved(kind) })
    const { code, output, errors } = await run(staged)
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(output).toMatch(/What the rule did until now:[^]*"Weight": 50/)
    const { actions } = staged.plan.states[0] ?? {}
    expect(actionsIn(staged)).toMatchObject(actions ?? [])
    expect(actions).toHaveLength(1)
    expect(claimsIn(staged)).toMatchObject([{ claim: { status: 'rolledback', highest: 2 } }])
  })
})
