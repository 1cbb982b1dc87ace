/** Certificates as the console sees them. Times are ms since the epoch. */
export interface Certificate {
  arn: string
  domainName: string
  /** Every name, the domain name too; one that begins with `*.` stands for one label. */
  names: string[]
  /** `ISSUED`, `PENDING_VALIDATION`, `EXPIRED`, … */
  status: string
  /** `AMAZON_ISSUED`, `IMPORTED` or `PRIVATE`. */
  type: string
  /** Validity; absent while there is no certificate yet. */
  notBefore?: number
  notAfter?: number
  /** `ELIGIBLE` when AWS renews it by itself. */
  renewalEligibility?: string
  failureReason?: string
  keyAlgorithm?: string
  /** ARNs of what uses it. */
  inUseBy: string[]
}

/** One of the certificates that a listener chooses from by the name in the TLS handshake. */
export interface ListenerCertificate {
  arn: string
  /** Shown when no certificate fits the name. */
  isDefault: boolean
  /** Absent for server certificates of IAM: nothing can be said about them. */
  certificate?: Certificate
}
