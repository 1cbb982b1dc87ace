/** Levels of checks: a word and an icon each; colour is never the only sign. */
import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { CheckLevel } from '../../../core/cutover/preflight/evaluate.ts'
import type { Text } from '../../../i18n/text.ts'

export type ShownLevel = CheckLevel | 'running'

export const levelWords = {
  fail: { en: 'Failed', ko: '실패' },
  unknown: { en: 'Could not be checked', ko: '확인 불가' },
  warn: { en: 'Warning', ko: '경고' },
  info: { en: 'Note', ko: '참고' },
  pass: { en: 'Passed', ko: '통과' },
  running: { en: 'Checking', ko: '점검 중' },
} satisfies Record<ShownLevel, Text>

export const levelIcons: Record<ShownLevel, StatusIndicatorProps.Type> = {
  fail: 'error',
  unknown: 'not-started',
  warn: 'warning',
  info: 'info',
  pass: 'success',
  running: 'in-progress',
}
