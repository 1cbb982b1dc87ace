/** The keys of the console, shown by `?`. */
import Box from '@cloudscape-design/components/box'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Toggle from '@cloudscape-design/components/toggle'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import { setPreferences } from './preferences.ts'
import { usePreferences } from './use-preferences.ts'

const words = {
  title: { en: 'Keyboard', ko: '키보드' },
  close: { en: 'Close', ko: '닫기' },
  singleKeys: { en: 'Single keys are on', ko: '단일 키 사용' },
} satisfies Record<string, Text>

const keys: [keys: string, does: Text][] = [
  ['?', { en: 'This list', ko: '이 목록' }],
  ['/', { en: 'Filter', ko: '필터' }],
  ['r', { en: 'Refresh', ko: '새로 고침' }],
  ['g c', { en: 'Go to clusters', ko: '클러스터로 이동' }],
  ['g s', { en: 'Go to the services of this cluster', ko: '이 클러스터의 서비스로 이동' }],
  ['g l', { en: 'Go to load balancers', ko: '로드 밸런서로 이동' }],
  ['g v', { en: 'Go to cutovers', ko: '전환으로 이동' }],
  ['g t', { en: 'Go to target groups', ko: '대상 그룹으로 이동' }],
  ['c', { en: 'Copy the ARN', ko: 'ARN 복사' }],
  ['y', { en: 'Copy a link to this page', ko: '이 페이지의 링크 복사' }],
  ['o', { en: 'Open in the AWS console', ko: 'AWS 콘솔에서 열기' }],
]

export function HelpDialog({ close }: { close: () => void }) {
  const say = useText()
  const { singleKeys } = usePreferences()
  return (
    <Modal visible header={say(words.title)} closeAriaLabel={say(words.close)} onDismiss={close}>
      <SpaceBetween size="l">
        <KeyValuePairs
          columns={2}
          items={keys.map(([label, does]) => ({
            label: <Box variant="code">{label}</Box>,
            value: say(does),
          }))}
        />
        <Toggle
          checked={singleKeys}
          onChange={({ detail }) => setPreferences({ singleKeys: detail.checked })}
        >
          {say(words.singleKeys)}
        </Toggle>
      </SpaceBetween>
    </Modal>
  )
}
