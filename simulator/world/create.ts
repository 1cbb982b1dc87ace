/** Makes empty worlds and regions. */
import type { RegionTables, World } from './world.ts'

export interface WorldOptions {
  id: string
  scenario: string
  seed: number
  /** World time at the start, ms since the epoch. */
  now: number
  accountId?: string
}

/** A world with nothing in it. */
export function createWorld(options: WorldOptions): World {
  return {
    id: options.id,
    scenario: options.scenario,
    seed: options.seed,
    accountId: options.accountId ?? '123456789012',
    now: options.now,
    randomState: options.seed | 0,
    nextOrder: 0,
    regions: {},
    images: {},
    clients: {},
    dns: {
      hostedZones: {},
      changes: {},
      healthChecks: {},
      external: {},
      rules: { laxDelete: false, weightedValues: 'one', weightedTtl: 'reject', throttles: false, busyMs: 0 },
    },
    internet: { servers: {}, resolvers: {}, caches: {}, visitors: {} },
    identity: {
      userPools: {},
      identityPools: {},
      credentials: {},
      authorizationCodes: {},
      refreshTokens: {},
      loginSessions: {},
    },
    iamRoles: {},
    policies: {},
    pending: [],
    journal: [],
  }
}

/** The tables of a Region, made empty on first use. */
export function regionOf(world: World, name: string): RegionTables {
  return (world.regions[name] ??= {
    name,
    ecs: {
      clusters: {},
      capacityProviders: {},
      containerInstances: {},
      taskDefinitions: {},
      nextRevision: {},
      services: {},
      serviceDeployments: {},
      serviceRevisions: {},
      tasks: {},
    },
    elb: { loadBalancers: {}, listeners: {}, rules: {}, targetGroups: {} },
    classicLoadBalancers: {},
    ec2: { instances: {}, addresses: {}, securityGroups: {} },
    certificates: {},
    alarms: {},
    scalableTargets: {},
    codeDeployApplications: {},
    autoScalingGroups: {},
    subnets: {},
    logGroups: {},
    repositories: {},
    secrets: {},
    parameters: {},
    schedules: {},
    tags: {},
    history: {},
  })
}
