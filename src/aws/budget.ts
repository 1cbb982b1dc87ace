/**
 * AWS's default rate limits, per account and Region. One browser spends a share of them, so that deployments, agents and
 * colleagues are not throttled by somebody looking.
 */

/** Calls: how many at once, and how many a second afterwards. */
export interface Rate {
  burst: number
  /** Per second. */
  refill: number
}

/**
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-quotas.html (one bucket for all calls of the account)
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/throttling-api-requests.html
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
 * https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html
 * https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html
 */
export const buckets = {
  'ecs:cluster-read': { burst: 50, refill: 20 },
  'ecs:service-read': { burst: 100, refill: 20 },
  'ecs:service-modify': { burst: 50, refill: 5 },
  'ecs:task-read': { burst: 100, refill: 20 },
  'ecs:task-definition-read': { burst: 50, refill: 20 },
  'ecs:task-definition-write': { burst: 20, refill: 1 },
  'ecs:deployment-read': { burst: 50, refill: 20 },
  'ecs:revision-read': { burst: 50, refill: 20 },
  elb: { burst: 40, refill: 10 },
  'cloudwatch:metric-data': { burst: 500, refill: 500 },
  'cloudwatch:alarms': { burst: 9, refill: 9 },
  'logs:filter': { burst: 10, refill: 10 },
  'logs:groups': { burst: 10, refill: 10 },
  route53: { burst: 50, refill: 10 },
  'route53:health-check-create': { burst: 50, refill: 0.5 },
  'route53:health-check-status': { burst: 4, refill: 1 },
  'acm:describe': { burst: 10, refill: 10 },
  'ec2:read': { burst: 100, refill: 20 },
  // Not documented; asked before a cutover only.
  'application-autoscaling': { burst: 20, refill: 10 },
  codedeploy: { burst: 20, refill: 10 },
  // Documented as much larger, or not at all; asked by people who write a task definition.
  ecr: { burst: 40, refill: 20 },
  iam: { burst: 40, refill: 10 },
  scheduler: { burst: 40, refill: 20 },
  secretsmanager: { burst: 40, refill: 20 },
  ssm: { burst: 40, refill: 10 },
  // Not documented; asked once for each role.
  sts: { burst: 20, refill: 10 },
} satisfies Record<string, Rate>

export type Bucket = keyof typeof buckets

/** Share of each limit that one browser may spend. */
export const defaultShare = 0.25

/** Share of its budget that reading everything in the background may spend; the rest is for what is on the screen. */
export const sweepShare = 0.5

/** All polls together: no burst when a tab wakes up after a night (at most 10 calls in its first second). */
export const pollRate: Rate = { burst: 5, refill: 5 }
