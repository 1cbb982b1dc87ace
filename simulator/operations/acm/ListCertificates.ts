/** ListCertificates. https://docs.aws.amazon.com/acm/latest/APIReference/API_ListCertificates.html */
import {
  type CertificateSummary,
  type KeyAlgorithm,
  ListCertificates$,
  type ListCertificatesCommandInput,
  type ListCertificatesCommandOutput,
} from '@aws-sdk/client-acm'
import { usersOf } from '../../engine/certificates.ts'
import { AwsError, operation } from '../../operation.ts'
import type { CertificateRecord } from '../../world/acm-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { pageOf } from '../page.ts'
import { dates, renewalEligibility } from './view.ts'

/** Certificates per answer: what ACM gives unasked, and its limit. */
const PAGE = 100
const PAGE_LIMIT = 1000

/** Key algorithms that are listed when the caller names none: the others have to be asked for. */
const USUAL_KEYS: KeyAlgorithm[] = ['RSA_1024', 'RSA_2048']

/** Names told in a list; the rest is only said to exist. */
const NAMES = 100

export const ListCertificates = operation<ListCertificatesCommandInput, ListCertificatesCommandOutput>(
  ListCertificates$,
  ({ CertificateStatuses, Includes, MaxItems = PAGE, NextToken }, { world, region }) => {
    if (MaxItems < 1 || MaxItems > PAGE_LIMIT) {
      throw new AwsError(
        'ValidationException',
        `1 validation error detected: Value '${MaxItems}' at 'maxItems' failed to satisfy constraint: Member must have value between 1 and ${PAGE_LIMIT}`,
      )
    }
    const keys = Includes?.keyTypes?.length ? Includes.keyTypes : USUAL_KEYS
    const wanted = Object.values(region.certificates).filter(
      ({ status, keyAlgorithm }) =>
        keys.includes(keyAlgorithm) && (!CertificateStatuses?.length || CertificateStatuses.includes(status)),
    )
    const page = pageOf(wanted, MaxItems, NextToken)
    if (!page) throw new AwsError('InvalidArgsException', 'The pagination token is not valid.')
    return {
      CertificateSummaryList: page.items.map((record) => summary(world, region, record)),
      NextToken: page.nextToken,
    }
  },
)

function summary(world: World, region: RegionTables, record: CertificateRecord): CertificateSummary {
  const names = record.subjectAlternativeNames
  const users = usersOf(world, region, record.certificateArn)
  return {
    CertificateArn: record.certificateArn,
    DomainName: record.domainName,
    SubjectAlternativeNameSummaries: names.slice(0, NAMES),
    HasAdditionalSubjectAlternativeNames: names.length > NAMES,
    Status: record.status,
    Type: record.type,
    KeyAlgorithm: record.keyAlgorithm,
    InUse: users.length > 0,
    RenewalEligibility: renewalEligibility(record, users),
    ...dates(record),
  }
}
