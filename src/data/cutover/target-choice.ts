/** What the new side can be proposed from: services of a cluster, the service behind a target group, the rule that two groups share. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { findOwningService, type OwningService } from '../../aws/cutover/new-side.ts'
import { listServices } from '../../aws/ecs/services.ts'
import { getListenerActions, getRuleActions } from '../../aws/elb/rule-actions.ts'
import type { RuleActionRecord, RuleTarget } from '../../core/cutover/params.ts'
import { urgency } from '../call-options.ts'

/** What is chosen from is read again when asked for; ms for which it is taken as fresh. */
const staleTime = 60_000

/** Names of all services of a cluster, in order. */
export function serviceNamesQuery(aws: Aws, cluster: string) {
  return queryOptions({
    queryKey: [aws.key, 'service-names', cluster] as const,
    queryFn: async (context): Promise<string[]> => {
      const arns = await listServices(aws, cluster, urgency(context))
      return arns.map((arn) => arn.split('/').at(-1) ?? arn).toSorted()
    },
    staleTime,
  })
}

/** The service that registers its tasks in a target group; null for none. */
export function owningServiceQuery(aws: Aws, targetGroupArn: string) {
  return queryOptions({
    queryKey: [aws.key, 'owning-service', targetGroupArn] as const,
    queryFn: async (context): Promise<OwningService | null> =>
      (await findOwningService(aws, targetGroupArn, urgency(context))) ?? null,
    staleTime,
  })
}

/** What a rule, or a listener by default, does: word for word, to be put back so. */
export function ruleActionsQuery(aws: Aws, { arn, kind }: Pick<RuleTarget, 'arn' | 'kind'>) {
  return queryOptions({
    queryKey: [aws.key, 'rule-actions', kind, arn] as const,
    queryFn: async (context): Promise<RuleActionRecord[]> => {
      const read = kind === 'rule' ? getRuleActions : getListenerActions
      return (await read(aws, arn, urgency(context))).value
    },
    staleTime,
  })
}
