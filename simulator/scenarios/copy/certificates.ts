/** Certificates of a copy. */
import type {
  CertificateDetail,
  DescribeCertificateCommandInput,
  DescribeCertificateCommandOutput,
} from '@aws-sdk/client-acm'
import type { CertificateRecord } from '../../world/acm-tables.ts'
import { regionOf } from '../../world/create.ts'
import type { World } from '../../world/world.ts'
import { answersOf, at, type RecordedCall } from './recorded.ts'

export function copyCertificates(world: World, recorded: readonly RecordedCall[]): void {
  const answers = answersOf<DescribeCertificateCommandInput, DescribeCertificateCommandOutput>(
    recorded,
    'acm',
    'DescribeCertificate',
  )
  for (const { region, output } of answers) {
    const { Certificate: detail } = output
    if (detail?.CertificateArn === undefined) continue
    regionOf(world, region).certificates[detail.CertificateArn] = toRecord(world, detail)
  }
}

function toRecord(world: World, detail: CertificateDetail): CertificateRecord {
  const { CertificateArn = '', DomainName = '', SubjectAlternativeNames: names } = detail
  const { FailureReason, IssuedAt, ImportedAt, NotBefore, NotAfter } = detail
  const { now } = world
  return {
    certificateArn: CertificateArn,
    domainName: DomainName,
    subjectAlternativeNames: names?.length ? names : [DomainName],
    type: detail.Type === 'IMPORTED' ? 'IMPORTED' : 'AMAZON_ISSUED',
    status: detail.Status ?? 'ISSUED',
    ...(FailureReason && { failureReason: FailureReason }),
    keyAlgorithm: detail.KeyAlgorithm?.startsWith('EC') ? 'EC_prime256v1' : 'RSA_2048',
    createdAt: at(detail.CreatedAt, now),
    ...(IssuedAt && { issuedAt: at(IssuedAt, now) }),
    ...(ImportedAt && { importedAt: at(ImportedAt, now) }),
    ...(NotBefore && { notBefore: at(NotBefore, now) }),
    ...(NotAfter && { notAfter: at(NotAfter, now) }),
    tags: {},
  }
}
