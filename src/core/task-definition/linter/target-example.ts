/** Targets in which no rule finds anything: situations of rules are these with one thing changed. */
import type { ContainerInstance } from '../../ecs/container-instance.ts'
import type { Definition } from '../definition.ts'
import type { LintContext, TargetGroupHere, TargetService } from './context.ts'
import { onEc2, onFargate } from './example.ts'
import type { Situation } from './rule.ts'

const groupArn = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/1'
const balancerArn = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/1'

export function aService(more: Partial<TargetService> = {}): TargetService {
  return {
    name: 'shop',
    schedulingStrategy: 'REPLICA',
    desiredCount: 2,
    loadBalancers: [],
    subnets: [],
    securityGroups: [],
    ...more,
  }
}

export function anInstance(more: Partial<ContainerInstance> = {}): ContainerInstance {
  return {
    arn: 'arn:aws:ecs:eu-west-1:123456789012:container-instance/main/1',
    id: '1',
    clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/main',
    status: 'ACTIVE',
    agentConnected: true,
    agentVersion: '1.90.0',
    runningTasks: 0,
    pendingTasks: 0,
    registeredCpu: 2048,
    registeredMemory: 3840,
    remainingCpu: 2048,
    remainingMemory: 3840,
    tcpPortsInUse: [],
    udpPortsInUse: [],
    availabilityZone: 'eu-west-1a',
    attributes: {},
    tags: {},
    ...more,
  }
}

export function instances(count: number): ContainerInstance[] {
  return Array.from({ length: count }, (_, index) => anInstance({ id: String(index + 1) }))
}

export function aTargetGroup(more: Partial<TargetGroupHere> = {}): TargetGroupHere {
  return {
    arn: groupArn,
    name: 'shop',
    targetType: 'instance',
    vpcId: 'vpc-1',
    loadBalancerArns: [balancerArn],
    healthCheck: { enabled: true, port: 'traffic-port', intervalSeconds: 30, unhealthyThreshold: 2 },
    deregistrationDelaySeconds: 20,
    ...more,
  }
}

/** On instances behind a load balancer, with a dynamic port. */
export function behindBalancer(
  context: LintContext = {},
  service: Partial<TargetService> = {},
  definition: Definition = onEc2({ portMappings: [{ containerPort: 80 }] }),
): Situation {
  const loadBalancers = [{ targetGroupArn: groupArn, containerName: 'web', containerPort: 80 }]
  const balancer = {
    arn: balancerArn,
    name: 'shop',
    vpcId: 'vpc-1',
    availabilityZones: [{ zone: 'eu-west-1a' }],
    securityGroups: ['sg-balancer'],
  }
  return {
    definition,
    context: {
      service: aService({ loadBalancers, ...service }),
      targetGroups: [aTargetGroup()],
      loadBalancers: [balancer],
      ...context,
    },
  }
}

/** On Fargate behind a load balancer. */
export function onFargateBehindBalancer(
  context: LintContext = {},
  service: Partial<TargetService> = {},
  definition: Definition = onFargate({ portMappings: [{ containerPort: 80 }] }),
): Situation {
  return behindBalancer(
    {
      launchType: 'FARGATE',
      targetGroups: [aTargetGroup({ targetType: 'ip' })],
      subnets: [{ id: 'subnet-1', vpcId: 'vpc-1', availabilityZone: 'eu-west-1a' }],
      ...context,
    },
    { subnets: ['subnet-1'], securityGroups: ['sg-tasks'], ...service },
    definition,
  )
}
