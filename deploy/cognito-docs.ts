/** Fills docs/cognito.md with the policies of deploy/permissions.ts, so that nobody copies them by hand. */
import { anyTaskRole, anyZone, guard, roles, type Statement } from './permissions.ts'
import { policyDocument, trustPolicy } from './policy-document.ts'

/** Stands in the docs for the id that the reader's identity pool gets. */
const identityPoolPlaceholder = 'REGION:IDENTITY_POOL_ID'

/** Stands for the zones that the reader names: pasted as it is, it allows nothing. */
const zonePlaceholder = 'arn:aws:route53:::hostedzone/HOSTED_ZONE_ID'

/** Stands for the roles that the reader's tasks may get. */
const taskRolePlaceholder = 'arn:aws:iam::ACCOUNT_ID:role/TASK_ROLE_PREFIX*'

const placeholders: Record<string, string> = {
  [anyZone]: zonePlaceholder,
  [anyTaskRole]: taskRolePlaceholder,
}

const blocks: Record<string, unknown> = {
  'trust-policy.json': trustPolicy(identityPoolPlaceholder),
  'guard-policy.json': policyDocument(guard),
  ...Object.fromEntries(
    Object.entries(roles).map(([name, { statements }]) => [
      `${name}-policy.json`,
      policyDocument(statements.map(narrowed)),
    ]),
  ),
}

/**
 * The text with the block behind each `<!-- generated: name -->` as it must be; blocks that already say it keep their
 * form. @throws when a block is missing.
 */
export function withPolicies(markdown: string): string {
  return Object.entries(blocks).reduce((text, [name, value]) => {
    const block = new RegExp(`(<!-- generated: ${name} -->\\n+\`\`\`json\\n)([^]*?)(\`\`\`)`)
    if (!block.test(text)) throw new Error(`docs/cognito.md lacks the block ${name}`)
    return text.replace(block, (all, before: string, current: string, after: string) =>
      JSON.stringify(JSON.parse(current)) === JSON.stringify(value)
        ? all
        : `${before}${JSON.stringify(value, null, 2)}\n${after}`,
    )
  }, markdown)
}

function narrowed(statement: Statement): Statement {
  const resources = statement.resources.map((one) => placeholders[one] ?? one)
  return { ...statement, resources }
}
