/**
 * What each role of the console may do in AWS: the one list behind the policies of docs/cognito.md, the capabilities in
 * config.json, and the refusals of the simulator. Data only. A role is a list of capabilities, a capability a list of
 * statements: whoever adds a call to the product adds its action to one capability.
 */

/** One IAM statement. `conditions`: operator → condition key → values. */
export interface Statement {
  effect: 'Allow' | 'Deny'
  actions: string[]
  resources: string[]
  conditions?: Record<string, Record<string, string[]>>
}

export interface RolePermissions {
  statements: Statement[]
  /** Names of what the console offers with this role; config.json carries them. */
  capabilities: string[]
  /** Permissions boundary: whatever the statements say, nothing beyond it. */
  boundary: Statement[]
}

/**
 * Reading has no narrower resource than `*` where it matters: `ecs:ListClusters`, `ecs:DescribeTaskDefinition` and every
 * `elasticloadbalancing:Describe*` take none (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html).
 */
const read: Statement[] = [
  {
    effect: 'Allow',
    actions: [
      'ecs:DescribeCapacityProviders',
      'ecs:DescribeClusters',
      'ecs:DescribeContainerInstances',
      'ecs:DescribeServiceDeployments',
      'ecs:DescribeServiceRevisions',
      'ecs:DescribeServices',
      'ecs:DescribeTaskDefinition',
      'ecs:DescribeTasks',
      'ecs:ListClusters',
      'ecs:ListContainerInstances',
      'ecs:ListServiceDeployments',
      'ecs:ListServices',
      'ecs:ListTaskDefinitionFamilies',
      'ecs:ListTaskDefinitions',
      'ecs:ListTasks',
    ],
    resources: ['*'],
  },
  {
    effect: 'Allow',
    actions: [
      'elasticloadbalancing:DescribeListeners',
      'elasticloadbalancing:DescribeLoadBalancers',
      'elasticloadbalancing:DescribeRules',
      'elasticloadbalancing:DescribeTargetGroupAttributes',
      'elasticloadbalancing:DescribeTargetGroups',
      'elasticloadbalancing:DescribeTargetHealth',
    ],
    resources: ['*'],
  },
  {
    effect: 'Allow',
    actions: ['cloudwatch:GetMetricData', 'logs:FilterLogEvents', 'sts:GetCallerIdentity'],
    resources: ['*'],
  },
  // What task definitions name and what names them: images, log groups, schedules.
  {
    effect: 'Allow',
    actions: [
      'ecr:BatchGetImage',
      'ecr:DescribeImages',
      'ecr:DescribeRepositories',
      'logs:DescribeLogGroups',
      'scheduler:GetSchedule',
      'scheduler:ListSchedules',
    ],
    resources: ['*'],
  },
  // Hosted zones, and what surrounds a hostname: whoever may not move one still sees what stands, and plans for those who may.
  {
    effect: 'Allow',
    actions: [
      'acm:DescribeCertificate',
      'application-autoscaling:DescribeScalableTargets',
      'cloudwatch:DescribeAlarms',
      'codedeploy:BatchGetDeploymentGroups',
      'codedeploy:ListApplications',
      'codedeploy:ListDeploymentGroups',
      'ec2:DescribeAddresses',
      'ec2:DescribeInstances',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSubnets',
      'elasticloadbalancing:DescribeCapacityReservation',
      'elasticloadbalancing:DescribeInstanceHealth',
      'elasticloadbalancing:DescribeListenerCertificates',
      'elasticloadbalancing:DescribeLoadBalancerAttributes',
      'elasticloadbalancing:DescribeTags',
      'route53:GetChange',
      'route53:GetDNSSEC',
      'route53:GetHealthCheck',
      'route53:GetHealthCheckStatus',
      'route53:GetHostedZone',
      'route53:ListHostedZonesByName',
      'route53:ListResourceRecordSetProtections',
      'route53:ListResourceRecordSets',
      'route53:ListTagsForResource',
      'route53:TestDNSAnswer',
    ],
    resources: ['*'],
  },
]

/** Condition keys of a change of records. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-conditions-route53.html */
const changed = 'route53:ChangeResourceRecordSets'

/** Any hosted zone of the account. */
export const anyZone = 'arn:aws:route53:::hostedzone/*'

/**
 * Moving hostnames. Records are created and deleted exactly as they were read, never overwritten blindly: there is no UPSERT.
 * The policy of docs/cognito.md is narrowed to zones that the reader names. Whoever narrows it further to some names must
 * leave the names `_cutover-*` in.
 */
const cutover: Statement[] = [
  {
    effect: 'Allow',
    actions: ['route53:ChangeResourceRecordSets'],
    resources: [anyZone],
    conditions: {
      // ForAllValues holds where a key is missing.
      Null: { [`${changed}Actions`]: ['false'], [`${changed}RecordTypes`]: ['false'] },
      'ForAllValues:StringEquals': {
        [`${changed}Actions`]: ['CREATE', 'DELETE'],
        [`${changed}RecordTypes`]: ['A', 'AAAA', 'CNAME', 'HTTPS', 'SVCB', 'TXT'],
      },
    },
  },
  {
    effect: 'Allow',
    actions: ['route53:CreateResourceRecordSetProtections', 'route53:DeleteResourceRecordSetProtections'],
    resources: [anyZone],
  },
  // A health check that asks the new load balancer with the real hostname before anything moves.
  { effect: 'Allow', actions: ['route53:CreateHealthCheck', 'route53:DeleteHealthCheck'], resources: ['*'] },
  {
    effect: 'Allow',
    actions: ['elasticloadbalancing:ModifyListener', 'elasticloadbalancing:ModifyRule'],
    resources: [
      'arn:aws:elasticloadbalancing:*:*:listener/app/*',
      'arn:aws:elasticloadbalancing:*:*:listener-rule/app/*',
    ],
  },
]

/** Any role that trusts ECS tasks; narrowed by whoever knows which roles tasks may get. */
export const anyTaskRole = 'arn:aws:iam::*:role/*'

const anyDefinition = 'arn:aws:ecs:*:*:task-definition/*'

/**
 * Registering revisions and giving them to services. Which roles may be passed to tasks is the boundary that counts: whoever may pass
 * a role may do, in a task, what the role may do. The policy of docs/cognito.md is narrowed to a prefix that the reader names.
 * IAM cannot tell scaling a service from deploying to it: both are `ecs:UpdateService`.
 */
const deploy: Statement[] = [
  {
    effect: 'Allow',
    actions: ['ecs:DeleteTaskDefinitions', 'ecs:RegisterTaskDefinition'],
    resources: [anyDefinition],
  },
  // It has no narrower resource than `*`.
  { effect: 'Allow', actions: ['ecs:DeregisterTaskDefinition'], resources: ['*'] },
  {
    effect: 'Allow',
    actions: ['ecs:TagResource'],
    resources: [anyDefinition],
    conditions: { StringEquals: { 'ecs:CreateAction': ['RegisterTaskDefinition'] } },
  },
  { effect: 'Allow', actions: ['ecs:UpdateService'], resources: ['arn:aws:ecs:*:*:service/*'] },
  {
    effect: 'Allow',
    actions: ['iam:PassRole'],
    resources: [anyTaskRole],
    conditions: { StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } },
  },
  // Whether what a definition names is there. Names only: the guard denies the values.
  {
    effect: 'Allow',
    actions: [
      'iam:GetRole',
      'iam:ListRoles',
      'secretsmanager:DescribeSecret',
      'secretsmanager:ListSecrets',
      'ssm:DescribeParameters',
    ],
    resources: ['*'],
  },
]

/** Actions that no call is named after: AWS asks for them along with another call. */
export const askedAlong = ['ecs:TagResource', 'iam:PassRole']

/** Statements by capability. */
const capabilities = { read, cutover, deploy } satisfies Record<string, Statement[]>

/**
 * What the console must never do, with whatever role: assume another one, read secrets or parameters, decrypt, delete
 * hosted zones, change its own sign-in or IAM. Twelve `?` are an account id: public parameters (of machine images) have none.
 */
export const guard: Statement[] = [
  { effect: 'Allow', actions: ['*'], resources: ['*'] },
  {
    effect: 'Deny',
    actions: [
      'cognito-identity:*',
      'cognito-idp:*',
      'iam:Add*',
      'iam:Attach*',
      'iam:Change*',
      'iam:Create*',
      'iam:Deactivate*',
      'iam:Delete*',
      'iam:Detach*',
      'iam:Enable*',
      'iam:Put*',
      'iam:Remove*',
      'iam:Reset*',
      'iam:Resync*',
      'iam:Set*',
      'iam:Tag*',
      'iam:Untag*',
      'iam:Update*',
      'iam:Upload*',
      'kms:Decrypt',
      'route53:DeleteHostedZone',
      'secretsmanager:BatchGetSecretValue',
      'secretsmanager:GetSecretValue',
      'sts:AssumeRole',
    ],
    resources: ['*'],
  },
  {
    effect: 'Deny',
    actions: ['ssm:GetParameter*'],
    resources: ['arn:aws:ssm:*:????????????:parameter/*'],
  },
]

function role(...names: (keyof typeof capabilities)[]): RolePermissions {
  return {
    statements: names.flatMap((name) => capabilities[name]),
    capabilities: names,
    boundary: guard,
  }
}

/** Roles from the weakest to the strongest: sign-in lands on the first, the others are taken on demand. */
export const roles = {
  viewer: role('read'),
  operator: role('read'),
  cutover: role('read', 'cutover'),
  deployer: role('read', 'deploy'),
} satisfies Record<string, RolePermissions>
