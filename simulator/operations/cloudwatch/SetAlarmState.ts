/** SetAlarmState. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_SetAlarmState.html */
import {
  SetAlarmState$,
  type SetAlarmStateCommandInput,
  type SetAlarmStateCommandOutput,
} from '@aws-sdk/client-cloudwatch'
import { setAlarmState } from '../../engine/alarms.ts'
import { AwsError, operation } from '../../operation.ts'

/** How tests let an alarm go off. In AWS the next evaluation puts the state right again; here nothing evaluates. */
export const SetAlarmState = operation<SetAlarmStateCommandInput, SetAlarmStateCommandOutput>(
  SetAlarmState$,
  ({ AlarmName: name = '', StateValue: state, StateReason: reason = '', StateReasonData: data }, call) => {
    const { world, region } = call
    if (!Object.hasOwn(region.alarms, name))
      throw new AwsError('ResourceNotFound', `Unknown alarm ${name}`, { status: 404 })
    if (state !== 'OK' && state !== 'ALARM' && state !== 'INSUFFICIENT_DATA') {
      throw new AwsError(
        'ValidationError',
        `1 validation error detected: Value '${String(state)}' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]`,
      )
    }
    setAlarmState(world, region.name, name, { state, reason, data })
    return {}
  },
  ({ AlarmName = '' }, { world, region }) => ({
    resources: [`arn:aws:cloudwatch:${region.name}:${world.accountId}:alarm:${AlarmName}`],
  }),
)
