/** Secrets and parameters as plain tables: names only, the simulator holds no values. Times are ms since the epoch. */

export interface SecretRecord {
  arn: string
  name: string
  description?: string
  createdAt: number
  /** Scheduled for deletion. */
  deletedAt?: number
}

export interface ParameterRecord {
  name: string
  type: 'String' | 'StringList' | 'SecureString'
  changedAt: number
}
