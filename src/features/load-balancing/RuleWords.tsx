/** One listener rule in words: when it applies, and what it does. */
import Box from '@cloudscape-design/components/box'
import { targetGroupName } from '../../core/elb/arn-name.ts'
import type { Rule } from '../../core/elb/load-balancer.ts'
import { actionTexts, conditionTexts, type ForwardShare } from '../../core/elb/rule-text.ts'
import type { Text } from '../../i18n/text.ts'
import { useLocale, useText } from '../../i18n/use-text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { targetGroupHref } from '../../widgets/resource-link/href.ts'

const words = {
  always: { en: 'no other rule matches', ko: '다른 규칙이 맞지 않으면' },
  and: { en: 'and', ko: '그리고' },
  or: { en: 'or', ko: '또는' },
  forward: { en: 'forward to', ko: '다음으로 전달' },
} satisfies Record<string, Text>

/** "host is a.example.com or b.example.com, and path is /api/*". */
export function RuleConditions({ rule }: { rule: Pick<Rule, 'conditions'> }) {
  const say = useText()
  const conditions = conditionTexts(rule)
  if (conditions.length === 0) return <Box color="text-body-secondary">{say(words.always)}</Box>
  return conditions.map(({ field, values }, index) => (
    <div key={`${field.en} ${values.join()}`} style={{ whiteSpace: 'normal' }}>
      {index > 0 && `${say(words.and)} `}
      {say(field)}{' '}
      {values.map((value, at) => (
        <span key={value}>
          {at > 0 && ` ${say(words.or)} `}
          <Box variant="code">{value}</Box>
        </span>
      ))}
    </div>
  ))
}

/** "forward to shop-a 80 %, shop-b 20 %". */
export function RuleActions({ rule, region }: { rule: Pick<Rule, 'actions'>; region: string }) {
  const say = useText()
  return actionTexts(rule).map((action) =>
    action.kind === 'other' ? (
      <div key={say(action.says)} style={{ whiteSpace: 'normal' }}>
        {say(action.says)}
      </div>
    ) : (
      <div key="forward">
        {say(words.forward)}
        <Shares shares={action.shares} region={region} />
      </div>
    ),
  )
}

function Shares({ shares, region }: { shares: readonly ForwardShare[]; region: string }) {
  const locale = useLocale()
  const percent = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const [only] = shares
  if (only && shares.length === 1 && only.weight > 0) return <ShareLink share={only} region={region} />
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {shares.map((share) => (
        <li key={share.targetGroupArn}>
          <ShareLink share={share} region={region} />{' '}
          <strong style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
            {percent.format(share.percent)} %
          </strong>
        </li>
      ))}
    </ul>
  )
}

function ShareLink({ share, region }: { share: ForwardShare; region: string }) {
  const name = targetGroupName(share.targetGroupArn)
  return (
    <>
      {' '}
      <AppLink href={targetGroupHref(region, name)}>{name}</AppLink>
    </>
  )
}
