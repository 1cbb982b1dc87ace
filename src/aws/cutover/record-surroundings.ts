/** Reads everything that a rehearsal of a cutover is made of. Nothing is changed. */
import type { Subject } from '../../core/cutover/preflight/facts.ts'
import { type RecordSet, valuesOf } from '../../core/dns/record-set.ts'
import { candidateZones } from '../../core/dns/zone-choice.ts'
import type { Task } from '../../core/ecs/task.ts'
import { forwardedTargetGroups } from '../../core/elb/rule-text.ts'
import { AwsProblem } from '../../core/problem.ts'
import { listListenerCertificates } from '../acm/certificates.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { readRecordSets } from '../dns/record-sets.ts'
import { listZonesFor } from '../dns/zones.ts'
import { findInstances } from '../ec2/instances.ts'
import { findSubnets } from '../ec2/subnets.ts'
import { describeCapacityProviders } from '../ecs/capacity-providers.ts'
import { describeClusters } from '../ecs/clusters.ts'
import { describeContainerInstances } from '../ecs/container-instances.ts'
import { getService } from '../ecs/services.ts'
import { getTaskDefinition } from '../ecs/task-definitions.ts'
import { describeTasks, listTasks } from '../ecs/tasks.ts'
import { getClassicLoadBalancerAttributes, listClassicLoadBalancers } from '../elb/classic-load-balancers.ts'
import { listListeners, listRules } from '../elb/listeners.ts'
import { listLoadBalancers } from '../elb/load-balancers.ts'
import { getTargetGroupAttributes, listTargetGroups } from '../elb/target-groups.ts'
import { listTargetHealth } from '../elb/target-health.ts'
import { type Recorded, recordCalls } from '../recording.ts'
import type { PreflightPorts } from './fact-context.ts'
import { runPreflight } from './preflight.ts'

/** ms for which keys are said to last: nobody waits for the session's own word here. */
const longEnough = 86_400_000

/**
 * The answers of every call that preflight makes for `subject`, and of those that tell how its service runs. What may not be read is
 * left out. @throws the reason of `signal`, or AwsProblem when not even the hosted zone can be read
 */
export async function recordSurroundings(
  { aws: live, now }: Pick<PreflightPorts, 'aws' | 'now'>,
  subject: Subject,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Recorded[]> {
  const { aws, recorded } = recordCalls(live)
  const options = { signal }
  const records = await readHostname(aws, subject, options)
  const session = () => Promise.resolve({ renewable: true, expiresAt: now() + longEnough })
  await Promise.all([
    runPreflight({ aws, now, session }, { ...subject, probe: { kind: 'skipped' } }, signal ? { signal } : {}),
    allowed(readCluster(aws, subject, options)),
    allowed(readGroups(aws, subject, options)),
    allowed(readLegacy(aws, records, options)),
  ])
  return recorded()
}

/** First of all: a copy is about the name that was asked for first. */
async function readHostname(
  aws: Aws,
  { hostname, zoneId }: Subject,
  options: CallOptions,
): Promise<RecordSet[]> {
  const candidates = candidateZones(hostname, await listZonesFor(aws, hostname, options))
  const chosen = candidates.find(({ id, linkedService }) => (zoneId ? id === zoneId : !linkedService))
  return chosen ? (await readRecordSets(aws, chosen.id, hostname, options)).records : []
}

async function readCluster(aws: Aws, { cluster, service }: Subject, options: CallOptions): Promise<void> {
  const [{ taskDefinitionArn }, tasks] = await Promise.all([
    getService(aws, cluster, service, options),
    readTasks(aws, { cluster, service }, options),
    allowed(readProviders(aws, cluster, options)),
  ])
  const subnetIds = [...new Set(tasks.flatMap(({ subnetId }) => subnetId ?? []))]
  await Promise.all([
    getTaskDefinition(aws, taskDefinitionArn, options),
    allowed(readHosts(aws, cluster, tasks, options)),
    subnetIds.length > 0 && allowed(findSubnets(aws, subnetIds, options)),
  ])
}

async function readTasks(
  aws: Aws,
  { cluster, service }: Pick<Subject, 'cluster' | 'service'>,
  options: CallOptions,
): Promise<Task[]> {
  const arns = await listTasks(aws, cluster, { desiredStatus: 'RUNNING', serviceName: service }, options)
  return (await describeTasks(aws, cluster, arns, options)).items
}

async function readProviders(aws: Aws, cluster: string, options: CallOptions): Promise<void> {
  const { items } = await describeClusters(aws, [cluster], options)
  const names = items.flatMap(({ capacityProviders }) => capacityProviders)
  if (names.length > 0) await describeCapacityProviders(aws, names, options)
}

/** Container instances that the tasks run on. */
async function readHosts(
  aws: Aws,
  cluster: string,
  tasks: readonly Task[],
  options: CallOptions,
): Promise<void> {
  const arns = [...new Set(tasks.flatMap(({ containerInstanceArn }) => containerInstanceArn ?? []))]
  if (arns.length === 0) return
  const { items } = await describeContainerInstances(aws, cluster, arns, options)
  await findInstances(
    aws,
    items.flatMap(({ ec2InstanceId }) => ec2InstanceId ?? []),
    options,
  )
}

async function readGroups(aws: Aws, { targetGroupArn }: Subject, options: CallOptions): Promise<void> {
  await Promise.all([listTargetGroups(aws, options), getTargetGroupAttributes(aws, targetGroupArn, options)])
}

/** Load balancers of either kind that the record sets lead to: what stands behind them is asked for by nobody else. */
async function readLegacy(aws: Aws, records: readonly RecordSet[], options: CallOptions): Promise<void> {
  const names = records.flatMap((record) => record.AliasTarget?.DNSName ?? valuesOf(record)).map(bare)
  const [classic, newer] = await Promise.all([
    listClassicLoadBalancers(aws, options),
    listLoadBalancers(aws, options),
  ])
  await Promise.all([
    ...classic
      .filter(({ dnsName }) => names.includes(bare(dnsName)))
      .flatMap(({ name, instanceIds }) => [
        allowed(getClassicLoadBalancerAttributes(aws, name, options)),
        instanceIds.length > 0 && allowed(findInstances(aws, instanceIds, options)),
      ]),
    ...newer
      .filter(({ dnsName }) => names.includes(bare(dnsName)))
      .map(({ arn }) => allowed(readBehind(aws, arn, options))),
  ])
}

async function readBehind(aws: Aws, loadBalancerArn: string, options: CallOptions): Promise<void> {
  const listeners = await listListeners(aws, loadBalancerArn, options)
  const rules = await Promise.all(listeners.map(({ arn }) => listRules(aws, arn, options)))
  await Promise.all([
    ...forwardedTargetGroups(listeners, rules.flat()).map((arn) => listTargetHealth(aws, arn, options)),
    ...listeners
      .filter(({ protocol }) => protocol === 'HTTPS')
      .map(({ arn }) => listListenerCertificates(aws, arn, options)),
  ])
}

/** `dualstack.X` and `X` are the same load balancer. */
function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^dualstack\./, '')
}

/** What AWS refuses is left out. @throws the reason of an abort */
async function allowed(reading: Promise<unknown>): Promise<void> {
  await reading.catch((error: unknown) => {
    if (!(error instanceof AwsProblem)) throw error
  })
}
