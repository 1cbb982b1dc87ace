/** Registry: AWS Certificate Manager, one line per operation. */
import type { ServiceModel } from '../../operation.ts'
import { DescribeCertificate } from './DescribeCertificate.ts'
import { ListCertificates } from './ListCertificates.ts'

export const acm: ServiceModel = {
  name: 'acm',
  signingName: 'acm',
  iamPrefix: 'acm',
  protocol: 'awsJson1_1',
  target: 'CertificateManager',
  version: '2015-12-08',
  operations: [DescribeCertificate, ListCertificates],
}
