/** Registry: Route 53, one line per operation. */
import type { ServiceModel } from '../../operation.ts'
import { ListHostedZones } from './ListHostedZones.ts'

export const route53: ServiceModel = {
  name: 'route53',
  signingName: 'route53',
  iamPrefix: 'route53',
  protocol: 'restXml',
  version: '2013-04-01',
  xmlNamespace: 'https://route53.amazonaws.com/doc/2013-04-01/',
  operations: [ListHostedZones],
}
