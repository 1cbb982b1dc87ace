/** ListHealthChecks: in order of their ids. https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHealthChecks.html */
import { ListHealthChecks$ } from '@aws-sdk/client-route-53'
import type { ListHealthChecksCommandInput, ListHealthChecksCommandOutput } from '@aws-sdk/client-route-53'
import { AwsError, operation } from '../../operation.ts'
import { healthCheckView } from './health-check-view.ts'
import { pageSize } from './look-up.ts'

/** Health checks per answer at most. */
const PAGE = 100

export const ListHealthChecks = operation<ListHealthChecksCommandInput, ListHealthChecksCommandOutput>(
  ListHealthChecks$,
  ({ Marker, MaxItems }, { world }) => {
    const size = pageSize(MaxItems, PAGE)
    const checks = Object.values(world.dns.healthChecks).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const start = Marker === undefined ? 0 : checks.findIndex(({ id }) => id === Marker)
    if (start < 0) throw new AwsError('InvalidInput', `The marker ${Marker} does not exist.`)
    const next = checks[start + size]
    return {
      HealthChecks: checks.slice(start, start + size).map(healthCheckView),
      Marker: Marker ?? '',
      IsTruncated: next !== undefined,
      NextMarker: next?.id,
      MaxItems: size,
    }
  },
)
