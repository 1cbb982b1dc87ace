/** The service fails by itself: each answers 5xx with its own code. */
import { AwsError } from '../operation.ts'
import { commonError } from '../protocol/common-errors.ts'
import { type FaultKind, numberOption } from './fault-kind.ts'

/** Modelled codes of services that have one of their own for 500; the others answer AWS's common InternalFailure. */
const codes: Record<string, string> = {
  ecs: 'ServerException',
  cognitoIdentity: 'InternalErrorException',
  cloudwatch: 'InternalServiceFault',
}

export const serverError: FaultKind = {
  kind: 'server-error',
  summary: 'Answered with HTTP 500, or `status` (503 gives the unavailable code).',
  make({ asked, options }) {
    const { name, protocol } = asked.service
    const status = numberOption(options, 'status', 500)
    if (status === 503) return { before: commonError('unavailable', protocol) }
    const common = commonError('internal', protocol)
    return {
      before: new AwsError(codes[name] ?? common.code, 'Service Unavailable. Please try again later.', {
        status,
      }),
    }
  },
}
