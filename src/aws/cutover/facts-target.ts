/** Facts about the load balancer and the service that take the hostname over. */
import type { Service } from '../../core/ecs/service.ts'
import { targetGroupName } from '../../core/elb/arn-name.ts'
import { forwardedTargetGroups } from '../../core/elb/rule-text.ts'
import type { RuleOwners } from '../../core/cutover/preflight/facts.ts'
import { secureDoor } from '../../core/cutover/preflight/front-door.ts'
import { totalLength } from '../../core/cutover/timing.ts'
import { listListenerCertificates } from '../acm/certificates.ts'
import { findScalableTarget } from '../application-auto-scaling/scalable-targets.ts'
import { describeAlarms } from '../cloudwatch/alarms.ts'
import { listEcsDeploymentGroups } from '../codedeploy/deployment-groups.ts'
import { findSecurityGroups } from '../ec2/security-groups.ts'
import { describeServiceDeployments, listServiceDeployments } from '../ecs/service-deployments.ts'
import { describeServices, firstServices, getService } from '../ecs/services.ts'
import { describeTasks, listTasks } from '../ecs/tasks.ts'
import { listListeners, listRules } from '../elb/listeners.ts'
import {
  describeLoadBalancerTags,
  getCapacityReservation,
  getLoadBalancerAttributes,
} from '../elb/load-balancer-attributes.ts'
import { getLoadBalancer } from '../elb/load-balancers.ts'
import { listTargetHealth } from '../elb/target-health.ts'
import { type FactContext, type Readers, settled } from './fact-context.ts'

export const targetReaders = {
  loadBalancer: ({ ports, subject, options }) => getLoadBalancer(ports.aws, subject.loadBalancer, options),
  attributes: async ({ get, ports, options }) =>
    getLoadBalancerAttributes(ports.aws, (await get('loadBalancer')).arn, options),
  listeners: async ({ get, ports, options }) => {
    const listeners = await listListeners(ports.aws, (await get('loadBalancer')).arn, options)
    return Promise.all(
      listeners.map(async (listener) => ({
        listener,
        rules: await listRules(ports.aws, listener.arn, options),
      })),
    )
  },
  certificates: async ({ get, ports, options }) => {
    const door = secureDoor(await get('listeners'))
    return door ? listListenerCertificates(ports.aws, door.listener.arn, options) : []
  },
  securityGroups: async ({ get, ports, options }) => {
    const { securityGroups } = await get('loadBalancer')
    return securityGroups.length > 0 ? findSecurityGroups(ports.aws, securityGroups, options) : []
  },
  capacity: async ({ get, ports, options }) =>
    (await getCapacityReservation(ports.aws, (await get('loadBalancer')).arn, options))?.units ?? 0,
  groupHealth: async ({ get, ports, options }) => {
    const doors = await get('listeners')
    const arns = forwardedTargetGroups(
      doors.map(({ listener }) => listener),
      doors.flatMap(({ rules }) => rules),
    )
    return Promise.all(
      arns.map(async (arn) => {
        const targets = await listTargetHealth(ports.aws, arn, options)
        const healthy = targets.filter(({ state }) => state === 'healthy').length
        return { arn, name: targetGroupName(arn), healthy, total: targets.length }
      }),
    )
  },
  targets: ({ ports, subject, options }) => listTargetHealth(ports.aws, subject.targetGroupArn, options),
  service: ({ ports, subject, options }) => getService(ports.aws, subject.cluster, subject.service, options),
  tasks: async ({ ports, subject, options }) => {
    const filter = { desiredStatus: 'RUNNING' as const, serviceName: subject.service }
    const arns = await listTasks(ports.aws, subject.cluster, filter, options)
    return (await describeTasks(ports.aws, subject.cluster, arns, options)).items
  },
  deployments: async ({ ports, subject, options }) => {
    const arns = await listServiceDeployments(ports.aws, subject.cluster, subject.service, options)
    return (await describeServiceDeployments(ports.aws, arns, options)).items
  },
  scaling: ({ ports, subject, options }) =>
    findScalableTarget(ports.aws, subject.cluster, subject.service, options),
  alarms: async ({ ports, subject, options }) =>
    subject.alarmNames.length > 0 ? describeAlarms(ports.aws, subject.alarmNames, options) : [],
  session: async (context) => ({
    ...(await context.ports.session()),
    plannedEnd: context.subject.plannedEnd ?? (await plannedEnd(context)),
    needed: context.needed,
  }),
  ruleOwners: readRuleOwners,
} satisfies Partial<Readers>

/** Hold included; now, where there is no plan to last. */
async function plannedEnd({ get, ports }: FactContext): Promise<number> {
  const planning = await settled(get('planning'))
  const now = ports.now()
  if (!('value' in planning) || 'refusal' in planning.value) return now
  return now + totalLength(planning.value.plan)
}

async function readRuleOwners({ get, ports, subject, options }: FactContext): Promise<RuleOwners> {
  const { arn } = await get('loadBalancer')
  const [{ services, complete }, codeDeploy, tags] = await Promise.all([
    readServices({ ports, subject, options }),
    settled(listEcsDeploymentGroups(ports.aws, options)),
    describeLoadBalancerTags(ports.aws, [arn], options),
  ])
  return {
    ecsRuleArns: services.flatMap(({ loadBalancers }) =>
      loadBalancers.flatMap(({ managedRuleArns = [] }) => managedRuleArns),
    ),
    allServices: complete,
    codeDeploy,
    loadBalancerTags: tags[arn] ?? {},
  }
}

/** A hundred services at most: reading a whole fleet would take minutes. */
async function readServices({
  ports,
  subject,
  options,
}: Pick<FactContext, 'ports' | 'subject' | 'options'>): Promise<{ services: Service[]; complete: boolean }> {
  const { arns, complete } = await firstServices(ports.aws, subject.cluster, options)
  const { items } = await describeServices(ports.aws, subject.cluster, arns, options)
  return { services: items, complete }
}
