/** What AWS requires of the actions of a rule or listener, and the form in which it keeps them. */
import type {
  Action,
  AuthenticateOidcActionConfig,
  ForwardActionConfig,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { AwsError } from '../../operation.ts'
import type { ListenerRecord } from '../../world/elb-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { targetGroupByArn } from './look-up.ts'

/** Target groups of one action. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const MOST_GROUPS = 5
const MOST_ACTIONS = 5
const MOST_WEIGHT = 999
/** Seconds: seven days. */
const LONGEST_STICKINESS = 604_800

const finals = ['forward', 'redirect', 'fixed-response']

/** Which listener the actions are for, and those they take the place of. */
export interface ActionsPlace {
  region: RegionTables
  listener: ListenerRecord
  before: Action[]
}

/** The actions with what AWS fills in, in order. @throws AwsError with AWS's code for what it refuses */
export function keptActions(place: ActionsPlace, actions: Action[]): Action[] {
  if (actions.length === 0) throw invalid('ValidationError', 'You must specify at least one action')
  if (actions.length > MOST_ACTIONS) throw invalid('TooManyActions', 'Too many actions')
  if (actions.length > 1 && new Set(actions.map(({ Order }) => Order ?? 0)).size < actions.length) {
    throw invalid('ValidationError', 'Each action of a rule with several actions needs an order of its own')
  }
  const sorted = actions.map((action) => ({ ...action, Order: action.Order ?? 1 }))
  sorted.sort((a, b) => a.Order - b.Order)
  const last = sorted.filter(({ Type }) => finals.includes(Type ?? ''))
  if (last.length !== 1 || last[0] !== sorted.at(-1)) {
    throw invalid('InvalidLoadBalancerAction', `The last action must be one of '${finals.join("', '")}'`)
  }
  return sorted.map((action) => kept(place, action))
}

function kept(place: ActionsPlace, action: Action): Action {
  if (action.Type === 'forward') return forwarding(place, action)
  if (action.Type?.startsWith('authenticate-') && place.listener.protocol !== 'HTTPS') {
    throw invalid(
      'InvalidLoadBalancerAction',
      `Actions of type '${action.Type}' are supported only on HTTPS listeners`,
    )
  }
  if (action.Type !== 'authenticate-oidc') return action
  return { ...action, AuthenticateOidcConfig: signingIn(place, action.AuthenticateOidcConfig) }
}

/** AWS keeps every forward with weights, and repeats the target group outside where there is only one. */
function forwarding(place: ActionsPlace, { TargetGroupArn, ForwardConfig, Order }: Action): Action {
  const given = ForwardConfig?.TargetGroups ?? []
  const groups = given.length > 0 || TargetGroupArn === undefined ? given : [{ TargetGroupArn }]
  const TargetGroups = groups.map((group) => ({ ...group, Weight: group.Weight ?? 1 }))
  const [only, ...others] = TargetGroups
  if (!only) throw invalid('ValidationError', 'You must specify a target group for a forward action')
  if (TargetGroupArn !== undefined && (others.length > 0 || only.TargetGroupArn !== TargetGroupArn)) {
    throw invalid(
      'InvalidLoadBalancerAction',
      'A forward action with a target group ARN may name only that target group in its forward config',
    )
  }
  for (const { Weight } of TargetGroups) checkWeight(Weight)
  const TargetGroupStickinessConfig = stickiness(ForwardConfig)
  checkGroups(
    place,
    TargetGroups.map((group) => group.TargetGroupArn ?? ''),
    TargetGroupStickinessConfig.Enabled === true,
  )
  return {
    Type: 'forward',
    ...(others.length === 0 ? { TargetGroupArn: only.TargetGroupArn } : {}),
    Order,
    ForwardConfig: { TargetGroups, TargetGroupStickinessConfig },
  }
}

function checkWeight(weight: number): void {
  if (Number.isInteger(weight) && weight >= 0 && weight <= MOST_WEIGHT) return
  throw invalid('ValidationError', `Target group weight '${weight}' must be between 0 and ${MOST_WEIGHT}`)
}

function stickiness(
  config: ForwardActionConfig | undefined,
): NonNullable<ForwardActionConfig['TargetGroupStickinessConfig']> {
  const { Enabled = false, DurationSeconds } = config?.TargetGroupStickinessConfig ?? {}
  const needed = Enabled || DurationSeconds !== undefined
  const seconds = DurationSeconds ?? 0
  if (needed && (seconds < 1 || seconds > LONGEST_STICKINESS)) {
    throw invalid(
      'ValidationError',
      `Target group stickiness duration must be between 1 and ${LONGEST_STICKINESS} seconds`,
    )
  }
  return { Enabled, ...(needed ? { DurationSeconds: seconds } : {}) }
}

function checkGroups({ region, listener }: ActionsPlace, arns: string[], groupStickiness: boolean): void {
  if (arns.length > MOST_GROUPS || new Set(arns).size < arns.length) {
    throw invalid('ValidationError', `A forward action takes up to ${MOST_GROUPS} different target groups`)
  }
  const groups = arns.map((arn) => targetGroupByArn(region, arn, `Target groups '${arn}' not found`))
  const taken = groups.filter(({ loadBalancerArns }) =>
    loadBalancerArns.some((arn) => arn !== listener.loadBalancerArn),
  )
  if (taken.length > 0) {
    throw invalid(
      'TargetGroupAssociationLimit',
      `The following target groups cannot be associated with more than one load balancer: ${taken
        .map(({ targetGroupArn }) => targetGroupArn)
        .join(', ')}`,
    )
  }
  const sticky = groups.some(({ attributes }) => attributes['stickiness.enabled'] === 'true')
  if (groups.length > 1 && sticky && !groupStickiness) {
    throw invalid(
      'InvalidConfigurationRequest',
      'You must enable group stickiness on a rule if you enabled target stickiness on one of its target groups',
    )
  }
}

/** A client secret is never told: who changes a rule gives it again, or says that the known one stays. */
function signingIn(
  { before }: ActionsPlace,
  config: AuthenticateOidcActionConfig | undefined,
): AuthenticateOidcActionConfig {
  if (!config)
    throw invalid('ValidationError', 'An authenticate-oidc action needs an authenticate oidc config')
  const { UseExistingClientSecret, ClientSecret, ...rest } = config
  const known = before.find(({ Type }) => Type === 'authenticate-oidc')?.AuthenticateOidcConfig
  const secret = ClientSecret ?? (UseExistingClientSecret ? known?.ClientSecret : undefined)
  if (secret === undefined) {
    throw invalid(
      'InvalidConfigurationRequest',
      UseExistingClientSecret
        ? 'There is no existing client secret to use'
        : 'A client secret is required unless the existing one is to be used',
    )
  }
  return {
    SessionCookieName: 'AWSELBAuthSessionCookie',
    Scope: 'openid',
    SessionTimeout: 604_800,
    OnUnauthenticatedRequest: 'authenticate',
    ...rest,
    ClientSecret: secret,
  }
}

function invalid(code: string, message: string): AwsError {
  return new AwsError(code, message)
}
