/** Finds the side that a plan moves to from the plan alone, for whoever did not start the cutover. */
import type { Plan } from '../../core/cutover/plan.ts'
import { frontDoor } from '../../core/cutover/preflight/front-door.ts'
import { plain } from '../../core/cutover/verification/sides.ts'
import { shownName } from '../../core/dns/name.ts'
import { matchRule } from '../../core/elb/rule-match.ts'
import { forwardedTargetGroups } from '../../core/elb/rule-text.ts'
import type { Listener, LoadBalancer, Rule } from '../../core/elb/load-balancer.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { listClusters } from '../ecs/clusters.ts'
import { describeServices, firstServices } from '../ecs/services.ts'
import { listListeners, listRules } from '../elb/listeners.ts'
import { listLoadBalancers } from '../elb/load-balancers.ts'

export interface NewSide {
  loadBalancer: LoadBalancer
  targetGroupArn: string
  /** Nothing else is served by the load balancer. */
  dedicated: boolean
}

export interface OwningService {
  cluster: string
  service: string
}

interface Door {
  listener: Listener
  rules: Rule[]
}

/**
 * Undefined when the load balancer is gone, or no rule of it forwards the hostname. `known`: ARN of the target group, where a person
 * chose it. @throws AwsProblem
 */
export async function findNewSide(
  aws: Aws,
  plan: Plan,
  known?: string,
  options?: CallOptions,
): Promise<NewSide | undefined> {
  const wanted = plain(plan.params.balancer.dnsName)
  const balancers = await listLoadBalancers(aws, options)
  const loadBalancer = balancers.find(({ dnsName }) => plain(dnsName) === wanted)
  if (!loadBalancer) return undefined
  const doors = await readDoors(aws, loadBalancer.arn, options)
  const targetGroupArn = plan.params.rule?.newGroupArn ?? known ?? groupFor(plan, doors)
  if (targetGroupArn === undefined) return undefined
  return { loadBalancer, targetGroupArn, dedicated: isDedicated(doors, targetGroupArn) }
}

/** The service that registers its tasks there, among the first hundred of each cluster. @throws AwsProblem */
export async function findOwningService(
  aws: Aws,
  targetGroupArn: string,
  options?: CallOptions,
): Promise<OwningService | undefined> {
  for (const cluster of await listClusters(aws, options)) {
    const { arns } = await firstServices(aws, cluster, options)
    const { items } = await describeServices(aws, cluster, arns, options)
    const owner = items.find(({ loadBalancers }) =>
      loadBalancers.some((one) => one.targetGroupArn === targetGroupArn),
    )
    if (owner) return { cluster: cluster.split('/').at(-1) ?? cluster, service: owner.name }
  }
  return undefined
}

async function readDoors(aws: Aws, arn: string, options: CallOptions | undefined): Promise<Door[]> {
  const listeners = await listListeners(aws, arn, options)
  return Promise.all(
    listeners.map(async (listener) => ({ listener, rules: await listRules(aws, listener.arn, options) })),
  )
}

/** By the rule that takes a request for the front page. */
function groupFor({ hostname }: Plan, doors: readonly Door[]): string | undefined {
  // A wildcard is asked for by a name that nobody has a rule for.
  const host = shownName(hostname).replace(/^\*/, 'any-name')
  const { rule } = matchRule(frontDoor(doors)?.rules ?? [], { host, path: '/', method: 'GET' })
  return rule?.actions.flatMap(({ targetGroups }) => targetGroups).find(({ weight }) => weight > 0)?.arn
}

function isDedicated(doors: readonly Door[], targetGroupArn: string): boolean {
  const arns = forwardedTargetGroups(
    doors.map(({ listener }) => listener),
    doors.flatMap(({ rules }) => rules),
  )
  return arns.every((arn) => arn === targetGroupArn)
}
