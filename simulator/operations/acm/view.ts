/** What answers about certificates have in common. */
import type { CertificateDetail, RenewalEligibility } from '@aws-sdk/client-acm'
import type { CertificateRecord } from '../../world/acm-tables.ts'

/** ACM renews what it issued, while something uses it. https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html */
export function renewalEligibility(record: CertificateRecord, users: string[]): RenewalEligibility {
  return record.type === 'AMAZON_ISSUED' && record.status === 'ISSUED' && users.length > 0
    ? 'ELIGIBLE'
    : 'INELIGIBLE'
}

export function dates(
  record: CertificateRecord,
): Pick<CertificateDetail, 'CreatedAt' | 'IssuedAt' | 'ImportedAt' | 'NotBefore' | 'NotAfter'> {
  return {
    CreatedAt: new Date(record.createdAt),
    IssuedAt: dateOf(record.issuedAt),
    ImportedAt: dateOf(record.importedAt),
    NotBefore: dateOf(record.notBefore),
    NotAfter: dateOf(record.notAfter),
  }
}

function dateOf(at: number | undefined): Date | undefined {
  return at === undefined ? undefined : new Date(at)
}
