/** Health of the targets, with what their health checks were answered. */
import Box from '@cloudscape-design/components/box'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Target } from '../../../core/elb/target-group.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { SkeletonLines } from '../../../ui/SkeletonLines.tsx'

const words = {
  title: { en: 'Targets', ko: '대상' },
  target: { en: 'Target', ko: '대상' },
  zone: { en: 'Availability Zone', ko: '가용 영역' },
  state: { en: 'Health', ko: '상태' },
  why: { en: 'Answer to the health check', ko: '상태 확인 응답' },
  fine: { en: 'as expected', ko: '예상대로' },
  none: { en: 'No target is registered.', ko: '등록된 대상이 없습니다.' },
} satisfies Record<string, Text>

export function AccessTargets({ targets }: { targets: readonly Target[] | undefined }) {
  const say = useText()
  if (!targets) return <SkeletonLines lines={3} />
  return (
    <div>
      <Box variant="h3">{say(words.title)}</Box>
      <div className="tg-records-box">
        <table className="tg-records" aria-label={say(words.title)}>
          <thead>
            <tr>
              {[words.target, words.zone, words.state, words.why].map((each) => (
                <th key={each.en} scope="col">
                  {say(each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {targets.map(({ id, port, availabilityZone, state, reason, description }) => (
              <tr key={`${id}:${String(port)}`}>
                <th scope="row">
                  <code>{port === undefined ? id : `${id}:${String(port)}`}</code>
                </th>
                <td>{availabilityZone ?? '–'}</td>
                <td>
                  <StatusIndicator type={state === 'healthy' ? 'success' : 'warning'}>
                    {state}
                  </StatusIndicator>
                </td>
                <td>
                  {reason === undefined && description === undefined
                    ? say(words.fine)
                    : [reason, description].filter((each) => each !== undefined).join(' · ')}
                </td>
              </tr>
            ))}
            {targets.length === 0 && (
              <tr>
                <td colSpan={4}>{say(words.none)}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </div>
  )
}
