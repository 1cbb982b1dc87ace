/** Certificates of a copy. */
import type {
  CertificateDetail,
  DescribeCertificateCommandInput,
  DescribeCertificateCommandOutput,
} from '@aws-sdk/client-acm'
import type { CertificateRecord } from '../../world/acm-tables.ts'
import { regionOf } from '../../world/create.ts'
import type { World } from '../../world/world.ts'
import { answersOf, at, filled, type RecordedCall } from './recorded.ts'

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

const defaults = {
  CertificateArn: '',
  DomainName: '',
  SubjectAlternativeNames: [],
  Status: 'ISSUED',
} satisfies CertificateDetail

function toRecord(world: World, recorded: CertificateDetail): CertificateRecord {
  const given = filled<CertificateDetail, typeof defaults>(recorded, defaults)
  return {
    certificateArn: given.CertificateArn,
    domainName: given.DomainName,
    subjectAlternativeNames: [...new Set([given.DomainName, ...given.SubjectAlternativeNames])],
    type: given.Type === 'IMPORTED' ? 'IMPORTED' : 'AMAZON_ISSUED',
    status: given.Status,
    ...(given.FailureReason && { failureReason: given.FailureReason }),
    keyAlgorithm: given.KeyAlgorithm?.startsWith('EC') ? 'EC_prime256v1' : 'RSA_2048',
    createdAt: at(given.CreatedAt, world.now),
    ...dates(given, world.now),
    tags: {},
  }
}

/** Those that there are: before it is issued a certificate has none. */
function dates(
  { IssuedAt, ImportedAt, NotBefore, NotAfter }: CertificateDetail,
  now: number,
): Pick<CertificateRecord, 'issuedAt' | 'importedAt' | 'notBefore' | 'notAfter'> {
  return {
    ...(IssuedAt && { issuedAt: at(IssuedAt, now) }),
    ...(ImportedAt && { importedAt: at(ImportedAt, now) }),
    ...(NotBefore && { notBefore: at(NotBefore, now) }),
    ...(NotAfter && { notAfter: at(NotAfter, now) }),
  }
}
