/** The config.json with which the console signs in to a world. */
import { resolverUrl } from '../adapters/doh-route.ts'
import type { World } from '../world/world.ts'
import { ControlError, type ConsoleConfig } from './control.ts'

/** Regions in which the world holds something, in the order they were made. */
export function regionsInUse(world: World): string[] {
  return Object.values(world.regions)
    .filter(
      ({ ecs, elb, logGroups }) =>
        Object.keys(ecs.clusters).length > 0 ||
        Object.keys(elb.loadBalancers).length > 0 ||
        Object.keys(logGroups).length > 0,
    )
    .map(({ name }) => name)
}

/** `origin` is where browsers reach the simulator. @throws ControlError for a saved world without a sign-in. */
export function consoleConfig(world: World, origin: string): ConsoleConfig {
  const pool = Object.values(world.identity.userPools)[0]
  const identityPool = Object.values(world.identity.identityPools)[0]
  if (!pool || !identityPool) throw new ControlError(`World ${world.id} has no user pool to sign in with`)
  const regions = regionsInUse(world)
  return {
    account: world.accountId,
    regions: regions.length > 0 ? regions : [pool.region],
    auth: {
      mode: 'cognito',
      issuer: issuerOf(origin, pool.id),
      loginDomain: loginDomainOf(origin, pool.id),
      clientId: identityPool.clientId,
      identityPoolId: identityPool.id,
      roles: Object.entries(pool.groups)
        .toSorted(([, a], [, b]) => a.precedence - b.precedence)
        .map(([name, { roleArn }]) => ({
          name,
          arn: roleArn,
          capabilities: world.identity.roles?.[name]?.capabilities ?? [],
        })),
    },
    endpoint: origin,
    endpoints: {},
    resolvers: Object.values(world.internet.resolvers)
      .filter(({ doh }) => doh)
      .map(({ name }) => ({ name, url: resolverUrl(origin, world.id, name) })),
    probeHosts: [],
    practice: false,
  }
}

/** Issuer of a user pool; the pool's id in the path leads to its world. */
export function issuerOf(origin: string, userPoolId: string): string {
  return `${origin}/${userPoolId}`
}

/** Base URL of a pool's managed login. */
export function loginDomainOf(origin: string, userPoolId: string): string {
  return `${origin}/_login/${userPoolId}`
}
