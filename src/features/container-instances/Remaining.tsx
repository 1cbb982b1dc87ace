/** What is left of a resource: the number, aligned, and a small bar of what is used. */
import type { Text } from '../../i18n/text.ts'
import { useLocale, useText } from '../../i18n/use-text.ts'
import { palette } from '../../widgets/metric-chart/palette.ts'

const words = {
  of: { en: '{left} of {all} left', ko: '{all} 중 {left} 남음' },
} satisfies Record<string, Text>

interface RemainingProps {
  remaining: number
  registered: number
  unit: string
}

export function Remaining({ remaining, registered, unit }: RemainingProps) {
  const say = useText()
  const locale = useLocale()
  const number = (value: number): string => value.toLocaleString(locale)
  const used = registered === 0 ? 0 : Math.min(1, Math.max(0, 1 - remaining / registered))
  const text = say(words.of, { left: `${number(remaining)} ${unit}`, all: `${number(registered)} ${unit}` })
  return (
    <div title={text} style={{ inlineSize: 116 }}>
      <div style={{ textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
        {number(remaining)} <span style={{ color: palette.textQuiet }}>/ {number(registered)}</span>
      </div>
      <div aria-hidden="true" style={{ blockSize: 4, borderRadius: 2, background: palette.track }}>
        <div
          style={{
            inlineSize: `${String(used * 100)}%`,
            blockSize: 4,
            borderRadius: 2,
            background: palette.fill,
          }}
        />
      </div>
    </div>
  )
}
