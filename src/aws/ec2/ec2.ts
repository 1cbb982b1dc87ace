/** The EC2 client: by far the largest one, so import it only where something of EC2 is really asked for. */
import { EC2Client } from '@aws-sdk/client-ec2'
import type { AwsService } from '../service.ts'

export const ec2: AwsService<EC2Client> = {
  key: 'ec2',
  iamPrefix: 'ec2',
  create: (config) => new EC2Client(config),
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html (and …SecurityGroups, …Subnets) */
export const ec2PageSize = 1000

/** Tags as a map. */
export function ec2Tags(
  tags: readonly { Key?: string | undefined; Value?: string | undefined }[] | undefined,
): Record<string, string> {
  return Object.fromEntries((tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]))
}
