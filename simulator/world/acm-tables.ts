/** Certificates of AWS Certificate Manager as plain tables. Times are ms since the epoch. */
import type { CertificateStatus, FailureReason } from '@aws-sdk/client-acm'

export interface CertificateRecord {
  certificateArn: string
  /** First name of the certificate. */
  domainName: string
  /** Every name, the first one too; a name may begin with `*.` for one label. */
  subjectAlternativeNames: string[]
  type: 'AMAZON_ISSUED' | 'IMPORTED'
  status: CertificateStatus
  /** Why it could not be issued, e.g. `CAA_ERROR`; FAILED ones only. */
  failureReason?: FailureReason
  keyAlgorithm: 'RSA_2048' | 'EC_prime256v1'
  createdAt: number
  /** Absent until it is issued; imported ones have none. */
  issuedAt?: number
  /** Imported ones only. */
  importedAt?: number
  /** Validity; absent until there is a certificate. */
  notBefore?: number
  notAfter?: number
  tags: Record<string, string>
}
