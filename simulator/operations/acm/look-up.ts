/** Finding the certificate a call names, and ACM's errors when it is not there. */
import { AwsError } from '../../operation.ts'
import type { CertificateRecord } from '../../world/acm-tables.ts'
import type { RegionTables } from '../../world/world.ts'

/** @throws AwsError InvalidArnException, ResourceNotFoundException */
export function certificateByArn(region: RegionTables, arn: string): CertificateRecord {
  if (!/^arn:aws:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/.test(arn)) {
    throw new AwsError('InvalidArnException', `Invalid ARN: ${arn}`)
  }
  const found = region.certificates[arn]
  if (!found) {
    const account = arn.split(':')[4] ?? ''
    throw new AwsError(
      'ResourceNotFoundException',
      `Could not find certificate ${arn} in account ${account}.`,
    )
  }
  return found
}
