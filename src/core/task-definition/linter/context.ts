/** Where a definition is going to run, as far as a person has chosen it: rules about targets say nothing without it. */
import type { SecurityGroup } from '../../ec2/security-group.ts'
import type { ContainerInstance } from '../../ecs/container-instance.ts'
import type { Service, ServiceLoadBalancer } from '../../ecs/service.ts'
import type { LoadBalancer } from '../../elb/load-balancer.ts'
import type { TargetGroup, TargetGroupAttributes } from '../../elb/target-group.ts'
import type { Definition } from '../definition.ts'

export interface LintContext {
  /** Where it is going to be registered: twelve digits, and the Region's name. */
  place?: { account: string; region: string }
  /** EC2, FARGATE, EXTERNAL or MANAGED_INSTANCES. */
  launchType?: string
  service?: TargetService
  /** Those of the service's load balancers. */
  targetGroups?: readonly TargetGroupHere[]
  /** The load balancers in front of the target groups. */
  loadBalancers?: readonly Pick<
    LoadBalancer,
    'arn' | 'name' | 'vpcId' | 'availabilityZones' | 'securityGroups'
  >[]
  /** The cluster's instances. */
  instances?: readonly ContainerInstance[]
  /** Subnets of the service. */
  subnets?: readonly { id: string; vpcId?: string; availabilityZone?: string }[]
  /** Of the tasks with awsvpc, else of the instances. */
  securityGroups?: readonly SecurityGroup[]
  /** Definitions that the other services of the cluster run, by service name. */
  neighbours?: readonly { service: string; definition: Definition }[]
  /** The definition that the service runs now. */
  running?: Definition
  /** AWS's time, ms. */
  now?: number
}

/** What rules ask of a service; a `Service` of the console is one. */
export interface TargetService extends Pick<
  Service,
  | 'name'
  | 'schedulingStrategy'
  | 'desiredCount'
  | 'loadBalancers'
  | 'subnets'
  | 'securityGroups'
  | 'minimumHealthyPercent'
  | 'maximumPercent'
  | 'healthCheckGracePeriodSeconds'
  | 'role'
> {
  enableExecuteCommand?: boolean
  /** Names of port mappings that Service Connect uses. */
  serviceConnectPorts?: readonly string[]
  hasLatticeTargets?: boolean
  /** Names in volumeConfigurations. */
  volumeConfigurations?: readonly string[]
}

export type TargetGroupHere = TargetGroup & TargetGroupAttributes

/** A load balancer entry that names a target group. */
export function targetGroupsOf(
  context: LintContext,
): { entry: ServiceLoadBalancer; group: TargetGroupHere }[] {
  return (context.service?.loadBalancers ?? []).flatMap((entry) => {
    const group = context.targetGroups?.find(({ arn }) => arn === entry.targetGroupArn)
    return group ? [{ entry, group }] : []
  })
}
