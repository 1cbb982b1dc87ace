/** What the tests of faults stand on: one world behind the dispatcher and the real SDK, with services of four operations. */
import {
  DescribeServices$,
  DescribeServicesCommand,
  ECSClient,
  ListServices$,
  UpdateService$,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import {
  DescribeTargetGroups$,
  DescribeTargetGroupsCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { SdkHandler } from '../adapters/sdk-handler.ts'
import { ActiveFaults } from '../control/active-faults.ts'
import type { FaultRequestBody } from '../control/control.ts'
import { createDispatch } from '../dispatch.ts'
import { furnishIdentity, issueFreeKeys } from '../identity/furnish.ts'
import { type ServiceModel, operation } from '../operation.ts'
import type { WireRequest, WireResponse } from '../protocol/wire.ts'
import { createWorld } from '../world/create.ts'
import { journal } from '../world/journal.ts'
import type { World } from '../world/world.ts'

type Input = Record<string, unknown>

/** ms since the epoch at which the world starts. */
export const start = Date.UTC(2026, 0, 1)
export const names = ['a', 'b', 'c', 'd', 'e']
export const arn = (name: string): string => `arn:aws:ecs:us-east-1:123456789012:service/shop/${name}`

/** Two services a page; the token is the index of the next one. */
const listServices = operation<Input, Input>(ListServices$, (input) => {
  const from = Number(input.nextToken ?? 0)
  const more = from + 2 < names.length ? { nextToken: String(from + 2) } : {}
  return { serviceArns: names.slice(from, from + 2).map(arn), ...more }
})

const describeServices = operation<Input, Input>(
  DescribeServices$,
  (input, { world }) => ({
    services: (input.services as string[]).map((name) => ({
      serviceArn: arn(name),
      serviceName: name,
      desiredCount: effects(world),
    })),
    failures: [],
  }),
  () => ({ resources: [arn('a')] }),
)

const updateService = operation<Input, Input>(UpdateService$, (_input, { world }) => {
  journal(world, { type: 'effect', name: 'updated', region: 'us-east-1' })
  return { service: { serviceName: 'a' } }
})

const services: ServiceModel[] = [
  {
    name: 'ecs',
    signingName: 'ecs',
    iamPrefix: 'ecs',
    protocol: 'awsJson1_1',
    target: 'AmazonEC2ContainerServiceV20141113',
    version: '2014-11-13',
    operations: [listServices, describeServices, updateService],
  },
  {
    name: 'elbv2',
    signingName: 'elasticloadbalancing',
    iamPrefix: 'elasticloadbalancing',
    protocol: 'awsQuery',
    version: '2015-12-01',
    xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
    operations: [operation<Input, Input>(DescribeTargetGroups$, () => ({ TargetGroups: [] }))],
  },
]

/** Effects that the world has seen. */
export function effects({ journal: entries }: World): number {
  return entries.filter(({ type }) => type === 'effect').length
}

/** A world, its faults, clients that try once, and the last answer on the wire. */
export function faultRig() {
  const world = createWorld({ id: 'w', scenario: 'empty', seed: 1, now: start })
  furnishIdentity(world, { region: 'us-east-1', roleNames: ['viewer'], redirectUris: [], logoutUris: [] })
  const caller = issueFreeKeys(world)
  const faults = new ActiveFaults()
  const last: { response?: WireResponse } = {}
  const dispatch = createDispatch({
    services,
    gate: {
      identify: async () => ({ world, caller }),
      sync: () => {},
      fault: (asked) => faults.pick(asked),
      authorize: () => {},
    },
  })
  const handle = async (request: WireRequest): Promise<WireResponse> => {
    last.response = await dispatch(request)
    return last.response
  }
  const options = {
    region: 'us-east-1',
    endpoint: 'http://sim',
    credentials: caller,
    maxAttempts: 1,
    requestHandler: new SdkHandler(handle),
  }
  const ecs = new ECSClient(options)
  const elb = new ElasticLoadBalancingV2Client(options)
  return {
    world,
    faults,
    ecs,
    last,
    handle,
    set: (fault: FaultRequestBody) => faults.add(world, fault),
    describeA: () => ecs.send(new DescribeServicesCommand({ services: ['a', 'b'] })),
    update: (abortSignal?: AbortSignal) =>
      ecs.send(new UpdateServiceCommand({ service: 'a' }), abortSignal ? { abortSignal } : {}),
    targetGroups: () => elb.send(new DescribeTargetGroupsCommand({})),
    /** How the journal says that the last call ended. */
    outcome: () => world.journal.findLast(({ type }) => type === 'call')?.outcome,
  }
}
