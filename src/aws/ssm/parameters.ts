/** Parameters of Parameter Store by name, never their values. */
import { DescribeParametersCommand, type ParameterStringFilter } from '@aws-sdk/client-ssm'
import { list, text } from '../answer.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { ssm } from './ssm.ts'

export interface ParameterName {
  name: string
  /** String, StringList or SecureString. */
  type: string
}

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html */
const pageSize = 50

/** Every parameter of the Region. @throws AwsProblem */
export function listParameters(aws: Aws, options?: CallOptions): Promise<ParameterName[]> {
  return describe(aws, undefined, options)
}

/** The parameter of exactly this name, or undefined. @throws AwsProblem */
export async function findParameter(
  aws: Aws,
  name: string,
  options?: CallOptions,
): Promise<ParameterName | undefined> {
  const found = await describe(aws, [{ Key: 'Name', Option: 'Equals', Values: [name] }], options)
  return found.find((one) => one.name === name)
}

function describe(
  aws: Aws,
  ParameterFilters: ParameterStringFilter[] | undefined,
  options: CallOptions | undefined,
): Promise<ParameterName[]> {
  return listAll(
    aws,
    {
      service: ssm,
      bucket: 'ssm',
      command: (NextToken) =>
        new DescribeParametersCommand({ MaxResults: pageSize, NextToken, ParameterFilters }),
      take: ({ Parameters, NextToken }) => ({
        items: list(Parameters, 'Parameters').map(({ Name, Type = 'String' }) => ({
          name: text(Name, 'Name'),
          type: Type,
        })),
        next: NextToken,
      }),
      id: ({ name }) => name,
    },
    options,
  )
}
