/** What the numbers of the guards are called, and how a person types them. */
import type { Text } from '../../../i18n/text.ts'

export interface ThresholdField {
  label: Text
  /** What is typed, divided by this, is what the guard takes. */
  scale: number
}

const fields: Record<string, ThresholdField> = {
  ratio: { label: { en: 'Share of requests, %', ko: '요청 비율(%)' }, scale: 100 },
  overBaseline: { label: { en: 'Above the legacy, points', ko: '레거시 대비 증가(%p)' }, scale: 100 },
  timesBaseline: { label: { en: 'Times the legacy', ko: '레거시의 배수' }, scale: 1 },
  requests: { label: { en: 'Requests a minute needs', ko: '분당 최소 요청 수' }, scale: 1 },
  trips: { label: { en: 'Minutes over the limit', ko: '한도를 넘은 분 수' }, scale: 1 },
  of: { label: { en: 'Of the last minutes', ko: '확인할 최근 분 수' }, scale: 1 },
  seconds: { label: { en: 'Seconds (p95)', ko: '초(p95)' }, scale: 1 },
  hosts: { label: { en: 'Targets', ko: '대상 수' }, scale: 1 },
  belowMs: {
    label: { en: 'Minutes below the desired count', ko: '원하는 수 미만 지속 시간(분)' },
    scale: 1 / 60_000,
  },
}

/** A threshold without words keeps its own name. */
export function thresholdField(name: string): ThresholdField {
  return fields[name] ?? { label: { en: name, ko: name }, scale: 1 }
}
