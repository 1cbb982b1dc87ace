/** Finding the application a call names, and CodeDeploy's error when it is not there. */
import { AwsError } from '../../operation.ts'
import type { CodeDeployApplicationRecord } from '../../world/codedeploy-tables.ts'
import type { RegionTables } from '../../world/world.ts'

/** @throws AwsError ApplicationDoesNotExistException */
export function applicationByName(region: RegionTables, name = ''): CodeDeployApplicationRecord {
  const found = Object.hasOwn(region.codeDeployApplications, name)
    ? region.codeDeployApplications[name]
    : undefined
  if (!found) {
    throw new AwsError('ApplicationDoesNotExistException', `No application found for name: ${name}`)
  }
  return found
}
