/** Commands of the AWS CLI that do by hand what a step of a cutover does, ready to be pasted into a shell. */
import type { Change } from '../dns/record-set.ts'
import type { RuleActionRecord, RuleTarget } from './params.ts'

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeBatch.html */
export interface ChangeBatch {
  Comment: string
  Changes: Change[]
}

/** One word of a POSIX shell, whatever is in it. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

/** JSON in one line of printable ASCII: no terminal, locale or editor can spoil it. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** https://docs.aws.amazon.com/cli/latest/reference/route53/change-resource-record-sets.html */
export function changeCommand(zoneId: string, batch: ChangeBatch): string {
  return command('route53 change-resource-record-sets', {
    'hosted-zone-id': zoneId,
    'change-batch': asciiJson(batch),
  })
}

/** https://docs.aws.amazon.com/cli/latest/reference/elbv2/modify-rule.html */
export function ruleCommand({ kind, arn }: RuleTarget, actions: readonly RuleActionRecord[]): string {
  return kind === 'rule'
    ? command('elbv2 modify-rule', { region: regionOf(arn), 'rule-arn': arn, actions: asciiJson(actions) })
    : command('elbv2 modify-listener', {
        region: regionOf(arn),
        'listener-arn': arn,
        'default-actions': asciiJson(actions),
      })
}

/** `arn:aws:elasticloadbalancing:REGION:…` */
export function regionOf(arn: string): string {
  return arn.replace(/^(?:[^:]*:){3}([^:]*).*$/, '$1')
}

function command(what: string, options: Record<string, string>): string {
  const words = Object.entries(options).map(([name, value]) => `--${name} ${shellWord(value)}`)
  return `aws ${what} ${words.join(' ')}`
}
