/** DescribeCertificate. https://docs.aws.amazon.com/acm/latest/APIReference/API_DescribeCertificate.html */
import {
  type CertificateDetail,
  DescribeCertificate$,
  type DescribeCertificateCommandInput,
  type DescribeCertificateCommandOutput,
} from '@aws-sdk/client-acm'
import { usersOf } from '../../engine/certificates.ts'
import { operation } from '../../operation.ts'
import type { CertificateRecord } from '../../world/acm-tables.ts'
import { certificateByArn } from './look-up.ts'
import { dates, renewalEligibility } from './view.ts'

export const DescribeCertificate = operation<
  DescribeCertificateCommandInput,
  DescribeCertificateCommandOutput
>(
  DescribeCertificate$,
  ({ CertificateArn = '' }, { world, region }) => {
    const record = certificateByArn(region, CertificateArn)
    const InUseBy = usersOf(world, region, record.certificateArn)
    return {
      Certificate: { ...detail(record), InUseBy, RenewalEligibility: renewalEligibility(record, InUseBy) },
    }
  },
  ({ CertificateArn = '' }) => ({ resources: [CertificateArn] }),
)

function detail(record: CertificateRecord): CertificateDetail {
  const names = record.subjectAlternativeNames
  const amazon = record.type === 'AMAZON_ISSUED'
  return {
    CertificateArn: record.certificateArn,
    DomainName: record.domainName,
    SubjectAlternativeNames: names,
    DomainValidationOptions: amazon
      ? names.map((name) => ({
          DomainName: name,
          ValidationDomain: name,
          ValidationStatus: validationOf(record),
          ValidationMethod: 'DNS',
        }))
      : undefined,
    Subject: `CN=${record.domainName}`,
    Issuer: amazon ? 'Amazon' : 'Example CA',
    ...dates(record),
    Status: record.status,
    KeyAlgorithm: record.keyAlgorithm,
    SignatureAlgorithm: record.keyAlgorithm === 'RSA_2048' ? 'SHA256WITHRSA' : 'SHA256WITHECDSA',
    FailureReason: record.failureReason,
    Type: record.type,
  }
}

function validationOf({ status }: CertificateRecord): 'SUCCESS' | 'FAILED' | 'PENDING_VALIDATION' {
  if (status === 'PENDING_VALIDATION') return status
  return status === 'FAILED' || status === 'VALIDATION_TIMED_OUT' ? 'FAILED' : 'SUCCESS'
}
