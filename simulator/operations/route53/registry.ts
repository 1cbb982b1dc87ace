/** Registry: Route 53, one line per operation. */
import type { ServiceModel } from '../../operation.ts'
import { ChangeResourceRecordSets } from './ChangeResourceRecordSets.ts'
import { CreateHealthCheck } from './CreateHealthCheck.ts'
import { CreateResourceRecordSetProtections } from './CreateResourceRecordSetProtections.ts'
import { DeleteHealthCheck } from './DeleteHealthCheck.ts'
import { DeleteResourceRecordSetProtections } from './DeleteResourceRecordSetProtections.ts'
import { GetChange } from './GetChange.ts'
import { GetDNSSEC } from './GetDNSSEC.ts'
import { GetHealthCheck } from './GetHealthCheck.ts'
import { GetHealthCheckStatus } from './GetHealthCheckStatus.ts'
import { GetHostedZone } from './GetHostedZone.ts'
import { GetHostedZoneCount } from './GetHostedZoneCount.ts'
import { ListHealthChecks } from './ListHealthChecks.ts'
import { ListHostedZones } from './ListHostedZones.ts'
import { ListHostedZonesByName } from './ListHostedZonesByName.ts'
import { ListResourceRecordSetProtections } from './ListResourceRecordSetProtections.ts'
import { ListResourceRecordSets } from './ListResourceRecordSets.ts'
import { ListTagsForResource } from './ListTagsForResource.ts'
import { ListTagsForResources } from './ListTagsForResources.ts'
import { TestDNSAnswer } from './TestDNSAnswer.ts'
import { throttled } from './throttle.ts'

export const route53: ServiceModel = {
  name: 'route53',
  signingName: 'route53',
  iamPrefix: 'route53',
  protocol: 'restXml',
  version: '2013-04-01',
  xmlNamespace: 'https://route53.amazonaws.com/doc/2013-04-01/',
  operations: [
    ChangeResourceRecordSets,
    CreateHealthCheck,
    CreateResourceRecordSetProtections,
    DeleteHealthCheck,
    DeleteResourceRecordSetProtections,
    GetChange,
    GetDNSSEC,
    GetHealthCheck,
    GetHealthCheckStatus,
    GetHostedZone,
    GetHostedZoneCount,
    ListHealthChecks,
    ListHostedZones,
    ListHostedZonesByName,
    ListResourceRecordSetProtections,
    ListResourceRecordSets,
    ListTagsForResource,
    ListTagsForResources,
    TestDNSAnswer,
  ].map(throttled),
}
